import type { Completion, CompletionOptions, Continuation, Draft } from '../complete/request';
import type { Suggestions } from '../complete/suggestions';
import { parseMarker } from '../outline/marker';
import { type DraftTail, draftTail } from '../series/draftTail';
import { type NextMarker, nextMarkers } from '../series/markers/nextMarkers';
import { outOfOrder } from '../series/markers/outOfOrder';
import { memberItems } from '../series/members/memberItems';
import { slotItem } from '../series/slotItem';
import { type FrameTemplate, previewText, templatesFor } from '../templates/template';
import { admission } from './admission';
import { listProbability } from './listProbability';
import type { FrameOffer, MarkerOffer, MemberOffer, Offer, OfferList, PhraseOffer, RecurringOffer } from './offer';
import { sayingOffers } from './sayingOffers';
import { withMarkers } from './withMarkers';

/** How the writer wants a list. */
export interface OfferOptions extends Omit<CompletionOptions, 'limit' | 'admits'> {
  /** Rows that the writer wants to see no more, as they stood in a list. */
  readonly banished?: readonly string[];
  /** Phrases and words at most; 8 by default. */
  readonly limit?: number;
  /** The client can insert text with slots: without them a frame is no use. */
  readonly slots?: boolean;
  /** Sayings that the writer has kept. */
  readonly sayings?: readonly string[];
  /** The written frames that may be asked for. */
  readonly templates?: readonly FrameTemplate[];
}

/** Phrases in one list: what it shows without scrolling, with room for frames. */
const MOST_PHRASES = 8;
const MOST_FRAMES = 6;
/** Of one place, structures of a paragraph and of a clause may go on. */
const MOST_MEMBERS = 2;
/** A frame of more characters is longer than a phrase can be. */
const LONG_FRAME = 24;
/** Phrases that stand before the frame that recurs in the corpus. */
const RECURRING_PLACE = 3;
/** Where nothing follows in the line but a mark, the structure of the draft goes on. */
const MAY_STAND_BEFORE = /^\s*(?:[，。；、！？”].*)?$/;

/**
 * All that a list can hold at the cursor, ranked and finished: what editor, command line and evaluation ask.
 * Phrases best first, among them the words that the draft has promised; then what has slots, the best of it second, where it
 * is seen and Tab does not take it, or first where it was asked for. Never throws; bounded time, whatever the corpus.
 *
 *     offers(suggestions, { before: '…，推动高' }).rows[0] → { kind: 'phrase', text: '高质量发展', replace: 1, … }
 */
export function offers(suggestions: Suggestions, draft: Draft, options: OfferOptions = {}): OfferList {
  const { limit = MOST_PHRASES, slots = false, templates = [], sayings = [], banished = [] } = options;
  const tail = MAY_STAND_BEFORE.test(draft.after ?? '') ? draftTail(draft.before) : null;
  const admits = admission(draft, banished);
  const completion = suggestions.complete(draft, { ...options, limit, admits });
  const isNumbered = standsBehindMarker(draft.before);
  const begins = suggestions.beginnings(draft, admits).map(phraseOffer);
  const goesOn = wordsAndPhrases(completion, tail, limit).filter(
    row => !begins.some(({ text }) => text.startsWith(row.text)) && !(isNumbered && row.replace > 0),
  );
  const said = [...begins, ...goesOn].slice(0, limit);

  const frames = slots ? frameOffers(draft.before, templates) : [];
  const members = slots && tail ? memberOffers(tail) : [];
  const recurring = slots && tail && members.length === 0 ? recurringOffers(suggestions, draft.before) : [];
  const isFrameAsked = asksForFrame(draft.before, frames[0]) || (members[0]?.isAsked ?? false);
  const kept = draft.after?.trim() ? [] : sayingOffers(draft.before, sayings);
  const rows = withFrames(
    [...said.slice(0, RECURRING_PLACE), ...recurring, ...said.slice(RECURRING_PLACE)],
    [...members, ...frames],
    isFrameAsked && !(completion.isSpelled && said.length > 0 && isLongFrame(frames[0])),
  );
  const others = rows.filter(row => row.kind !== 'phrase' || !kept.some(({ text }) => text.startsWith(row.text)));
  return {
    rows: [...kept, ...others],
    probability: listProbability(rows),
    isAsked: completion.isSpelled || isFrameAsked,
    isStructure: members.length > 0 || kept.some(({ isClear }) => isClear) || isNameOfFrame(draft.before, frames[0]),
  };
}

