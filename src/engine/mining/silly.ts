import { type Frame, isCounter, isSlot } from '../parallel/frame';
import { isHead, isStructural } from '../parallel/structuralWords';
import { tokenise } from '../parallel/tokens';
import { isClosing, isOpening } from '../text/punctuation';

/**
 * Is it a parallel structure that no writer would take for a frame? What it holds fixed is then not how something is said but
 * what it is about: a topic (全面建成小康社会…), a name, a date, a single word (坚持…), or half a quotation.
 */
export function isSilly(frame: Frame): boolean {
  return reasons.some(reason => reason(frame));
}

const reasons: readonly ((frame: Frame) => boolean)[] = [isOneWord, isThin, isLabel, hasName, isProvision, isTorn];

function fixedOf({ parts }: Frame): string[] {
  return parts.filter(part => typeof part === 'string');
}

function openSlots({ slots }: Frame): number {
  return slots.filter(({ variation }) => !variation).length;
}

/** A word and something beside it: 坚持…, 有利于…, …导向. A longer one is a frame where what stands beside it is always as long. */
const ONE_WORD = 3;
const TWO_WORDS = 4;
function isOneWord(frame: Frame): boolean {
  const [fixed = '', ...more] = fixedOf(frame);
  if (frame.level === 'chain' || openSlots(frame) > 1 || more.length > 0) return false;
  return fixed.length <= ONE_WORD || (fixed.length <= TWO_WORDS && !areEquallyLong(frame));
}

/** Something, a word between, and something else, of any length: …不…, …没有…. */
const THIN = 2;
function isThin(frame: Frame): boolean {
  const [first] = frame.parts;
  const beginsFree = first !== undefined && typeof first !== 'string' && isSlot(first);
  return beginsFree && frame.level !== 'chain' && fixedOf(frame).join('').length <= THIN && !areEquallyLong(frame);
}

function areEquallyLong({ instances }: Frame): boolean {
  return instances.every(({ text }) => text.length === instances[0]!.text.length);
}

/** A topic, and what is said of it: 中国特色社会主义…. Where a joint stands between them, it is a frame: 弘扬奉献精神就要…. */
function isLabel(frame: Frame): boolean {
  const parts = frame.parts.filter(part => !isCounter(part) && !(isSlot(part) && frame.slots[part.slot]!.variation));
  if (parts.length > 2 || frame.level === 'chain') return false;
  const text = parts.find(part => typeof part === 'string');
  if (text === undefined) return true;
  const { ids } = tokenise(text);
  const atSlot = typeof parts[0] === 'string' ? ids.at(-1)! : ids[0]!;
  return !isStructural(atSlot) && !(ids.length === 1 && isHead(atSlot));
}

const NAMES = [
  // Dates, and figures.
  /[0-9０-９]/,
  /[一二三四五六七八九〇]{2,4}年(?![来级])|[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号]/,
  // Offices and institutions by their names.
  /\p{Script=Han}(?:省|市|县|区|镇|乡)(?:委|政府|人大|政协|纪委|监委|\p{Script=Han}{1,3}[局厅])/u,
  /\p{Script=Han}{2}(?:学院|大学|公司|集团|医院|银行|中学|小学|日报|出版社|研究院)/u,
  // Page furniture.
  /责任编辑|来源|记者|本报|点击|下一页|上一页|转载|版权/,
];
function hasName(frame: Frame): boolean {
  const text = fixedOf(frame).join('…');
  return NAMES.some(name => name.test(text));
}

/** An article of a law or a regulation. */
const PROVISION = /^第[一二三四五六七八九十百零]+条/;
function isProvision({ instances }: Frame): boolean {
  return instances.some(({ text }) => PROVISION.test(text));
}

/** A quotation or bracket opens in it and does not close, or the reverse. */
function isTorn(frame: Frame): boolean {
  let depth = 0;
  for (const character of fixedOf(frame).join('')) {
    const code = character.charCodeAt(0);
    if (isOpening(code)) depth++;
    if (isClosing(code) && --depth < 0) return true;
  }
  return depth !== 0;
}
