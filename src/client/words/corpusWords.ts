import * as vscode from 'vscode';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { latest } from '../ui/latest';
import { type Unit, unitsOf } from './units';

/** A hand that rests this long in a paragraph may edit it by word next. */
const PAUSE_MS = 60;
/** Paragraphs whose words are remembered. */
const MOST_LINES = 200;
/** A longer line is no paragraph of a speech: the segmenter of the language cuts it. */
const LONGEST_LINE = 10_000;
/** As many as are asked about at once. */
const MOST_ASKED = 20;

/** The words of the lines of drafts. No key waits for the server: what it has not told yet, the segmenter of the language cuts. */
export interface CorpusWords extends vscode.Disposable {
  unitsOf(line: string): Unit[];
  /** The same once the server has told: for a command that asks what word it is about. */
  toldUnitsOf(line: string): Promise<Unit[]>;
}

/** Asks ahead about the lines in which the cursors stand. */
export function createCorpusWords(server: LanguageServer): CorpusWords {
  const starts = new Map<string, readonly number[]>();
  const ask = latest(
    PAUSE_MS,
    (texts: readonly string[]) => server.request('fanben/wordStarts', { texts: [...texts] }),
    (answers, texts) => {
      if (starts.size + answers.length > MOST_LINES) starts.clear();
      answers.forEach((found, index) => void starts.set(texts[index]!, found));
    },
    () => {},
  );
  const look = ({ document, selections }: vscode.TextEditor) => {
    if (document.languageId !== SPEECH_DRAFT || server.state.phase !== 'running') return;
    const lines = new Set(selections.map(({ active }) => document.lineAt(active.line).text));
    const unknown = [...lines]
      .filter(line => line !== '' && line.length <= LONGEST_LINE && !starts.has(line))
      .slice(0, MOST_ASKED);
    if (unknown.length > 0) ask(unknown);
  };
  const subscriptions = [
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(editor => editor && look(editor)),
    // A corpus that changes may cut otherwise.
    server.onDidChangeState(() => {
      starts.clear();
      if (vscode.window.activeTextEditor) look(vscode.window.activeTextEditor);
    }),
  ];
  return {
    unitsOf: line => unitsOf(line, starts.get(line)),
    async toldUnitsOf(line) {
      if (line !== '' && line.length <= LONGEST_LINE && !starts.has(line)) {
        const told = await server.request('fanben/wordStarts', { texts: [line] }).catch(() => null);
        if (told?.[0]) starts.set(line, told[0]);
      }
      return unitsOf(line, starts.get(line));
    },
    dispose() {
      ask.stop();
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}
