import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorpusView } from '../../engine/index/segment';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import { draftHead, HEAD_UTF16 } from '../../engine/precedent/draftHead';
import { findPrecedents, type Precedent } from '../../engine/precedent/findPrecedents';
import { describeFailure, type Report } from '../door/answer';
import { inTurns, wasCancelled } from '../door/inTurns';
import { filePath } from '../filePath';

/** The speeches on the occasions of the open drafts in earlier years, looked for when a draft has a title, and again when it has another. */
export interface Precedents {
  /** Those of a draft in the view of now, newest first. */
  find(document: TextDocument): Promise<readonly Precedent[]>;
  /** Where those stand that are known at this moment and that answers are to lean to, newest last; looks for them where it was not done yet. */
  places(document: TextDocument): readonly ArticlePlace[];
  /** Are answers in this draft to lean to them? They do, where nothing else was said. */
  lean(uri: string, leans: boolean): void;
  close(uri: string): void;
}

interface Known {
  readonly view: CorpusView;
  /** The top of the draft, and what it says. */
  readonly text: string;
  readonly says: string;
  readonly search: Promise<readonly Precedent[]>;
  found: readonly Precedent[];
}

/** The list of a draft asks for them while its title is typed, so each turn is short. Milliseconds. */
const TURN_MS = 1;
const NONE: readonly Precedent[] = [];

/** The earlier speeches of open drafts, found in the view of the moment. */
export function createPrecedents(view: () => CorpusView, report: Report): Precedents {
  const known = new Map<string, Known>();
  const switchedOff = new Set<string>();

  const search = async (now: CorpusView, document: TextDocument): Promise<readonly Precedent[]> => {
    const head = draftHead(topOf(document));
    if (!head) return NONE;
    const outdated = {
      get isCancellationRequested() {
        return view() !== now;
      },
    };
    return inTurns(findPrecedents(now, head, filePath(document.uri)), outdated, TURN_MS);
  };
  const look = (document: TextDocument): Known => {
    const now = view();
    const text = topOf(document);
    const before = known.get(document.uri);
    if (before?.view === now && before.text === text) return before;
    const says = JSON.stringify(draftHead(text));
    if (before?.view === now && before.says === says) {
      const same = Object.assign(before, { text });
      return same;
    }
    const next: Known = {
      view: now,
      text,
      says,
      // What was found stays until there is more to say: a title is typed a character at a time.
      found: before?.view === now ? before.found : NONE,
      search: search(now, document).then(
        found => {
          next.found = found;
          return found;
        },
        error => {
          if (!wasCancelled(error)) report(`precedents: ${describeFailure(error)}`);
          return NONE;
        },
      ),
    };
    known.set(document.uri, next);
    return next;
  };

  return {
    find: document => look(document).search,
    places: document =>
      switchedOff.has(document.uri)
        ? []
        : look(document)
            .found.map(({ place }) => place)
            .reverse(),
    lean(uri, leans) {
      if (leans) switchedOff.delete(uri);
      else switchedOff.add(uri);
    },
    close(uri) {
      known.delete(uri);
      switchedOff.delete(uri);
    },
  };
}

const topOf = (document: TextDocument): string =>
  document.getText({ start: { line: 0, character: 0 }, end: document.positionAt(HEAD_UTF16) });
