import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Choice, contextOf } from '../../engine/complete/writer/choices';
import { placeOf, type RefusedList } from '../../engine/complete/writer/refusals';
import type { PhraseOffer } from '../../engine/offers/offer';
import { type PassedOver, passedOver } from '../../engine/offers/opening/passedOver';

/**
 * What became of the lists that were given. Nobody tells a server which item was taken, in any editor; but it sees the
 * draft: a whole item that stands there at once was taken, an item that the draft goes on without was refused.
 */
export interface ShownLists {
  /** The lists that were refused in a document, lately. To be asked at the beginning of every request for a list. */
  refused(document: TextDocument, position: Position): readonly RefusedList[];
  /** What the writer has passed over, typing beside the list that stood open last. */
  passed(document: TextDocument, position: Position): PassedOver | undefined;
  /** Rows of the list shown last, best first. */
  rows(uri: string): readonly string[];
  /** A list was given; without phrases where none opened. */
  shown(document: TextDocument, position: Position, phrases: readonly PhraseOffer[]): void;
  /** The document has changed. */
  changed(document: TextDocument): void;
  /** The list was closed with Escape. */
  dismissed(document: TextDocument): void;
  /** The writer asks for a list by key: what was refused may be in it, and it opens whatever its probability. */
  asked(uri: string): void;
  /** The list stands open while the writer types on. */
  open(uri: string): void;
  /** How the request that is answered now came about, as far as anybody has said. To be asked once for each. */
  takeReason(uri: string): 'asked' | 'open' | undefined;
  closed(uri: string): void;
}

/** Escape closes a list; who closes it so often with the same row on top does not want that row. */
const BANISHING = 3;
/** So many lists later a refused one may come again. */
const MOST_REFUSED = 12;
/** The draft after the last list is looked at for so many characters. */
const REACH = 48;

interface Shown {
  /** Where its items begin, and what was around that place. UTF-16 offset in the document. */
  readonly offset: number;
  readonly before: string;
  readonly after: string;
  /** What its items would have added there. */
  readonly texts: readonly string[];
  /** As they stood in the list. */
  readonly rows: readonly string[];
  isRefused: boolean;
}

interface Lists {
  last?: Shown;
  /** The last that opened, also where none has since. */
  lastOpen?: Shown;
  reason?: 'asked' | 'open';
  /** How often a list was dismissed in which a row stood first. */
  readonly dismissals: Map<string, number>;
  /** Version of the document when the last list was dismissed. */
  dismissedAt?: number;
  refused: readonly RefusedList[];
}

/** `learn` gets what the writer took, and what they refused. */
export function createShownLists(learn: (choice: Choice) => void): ShownLists {
  const documents = new Map<string, Lists>();
  const listsOf = ({ uri }: TextDocument): Lists => {
    const lists = documents.get(uri) ?? { refused: [], dismissals: new Map() };
    documents.set(uri, lists);
    return lists;
  };

  const refuse = (lists: Lists, shown: Shown, texts: readonly string[]) => {
    shown.isRefused = true;
    lists.refused = [...lists.refused, { place: placeOf(shown.before), texts }].slice(-MOST_REFUSED);
    for (const text of texts) learn({ kind: 'refused', context: contextOf(shown.before), text });
  };

  return {
    refused(document, position) {
      const lists = listsOf(document);
      // Whoever asks again without having written anything wants to see it.
      if (lists.dismissedAt === document.version) lists.refused = [];
      const { last } = lists;
      if (last && !last.isRefused) {
        const written = writtenSince(document, last, position);
        if (written)
          refuse(
            lists,
            last,
            last.texts.filter(text => !agree(text, written)),
          );
      }
      return lists.refused;
    },
    shown(document, position, phrases) {
      const lists = listsOf(document);
      const list = shownList(document, position, phrases);
      if (!list) delete lists.last;
      else lists.last = lists.lastOpen = list;
    },
    passed(document, position) {
      const open = documents.get(document.uri)?.lastOpen;
      return open && passedOver(open.texts, writtenSince(document, open, position));
    },
    rows: uri => documents.get(uri)?.lastOpen?.rows ?? [],
    changed(document) {
      const lists = listsOf(document);
      const { last } = lists;
      if (!last) return;
      if (!standsBefore(document, last)) {
        delete lists.last;
        return;
      }
      const now = textAt(document, last.offset, REACH);
      const taken = last.texts
        .filter(text => now.startsWith(text) && !last.after.startsWith(text))
        .reduce((longest, text) => (text.length > longest.length ? text : longest), '');
      if (taken === '') return;
      delete lists.last;
      delete lists.lastOpen;
      learn({ kind: 'took', context: contextOf(last.before), text: taken });
    },
    dismissed(document) {
      const lists = listsOf(document);
      const { last } = lists;
      if (!last || last.isRefused) return;
      lists.dismissedAt = document.version;
      last.isRefused = true;
      const [first] = last.texts;
      const times = (lists.dismissals.get(first!) ?? 0) + 1;
      lists.dismissals.set(first!, times);
      if (times >= BANISHING) refuse(lists, last, [first!]);
    },
    asked(uri) {
      const lists = documents.get(uri);
      if (!lists) return;
      lists.refused = [];
      lists.reason = 'asked';
    },
    open(uri) {
      const lists = documents.get(uri);
      if (lists) lists.reason = 'open';
    },
    takeReason(uri) {
      const lists = documents.get(uri);
      const reason = lists?.reason;
      if (lists) delete lists.reason;
      return reason;
    },
    closed: uri => void documents.delete(uri),
  };
}

/** Undefined for a list without phrases: there is nothing to take or refuse. */
function shownList(document: TextDocument, position: Position, phrases: readonly PhraseOffer[]): Shown | undefined {
  const [first] = phrases;
  if (!first) return undefined;
  const cursor = document.offsetAt(position);
  const typed = textAt(document, cursor - first.replace, first.replace);
  // Letters are replaced; what is typed of a word stays.
  const isKept = first.text.startsWith(typed);
  const offset = isKept ? cursor : cursor - typed.length;
  return {
    offset,
    before: textBefore(document, offset),
    after: textAt(document, cursor, REACH),
    // Of what is taken in two steps, the first.
    texts: phrases.map(({ text, replace, step }) => text.slice(isKept ? replace : 0, step)),
    rows: phrases.map(({ text }) => text),
    isRefused: false,
  };
}

/** What was written at the place of a list up to the cursor; empty where that is nothing yet, or only letters, or the cursor is elsewhere. */
function writtenSince(document: TextDocument, list: Shown, position: Position): string {
  const cursor = document.offsetAt(position);
  if (cursor <= list.offset || cursor > list.offset + REACH || !standsBefore(document, list)) return '';
  return textAt(document, list.offset, cursor - list.offset).replace(/[a-z']+$/, '');
}

function standsBefore(document: TextDocument, list: Shown): boolean {
  return textBefore(document, list.offset) === list.before;
}

/** One goes on as the other does. */
const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Enough for a context and a place. */
const BEFORE = 80;
const textBefore = (document: TextDocument, offset: number): string =>
  textAt(document, Math.max(0, offset - BEFORE), Math.min(offset, BEFORE));

function textAt(document: TextDocument, offset: number, length: number): string {
  return document.getText({ start: document.positionAt(offset), end: document.positionAt(offset + length) });
}
