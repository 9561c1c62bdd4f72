import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../engine/complete/complete';
import type { FuzzyPair } from '../engine/complete/pinyin/fuzzyPinyin';
import type { Continuation } from '../engine/complete/request';
import type { Choices } from '../engine/complete/writer/choices';
import type { RefusedList } from '../engine/complete/writer/refusals';
import type { CorpusView } from '../engine/index/segment';
import type { ArticlePlace } from '../engine/passages/findArticle';
import { draftTail } from '../engine/series/draftTail';
import { memberItems } from '../engine/series/memberItems';
import { nextMarkers } from '../engine/series/nextMarkers';
import { outOfOrder } from '../engine/series/outOfOrder';
import { slotItem } from '../engine/series/slotItem';
import { withMarkers } from '../engine/series/withMarkers';
import { escapeSnippet } from '../engine/templates/snippetText';
import { type FrameTemplate, type TypedTemplate, templatesFor } from '../engine/templates/template';
import type { DraftBefore } from './draftBefore';
import { lineAfter, lineBefore } from './lines';
import type { ReplacedSpan } from './replacedSpan';
import { markerItem, memberItem, recurringItem } from './structureItems';
import type { Texts } from './texts';

/** What completion answers from. */
export interface CompletionSources {
  readonly view: CorpusView;
  readonly templates: readonly FrameTemplate[];
  readonly texts: Texts;
  readonly pinyin: boolean;
  /** Sounds that the writer does not tell apart. */
  readonly fuzzyPinyin?: readonly FuzzyPair[];
  /** What the writer has taken before, and refused just now. */
  readonly choices?: Choices;
  readonly refused?: readonly RefusedList[];
  /** Hears which phrases are in the answer. */
  readonly shown?: (phrases: readonly Continuation[]) => void;
  /** The client can insert snippets: without them a frame is no use. */
  readonly snippets: boolean;
  /** Articles that the writer has pinned as models. */
  readonly exemplars: readonly ArticlePlace[];
}

/** What an item carries until it is resolved. */
export type CompletionData =
  /** A phrase: its newest place. Segments never change, so this holds as long as the segment lives. */
  { readonly segment: string; readonly position: number; readonly length: number } | { readonly frame: string };

/** Phrases in one answer: what a list shows without scrolling, with room for frames. */
const MOST_PHRASES = 8;
const MOST_FRAMES = 6;
/** Of one place, structures of a paragraph and of a clause may go on. */
const MOST_MEMBERS = 2;
/** Phrases that stand before the frame that recurs in the corpus. */
const RECURRING_PLACE = 3;
/** Where nothing follows in the line but a mark, the structure of the draft goes on. */
const MAY_STAND_BEFORE = /^\s*(?:[，。；、！？”].*)?$/;

/** What goes on at the cursor: phrases, best first, then the frames that the typed text asks for. `…，推动高|` */
export function completionList(
  document: TextDocument,
  position: Position,
  draft: DraftBefore,
  sources: CompletionSources,
): CompletionList {
  const typed = lineBefore(document, position);
  const { before } = draft;
  const after = lineAfter(document, position);
  const structure = MAY_STAND_BEFORE.test(after) ? draftTail(before) : null;
  const found = complete(sources.view, {
    ...draft,
    after,
    limit: MOST_PHRASES,
    pinyin: sources.pinyin,
    exemplars: sources.exemplars,
    fuzzyPinyin: sources.fuzzyPinyin,
    choices: sources.choices,
    refused: sources.refused,
  });
  const isOutOfOrder = structure ? outOfOrder(structure) : () => false;
  const phrases = found.filter(({ text }) => !isOutOfOrder(text));
  sources.shown?.(phrases);
  const frames = sources.snippets ? templatesFor(typed, sources.templates).slice(0, MOST_FRAMES) : [];
  const members = structure && sources.snippets ? memberItems(structure).slice(0, MOST_MEMBERS) : [];
  const recurring = sources.snippets && structure && members.length === 0 ? slotItem(sources.view, before) : null;
  const span = replacedSpan(typed, position, phrases, [
    ...frames,
    ...[...members, ...(recurring ? [recurring] : [])].map(({ replace }) => ({ replaceLength: replace })),
  ]);
  const phraseItems = phrases.map(phrase => ({ text: phrase.text, item: phraseItem(phrase, span, sources) }));
  const marked = withMarkers(
    phraseItems,
    structure ? nextMarkers(structure) : [],
    ({ text }) => ({ text, item: markerItem(text, span, sources.texts) }),
    MOST_PHRASES,
  );
  const phrasesAndFrame = marked.map(({ item }) => item);
  if (recurring) phrasesAndFrame.splice(RECURRING_PLACE, 0, recurringItem(recurring, span, sources.texts));
  const items = inOrder(
    phrasesAndFrame,
    [...members.map(member => memberItem(member, span, sources.texts)), ...frames.map(frame => frameItem(frame, span))],
    asksForFrame(typed, frames) || (members[0]?.isAsked ?? false),
  );
  return { isIncomplete: true, items: items.map((item, rank) => ({ ...item, sortText: rankText(rank) })) };
}

