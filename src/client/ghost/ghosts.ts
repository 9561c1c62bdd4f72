import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { readSettings } from '../settings';
import { bringsBack, type Ghost, isBeingComposed, leftOf, type PlacedGhost, type Spot } from './shownGhost';

/** What is shown in grey, where, and what the writer did not want. */
export interface Ghosts {
  /**
   * The ghost at a place, or null. What has been typed or taken of the last one stays as it is: only where the writer goes
   * another way the server is asked anew. `isAskedFor`: by key.
   */
  at(document: vscode.TextDocument, position: vscode.Position, isAskedFor: boolean): Promise<Ghost | null>;
  /** The editor asks for a ghost in this document, as it is now. */
  noteAsked(document: vscode.TextDocument): void;
  /** Does the editor ask for a ghost here, by itself? In a slot of a snippet it does not, and would show none. */
  isAsked(document: vscode.TextDocument): Promise<boolean>;
  /** What is left of the ghost on show, if this is its place. */
  left(document: vscode.TextDocument, position: vscode.Position): Ghost | null;
  /** The writer does not want what is shown there: it does not come back by itself. */
  dismiss(document: vscode.TextDocument, position: vscode.Position): void;
  /** A closed document: the next untitled one may have its name. */
  forget(document: vscode.TextDocument): void;
}

/** The editor asks within this time after a key: it waits 50 ms. */
const ASKS_WITHIN_MS = 300;
/** Dismissed ghosts kept in mind. */
const MOST_DISMISSED = 20;
/** `triggerKind` of the request, as our server understands it. */
const INVOKED = 0;
const AUTOMATIC = 1;

/** @param isInFrame stands the cursor in a frame with open slots? There Tab goes to the next slot, so that nothing is to be shown that Tab would take. */
export function createGhosts(server: LanguageServer, isInFrame: (document: vscode.TextDocument) => boolean): Ghosts {
  let shown: PlacedGhost | undefined;
  let dismissed: PlacedGhost[] = [];
  let asked: { key: string; answer: Promise<PlacedGhost | null> } | undefined;
  let askedByEditor = '';
  const onAsked = new vscode.EventEmitter<void>();
  const versionOf = ({ uri, version }: vscode.TextDocument) => `${uri} ${version}`;

  const ask = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    triggerKind: number,
  ): Promise<PlacedGhost | null> => {
    const spot = spotAt(document, position);
    const items = await server.request('textDocument/inlineCompletion', {
      textDocument: { uri: document.uri.toString() },
      position: { line: position.line, character: position.character },
      context: { triggerKind },
    });
    const [item] = items;
    if (!item) return null;
    const { insertText: text, wordEnds, clauseEnds } = item;
    return { ...spot, ghost: { text, wordEnds, clauseEnds } };
  };

  /** The list asks whether a ghost stands there, and the editor for the ghost: the server is asked once. */
  const askOnce = (document: vscode.TextDocument, position: vscode.Position): Promise<PlacedGhost | null> => {
    const key = [document.uri, document.version, position.line, position.character].join(' ');
    if (asked?.key !== key) asked = { key, answer: ask(document, position, AUTOMATIC) };
    return asked.answer;
  };

  const left = (document: vscode.TextDocument, position: vscode.Position): Ghost | null =>
    shown ? leftOf(shown, spotAt(document, position)) : null;

  return {
    left,
    noteAsked: document => {
      askedByEditor = versionOf(document);
      onAsked.fire();
    },
    isAsked: document => {
      const version = versionOf(document);
      if (askedByEditor === version) return Promise.resolve(true);
      return new Promise(resolve => {
        const end = () => {
          clearTimeout(timer);
          listener.dispose();
          resolve(askedByEditor === version);
        };
        const timer = setTimeout(end, ASKS_WITHIN_MS);
        const listener = onAsked.event(end);
      });
    },
    at: async (document, position, isAskedFor) => {
      const rest = left(document, position);
      if (rest) return rest;
      if (shown && isBeingComposed(shown, spotAt(document, position))) return null;
      shown = undefined;
      if (isInFrame(document) || (!isAskedFor && !mayComeByItself(document))) return null;
      // Without a server there is no ghost; what ails it the status item tells.
      const found = await (isAskedFor ? ask(document, position, INVOKED) : askOnce(document, position)).catch(
        () => null,
      );
      if (!found || (!isAskedFor && dismissed.some(one => bringsBack(one, found)))) return null;
      shown = found;
      return found.ghost;
    },
    dismiss: (document, position) => {
      const ghost = left(document, position);
      if (!ghost) return;
      dismissed = [{ ...spotAt(document, position), ghost }, ...dismissed].slice(0, MOST_DISMISSED);
      shown = undefined;
    },
    forget: document => {
      const isElsewhere = ({ line }: Spot) => !line.startsWith(`${document.uri} `);
      dismissed = dismissed.filter(isElsewhere);
      if (shown && !isElsewhere(shown)) shown = undefined;
      asked = undefined;
    },
  };
}

/** Only where the writer has said so, and where the editor shows any. */
function mayComeByItself(document: vscode.TextDocument): boolean {
  const isShown = vscode.workspace.getConfiguration('editor', document).get('inlineSuggest.enabled', true);
  return isShown && readSettings().ghostText;
}

function spotAt(document: vscode.TextDocument, { line, character }: vscode.Position): Spot {
  return { line: `${document.uri} ${line}`, head: document.lineAt(line).text.slice(0, character) };
}
