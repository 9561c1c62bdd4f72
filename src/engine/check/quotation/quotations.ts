import { ARTICLE_END, type CorpusView, GARBLED, PARAGRAPH_END } from '../../index/segment';
import { passageAt } from '../../passages/passage';
import type { Steps } from '../../steps';
import type { Bilingual } from '../../text/bilingual';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import { isLetter, lettersOf } from '../draft/letters';
import type { QuotedSpan } from '../draft/quotedSpans';
import { type Counting, longestMatches, type Match } from '../overlap/matches';
import { knownStretches } from '../overlap/windows';
import type { Problem } from '../problem';
import { nearestStretch } from './align';
import { type Difference, differences } from './differences';

/** Shorter ones are names and slogans. Letters. */
const LEAST = 9;
const MOST = 240;
/** So many letters may differ: one in eight, of long sayings fewer; more is another saying. */
const mostDifferent = (length: number): number =>
  Math.max(1, Math.min(Math.floor(length / 8), Math.max(4, Math.floor(length / 14))));
/** What leads to a source must be in it in one piece. */
const PIECE = 6;
/** A source without quotation marks is believed where it is as long, or where so many articles say so. */
const LONG = 12;
const SAID_BY = 2;
/** Articles that are looked at for one piece. */
const MOST_SOURCES = 12;
/** Behind both ends, for what the draft has left out. */
const SLACK = 16;

interface Source extends Match {
  readonly end: number;
  readonly distance: number;
  readonly isQuoted: boolean;
  readonly text: string;
}

/**
 * Words in quotation marks, or behind 指出：, that nearly and not exactly are those of a source. What any article has word for word is
 * right. The fix takes over the wording of the source. Yields after each, so that others are served in between.
 */
export function* quotationProblems(view: CorpusView, { spoken }: Draft, counting: Counting): Steps<Problem[]> {
  const problems: Problem[] = [];
  for (const line of spoken) {
    for (const span of line.quoted) {
      if (span.isMarked && line.text[span.start - 1] === '《') continue;
      const letters = lettersOf(line.text.slice(span.start, span.end));
      if (letters.length < LEAST || letters.length > MOST) continue;
      const source = nearestSource(view, line, span, letters, counting);
      if (source) problems.push(problemOf(view, line, span, source));
      yield;
    }
  }
  return problems;
}

function nearestSource(
  view: CorpusView,
  { text }: DraftLine,
  span: QuotedSpan,
  letters: string,
  counting: Counting,
): Source | null {
  const most = mostDifferent(letters.length);
  const pieces = knownStretches(view, text, span, Math.min(PIECE, letters.length), 1, counting);
  // The longest pieces are in the fewest articles: they lead to the source, if there is one.
  const leads = [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, 6);
  const sources: Source[] = [];
  for (const { start, end: until } of leads) {
    for (const match of longestMatches(view, text, start, until, until - start, MOST_SOURCES, counting)) {
      const segment = view[match.segment]!;
      const before = start - span.start + SLACK;
      const near = textAround(view, match, before, span.end - start + SLACK);
      const plain = lettersOf(near.text);
      const found = nearestStretch(letters, plain, most);
      if (!found) continue;
      if (found.distance === 0) return null;
      const [from, to] = [placeOfLetter(near.text, found.start), placeOfLetter(near.text, found.end - 1) + 1];
      const [position, end] = [near.position + from, near.position + to];
      const isQuoted = segment.codeAt(position - 1) === 0x201c || /^[。，！？]?”/.test(segment.slice(end, end + 2));
      sources.push({ ...match, position, end, distance: found.distance, isQuoted, text: near.text.slice(from, to) });
    }
  }
  sources.sort((a, b) => a.distance - b.distance || Number(b.isQuoted) - Number(a.isQuoted));
  return sources.find(source => isBelieved(view, source, letters.length, counting)) ?? null;
}

function isBelieved(
  view: CorpusView,
  { text, isQuoted, distance }: Source,
  length: number,
  counting: Counting,
): boolean {
  if (length < LONG && distance > 1) return false;
  if (isQuoted || length >= LONG) return true;
  return longestMatches(view, text, 0, text.length, text.length, SAID_BY, counting).length >= SAID_BY;
}

/** The text around a match within its paragraph. */
function textAround(view: CorpusView, { segment: number, position }: Match, before: number, behind: number) {
  const segment = view[number]!;
  const isEnd = (code: number) => code === PARAGRAPH_END || code === ARTICLE_END || code === GARBLED || code < 0;
  let start = position;
  while (position - start < before && !isEnd(segment.codeAt(start - 1))) start--;
  let end = position;
  while (end - position < behind && !isEnd(segment.codeAt(end))) end++;
  return { position: start, text: segment.slice(start, end) };
}

function placeOfLetter(text: string, number: number): number {
  let left = number;
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at)) && left-- === 0) return at;
  return text.length - 1;
}

function problemOf(view: CorpusView, line: DraftLine, { start, end }: QuotedSpan, source: Source): Problem {
  const { article, paragraph, offset } = passageAt(view, source, source.end - source.position);
  const { path, entry, title, date, speaker } = article;
  // A mark at the end of the quotation is the draft's own.
  let last = end;
  while (last > start && !isLetter(line.text.charCodeAt(last - 1))) last--;
  const span = spanIn(line, start, last);
  const by = [speaker, date].filter(Boolean).join('，');
  const original = source.text.replace(/[。！？]$/, '');
  const changes = differences(lettersOf(line.text.slice(start, end)), lettersOf(source.text));
  return {
    code: 'quotation',
    ...span,
    message: {
      zh: `引文与《${title}》${by && `（${by}）`}不一致：${told(changes, 'zh')}。原文：“${original}”。请改为原文，或去掉引号。`,
      en: `Not quite as in “${title}”${by && ` (${by})`}: ${told(changes, 'en')}. There: “${original}”. Quote it so, or take the quotation marks away.`,
    },
    fix: {
      title: { zh: '改为出处的原文', en: 'Quote as the source has it' },
      edits: [{ paragraph: span.line, start: span.start, end: span.end, text: source.text }],
    },
    source: { path, entry, title, date, speaker, paragraph, offset, length: source.text.length, text: source.text },
  };
}

/** Nobody reads more of them. */
const MOST_TOLD = 4;

function told(changes: readonly Difference[], language: keyof Bilingual): string {
  const zh = changes.slice(0, MOST_TOLD).map(({ wrong, right }) => {
    if (right === '') return `多“${wrong}”`;
    return wrong === '' ? `缺“${right}”` : `“${wrong}”应为“${right}”`;
  });
  const en = changes.slice(0, MOST_TOLD).map(({ wrong, right }) => {
    if (right === '') return `“${wrong}” is too much`;
    return wrong === '' ? `“${right}” is missing` : `“${wrong}” should be “${right}”`;
  });
  const more = changes.length > MOST_TOLD;
  return language === 'zh' ? `${zh.join('，')}${more ? '等' : ''}` : `${en.join(', ')}${more ? ', and more' : ''}`;
}