/** Letters that are a frame's own prefix (`yishi`) ask for the frame; Han characters (一是) may just be text. */
function asksForFrame(typed: string, [best]: readonly TypedTemplate[]): boolean {
  return best?.template.prefixes.some(prefix => /^[a-z]+$/.test(prefix) && typed.endsWith(prefix)) ?? false;
}

/** The best frame stands first where it was asked for, else second, where it is seen and Tab does not take it. */
function inOrder(phrases: CompletionItem[], frames: CompletionItem[], framesFirst: boolean): CompletionItem[] {
  const [best, ...others] = frames;
  if (!best) return phrases;
  const place = framesFirst ? 0 : Math.min(1, phrases.length);
  return [...phrases.slice(0, place), best, ...phrases.slice(place), ...others];
}

/**
 * One range for all: editors compare each item with the text of its range and put the better match first, whatever
 * `sortText` says. Where all have the same range and begin with its text, all match alike and the rank decides.
 */
function replacedSpan(
  typed: string,
  position: Position,
  phrases: readonly Continuation[],
  frames: readonly Pick<TypedTemplate, 'replaceLength'>[],
): ReplacedSpan {
  const lengths = [...phrases.map(({ replace }) => replace), ...frames.map(({ replaceLength }) => replaceLength)];
  const text = typed.slice(typed.length - Math.max(0, ...lengths));
  const start = { line: position.line, character: position.character - text.length };
  return { range: { start, end: position }, text };
}

function phraseItem({ text, replace, articles, source }: Continuation, span: ReplacedSpan, sources: CompletionSources) {
  const newText = span.text.slice(0, span.text.length - replace) + text;
  const segment = source && sources.view[source.segment];
  const article = segment?.meta(segment.articleAt(source!.position));
  const item: CompletionItem = {
    label: text,
    kind: CompletionItemKind.Text,
    labelDetails: {
      detail: ` ${articles > 0 ? sources.texts.articles(articles) : sources.texts.inDraft}`,
      // Short, or the editor cuts off the number of articles; the title stands in the documentation.
      description: article?.date ?? undefined,
    },
    filterText: startingWith(span.text, newText),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(span.range, newText),
  };
  if (segment) {
    const length = addedLength(text, span.text.slice(span.text.length - replace));
    item.data = { segment: segment.id, position: source!.position, length } satisfies CompletionData;
  }
  return item;
}

function frameItem({ template, replaceLength }: TypedTemplate, span: ReplacedSpan): CompletionItem {
  const kept = span.text.slice(0, span.text.length - replaceLength);
  return {
    label: template.name,
    kind: CompletionItemKind.Snippet,
    filterText: startingWith(span.text, template.name),
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: TextEdit.replace(span.range, escapeSnippet(kept) + template.body),
    data: { frame: template.name } satisfies CompletionData,
  };
}

/** What the place in the corpus covers: the text without what is typed of it already; all of it where letters are typed. */
function addedLength(text: string, typed: string): number {
  return text.startsWith(typed) ? text.length - typed.length : text.length;
}

/** A filter text must begin with exactly what is typed, also where the item itself does not: letters, for 守初心. */
function startingWith(typed: string, text: string): string {
  return text.startsWith(typed) ? text : typed + text;
}

function rankText(rank: number): string {
  return String(rank).padStart(4, '0');
}
