import * as vscode from 'vscode';
import type { OwnFrames } from '../../server/protocol/frames';
import type { LanguageServer } from '../server/languageServer';
import type { FrameEntry, FrameSource } from './frameEntry';
import { templateEntry } from './writtenFrameSource';

/** The writer's own frames, above all others; first of all what is wrong with a file of them. */
export function ownFrameSource(server: LanguageServer): FrameSource {
  let entries: readonly FrameEntry[] = [];
  let version = '';
  return {
    known: () => entries,
    async refresh() {
      const own = await server.request('fanben/ownFrames', null);
      const next = JSON.stringify(own);
      if (next === version) return false;
      version = next;
      const kind = vscode.l10n.t('Mine');
      const mine = own.frames.map(frame => ({ ...templateEntry(frame, kind), isOwn: true }));
      entries = [...own.problems.map(problem => problemEntry(problem, kind)), ...mine];
      return true;
    },
  };
}

/** A file that cannot be used: choosing it opens it. */
function problemEntry({ path, message }: OwnFrames['problems'][number], kind: string): FrameEntry {
  return {
    name: `$(warning) ${vscode.l10n.t('Cannot be used: {0}', vscode.workspace.asRelativePath(path))}`,
    prefixes: [],
    keywords: [],
    descriptions: [],
    kind,
    isOwn: true,
    note: '',
    preview: message,
    async body() {
      await vscode.window.showTextDocument(vscode.Uri.file(path));
      return undefined;
    },
  };
}