function wordsAndPhrases(
  { phrases }: Completion,
  tail: DraftTail | null,
  limit: number,
): readonly (PhraseOffer | MarkerOffer)[] {
  const isOutOfOrder = tail ? outOfOrder(tail) : () => false;
  return withMarkers<PhraseOffer | MarkerOffer>(
    phrases.filter(({ text }) => !isOutOfOrder(text)).map(phraseOffer),
    tail ? nextMarkers(tail) : [],
    markerOffer,
    limit,
  );
}

const phraseOffer = (phrase: Continuation): PhraseOffer => ({ kind: 'phrase', ...phrase });

const markerOffer = ({ text, probability }: NextMarker): MarkerOffer => ({
  kind: 'marker',
  text,
  replace: 0,
  probability,
});

const memberOffers = (tail: DraftTail): MemberOffer[] =>
  memberItems(tail)
    .slice(0, MOST_MEMBERS)
    .map(item => ({ kind: 'member', ...item }));

function recurringOffers({ view }: Suggestions, before: string): RecurringOffer[] {
  const item = slotItem(view, before);
  return item ? [{ kind: 'recurring', ...item }] : [];
}

const frameOffers = (before: string, templates: readonly FrameTemplate[]): FrameOffer[] =>
  templatesFor(before, templates)
    .slice(0, MOST_FRAMES)
    .map(({ template, replaceLength }) => ({
      kind: 'frame',
      template: goingOn(template, before.slice(0, before.length - replaceLength)),
      replace: replaceLength,
    }));

/** `要pxsz|`: a frame that begins with what stands there already goes on behind it. */
function goingOn(template: FrameTemplate, before: string): FrameTemplate {
  const opening = /^[\p{Script=Han}]{0,4}/u.exec(template.body)![0];
  for (let length = opening.length; length > 0; length--)
    if (before.endsWith(opening.slice(0, length))) return { ...template, body: template.body.slice(length) };
  return template;
}

/** `一要|` begins a point: no word goes on with its letters, as 第一要务 does. */
function standsBehindMarker(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return parseMarker(line)?.end === line.length;
}

/** Letters that are a frame's own prefix (`yishi`) ask for the frame; Han characters (一是) may just be text. */
function asksForFrame(before: string, best: FrameOffer | undefined): boolean {
  return best?.template.prefixes.some(prefix => /^[a-z]+$/.test(prefix) && before.endsWith(prefix)) ?? false;
}

/** Whole sentences are no answer to letters that spell a phrase; a skeleton, whose name nobody writes into a draft, is. */
const isLongFrame = (best: FrameOffer | undefined): boolean =>
  best !== undefined &&
  best.template.kind !== 'skeleton' &&
  (best.template.body.includes('\n') || previewText(best.template).length > LONG_FRAME);

/** `。一是|`: the clause has nothing but the frame's name. */
function isNameOfFrame(before: string, best: FrameOffer | undefined): boolean {
  if (!best) return false;
  const clause = /[^，、：；。！？\s]*$/.exec(before.slice(-20))![0];
  return clause.length === best.replace;
}

/** The best of what has slots stands first where it was asked for, else second. */
function withFrames(others: readonly Offer[], [best, ...rest]: readonly Offer[], isAsked: boolean): readonly Offer[] {
  if (!best) return others;
  const place = isAsked ? 0 : Math.min(1, others.length);
  return [...others.slice(0, place), best, ...others.slice(place), ...rest];
}
