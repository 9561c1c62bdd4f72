import { headAt, headOf } from '../forms/heads';
import type { KnownLexicon } from '../lexicon';
import { countLevel, type TaggedWord } from '../paragraphWords';
import type { NameInside } from './nameInside';

/** 县综治中心, 省军区: a rank for a beginning… */
const RANK_FIRST = /^[省市县区州旗盟](?![委级域内里外乡镇村直])/;
/** …where it is none of 全县, 我市. */
const NO_RANK = /[全我本各该外]$/;

/** Signs of the head that a name ends with, and of one that stands behind it. */
export function headSigns({ candidate, paragraph, inside, level }: NameInside): string[] {
  const { text: name, start, end } = candidate;
  const { text, lexicon } = paragraph;
  const outer = headAt(text.slice(end, end + 6));
  const signs = outer ? [`before head ${outer.kind}`] : [];
  const head = headOf(name);
  if (!head) return [...signs, 'no head'];
  const { kind, length } = head;
  const rest = name.slice(0, -length);
  const restWords = inside.filter(word => word.end <= end - length);
  const least = Math.min(3, ...restWords.map(word => word.level));
  signs.push(
    `head ${kind}`,
    `head word ${name.slice(-length)}`,
    `head ${kind} rest ${rest === '' ? 'none' : groupOf(rest, inside, lexicon)}`,
    `head ${kind} level ${level}`,
    `head ${kind} rest level ${countLevel(lexicon.publicCount(rest))}`,
    `head ${kind} least ${least}`,
  );
  if (RANK_FIRST.test(name) && !NO_RANK.test(text.slice(Math.max(0, start - 1), start)))
    signs.push(`rank first head ${kind}`, 'rank first');
  const first = inside[0]!;
  const isNamed = /[?RSTZ]/.test(first.group) || first.level < 2 || lexicon.isListed(first.text);
  const isNoun = (word: TaggedWord) => /[nbjfszmqagk?RSTZ0]/.test(word.group) || lexicon.tagOf(word.text) === 'vn';
  if (isNamed && inside.slice(1).every(isNoun)) signs.push(`name chain ${kind}`, 'name chain');
  return signs;
}

/** The most telling part of speech of what stands before a head. */
function groupOf(rest: string, inside: readonly TaggedWord[], lexicon: KnownLexicon): string {
  const tag = lexicon.tagOf(rest);
  if (/^n[rstz]/.test(tag)) return 'name';
  const groups = inside.filter(word => rest.includes(word.text)).map(({ group }) => group);
  if (groups.includes('?')) return 'unknown';
  if (groups.some(group => /[RSTZ]/.test(group))) return 'has name';
  return tag === '' ? 'words' : tag[0]!;
}
