import type { Span } from '../../../text/sentences';
import { DATES } from '../forms/dateForms';
import { headOf } from '../forms/heads';
import { HALF, NUMBER } from '../forms/numberForms';
import type { KnownLexicon } from '../lexicon';
import { type TaggedParagraph, type TaggedWord, wordFrom } from '../paragraphWords';
import { type CertainSpan, certainSpans } from './certain';
import { countsNothing } from './countsNothing';
import { loneSurnames } from './loneSurname';
import { EDGE, edgesOf, jointsOf } from './nameEdges';
import { namesByForm } from './namesByForm';
import { DOTTED, nameWorth } from './nameWorth';

/** What a candidate may be: each kind has its own signs. `certain` and `form` need none. */
export type CandidateKind = 'name' | 'number' | 'date' | 'quote' | 'form' | 'certain';

/** A stretch of a paragraph that may be a particular. */
export interface Candidate extends Span {
  readonly kind: CandidateKind;
  readonly text: string;
  /** What it is worth before its signs: it holds what is certain. */
  readonly worth: number;
  readonly certain?: CertainSpan['name'];
}

/** Far above what signs say, so that what is certain is never left out; what its form tells, nearly never. */
const CERTAIN = 30;
const BY_FORM = 15;
/** A word that dictionary and list of the country both have for a place. Not all are meant: 新建, 江南. */
const PLACE = 3;
/** Longest name, in UTF-16 code units and in edges of words passed. */
const LONGEST = 18;
/** A longer one says by its last word what it names. */
const LONGEST_PLAIN = 7;
const MOST_EDGES = 11;
const QUOTE = /“[^“”\n]{1,40}”|《[^《》\n]{1,60}》/g;
/** Its rank stays behind a place: 青禾|县. What is only named so has it: 开发区, 超市. */
const ENDS_IN_RANK =
  /^.{2,}(?<!自治|军|院|作业|厂|矿|灾|林|功能|商|街|港|库|片|监|度假|垦|战|开发|高新|示范|实验|试验|保护|旅游|景|园|校|新|社|小|库|灌|牧|山|三角|老旧|合作|保税|综保|经开|古|超|夜|菜|集|门)(?:[省市县区州旗镇乡村]|街道|社区)$/;
/** Everybody's words, though they end the names of bodies and works. */
const EVERYBODY =
  /^(?:中心|项目|工程|行动|计划|平台|品牌|基地|大会|会议|学校|公司|市场|家园|方案|模式|经验|比赛|评选|办法|整治)$/;
/** 各|乡镇 are all of them. */
const NO_NAME = /^[各每该](?![\u4e00-\u9fff]{2,3}[县市区乡镇村])/;
const NAME_LETTER = /[\u3400-\u9fffA-Za-z0-9·—－-]/;

/**
 * All stretches that may be particulars, of every kind. Names begin and end at words; within a word that nobody else has, anywhere, for
 * a segmenter cuts up what it does not know (前|往青|禾). None crosses the edge of what is certain.
 */
export function candidatesOf(paragraph: TaggedParagraph): Candidate[] {
  const { text, lexicon } = paragraph;
  const certain = certainSpans(paragraph);
  const byForm = namesByForm(text, lexicon);
  const worth = new Worth(text.length, [
    ...certain.map(span => ({ ...span, worth: CERTAIN })),
    ...byForm.map(span => ({ ...span, worth: BY_FORM })),
    ...paragraph.words.filter(word => isPlace(word, lexicon)).map(({ start, end }) => ({ start, end, worth: PLACE })),
  ]);
  const cuts = insideOf(text.length, certain);
  const isCertain = new Set(certain.map(({ start, end }) => `${start} ${end}`));
  const found = new Map<string, Candidate>();
  const add = (kind: CandidateKind, start: number, end: number, name?: CertainSpan['name'], more = 0) => {
    if (end <= start || cuts[start] || cuts[end]) return;
    if (kind !== 'certain' && isCertain.has(`${start} ${end}`)) return;
    found.set(`${kind} ${start} ${end}`, {
      kind,
      start,
      end,
      text: text.slice(start, end),
      worth: worth.of(start, end) + more,
      ...(name && { certain: name }),
    });
  };
  for (const { start, end, name } of certain) add('certain', start, end, name);
  for (const { start, end } of byForm) add('form', start, end);
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    const end = index + number.length;
    if (!countsNothing(paragraph, index, end)) add('number', index, end);
  }
  for (const { index } of text.matchAll(HALF)) add('number', index, index + 1);
  for (const form of DATES) {
    for (const { index, 0: date } of text.matchAll(form)) {
      // 寒冬腊月 is a word.
      if (wordFrom(paragraph, index)!.start === index || /[月年第]/.test(text[index - 1]!))
        add('date', index, index + date.length);
    }
  }
  for (const { index, 0: quote } of text.matchAll(QUOTE)) {
    for (const end of quoteEnds(paragraph, index + quote.length)) add('quote', index, end);
  }
  for (const at of loneSurnames(paragraph)) add('name', at, at + 1);
  const edges = edgesOf(paragraph);
  const isJoint = jointsOf(paragraph);
  // No name goes over a date: 于今晚|八点.
  for (const { start, end, name } of certain) if (name === '日期') isJoint.fill(1, start, end);
  for (let start = 0; start < text.length; start++) {
    if (edges[start] !== EDGE) continue;
    for (let end = start + 1, passed = 0; end <= text.length && end - start <= LONGEST; end++) {
      if (!NAME_LETTER.test(text[end - 1]!) || isJoint[end - 1]) break;
      if (!edges[end]) continue;
      if (++passed > MOST_EDGES) break;
      const name = text.slice(start, end);
      if (
        name.length < 2 ||
        NO_NAME.test(name) ||
        EVERYBODY.test(name) ||
        ENDS_IN_RANK.test(name) ||
        (name.length > LONGEST_PLAIN && !DOTTED.test(name) && !headOf(name))
      )
        continue;
      add('name', start, end, undefined, nameWorth(text, start, name));
    }
  }
  return [...found.values()];
}

const isPlace = ({ group, text }: TaggedWord, lexicon: KnownLexicon): boolean =>
  group === 'S' && text.length > 1 && lexicon.isListed(text);

/** A quotation may have what it names behind it, up to three words: “三轮四阶”复习法. */
function quoteEnds({ text, words, wordAt }: TaggedParagraph, close: number): number[] {
  const ends = [close];
  for (let end = close; ends.length < 4 && /[\u4e00-\u9fff]/.test(text[end] ?? ''); ) {
    end = words[wordAt[end]!]!.end;
    ends.push(end);
  }
  return ends;
}

/** Marks the offsets strictly within spans. */
function insideOf(length: number, spans: readonly Span[]): Uint8Array {
  const inside = new Uint8Array(length + 1);
  for (const { start, end } of spans) inside.fill(1, start + 1, end);
  return inside;
}

/** What the spans that lie in a stretch are worth together. */
class Worth {
  readonly #spans: readonly (Span & { worth: number })[];
  readonly #from: Int32Array;

  constructor(length: number, spans: readonly (Span & { worth: number })[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
    this.#from = new Int32Array(length + 1);
    for (let at = length, next = spans.length; at >= 0; at--) {
      while (next > 0 && this.#spans[next - 1]!.start >= at) next--;
      this.#from[at] = next;
    }
  }

  of(start: number, end: number): number {
    let sum = 0;
    for (let i = this.#from[start]!; i < this.#spans.length && this.#spans[i]!.start < end; i++) {
      if (this.#spans[i]!.end <= end) sum += this.#spans[i]!.worth;
    }
    return sum;
  }
}
