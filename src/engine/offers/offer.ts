import type { Continuation } from '../complete/request';
import type { MemberItem } from '../series/members/memberItems';
import type { SlotItem } from '../series/slotItem';
import type { FrameTemplate } from '../templates/template';

/** A phrase of the corpus or of the draft that goes on at the cursor. */
export interface PhraseOffer extends Continuation {
  readonly kind: 'phrase';
  /** Goes before the text: the line break before a line of its own. */
  readonly lead?: string;
}

/** A word that the draft has promised: 三是 behind 二是…；, 又要 behind 既要…，. */
export interface MarkerOffer {
  readonly kind: 'marker';
  readonly text: string;
  readonly replace: 0;
  /** How often it stands there, where drafts are so far. */
  readonly probability: number;
}

/** The next member of a series of the draft: `三是抓□，解决□的问题`. */
export interface MemberOffer extends MemberItem {
  readonly kind: 'member';
}

/** A frame that recurs in the corpus behind the text before the cursor: `以□□为□□`. */
export interface RecurringOffer extends SlotItem {
  readonly kind: 'recurring';
}

/** A written frame that the text before the cursor asks for. */
export interface FrameOffer {
  readonly kind: 'frame';
  readonly template: FrameTemplate;
  /** UTF-16 code units before the cursor that it replaces: what asked for it. */
  readonly replace: number;
}

/** One of the sayings that the writer has kept, from what is typed of it on. */
export interface SayingOffer {
  readonly kind: 'saying';
  readonly text: string;
  readonly replace: 0;
  /** All of it. */
  readonly saying: string;
  /** So much of it is typed that it is meant. */
  readonly isClear: boolean;
}

/** One row of a list. A new kind of row is one more variant here, and one more mapper in each client. */
export type Offer = PhraseOffer | MarkerOffer | MemberOffer | RecurringOffer | FrameOffer | SayingOffer;

/** What a list holds, ranked and finished: a client shows the rows as they come. */
export interface OfferList {
  readonly rows: readonly Offer[];
  /** How probable it is that one of the phrases and words in it is what the writer will type. 0 to 1. */
  readonly probability: number;
  /** The text before the cursor asks for it, by letters or the name of a frame, or an empty paragraph by its number. */
  readonly isAsked: boolean;
  /** A structure goes on here: a series with its next member, a kept saying, or a frame whose name is all that the clause has so far. */
  readonly isStructure: boolean;
}
