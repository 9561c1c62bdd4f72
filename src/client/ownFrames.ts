import * as vscode from 'vscode';
import { type InsertableFrame, OWN_FRAMES, type OwnFrames } from '../server/messages';
import type { FrameEntry, FrameSource } from './frameEntry';
import type { LanguageServer } from './languageServer';

/** The writer's own frames, above all others; first of all what is wrong with a file of them. */
export function createOwnFrames(server: LanguageServer): FrameSource {
  let entries: readonly FrameEntry[] = [];
  let version = '';
  return {
    known: () => entries,
    async refresh() {
      const own = await server.request<OwnFrames>(OWN_FRAMES, undefined);
      const next = JSON.stringify(own);
      if (next === version) return false;
      version = next;
      entries = [...own.problems.map(problemEntry), ...own.frames.map(ownEntry)];
      return true;
    },
  };
}

function ownEntry({
  name,
  prefixes,
  keywords,
  description,
  descriptionEn,
  preview,
  body,
}: InsertableFrame): FrameEntry {
  return {
    name,
    prefixes,
    keywords,
    descriptions: [description, descriptionEn],
    kind: vscode.l10n.t('Mine'),
    isOwn: true,
    note: prefixes.join(' '),
    preview,
    body: async () => body,
  };
}

/** A file that cannot be used: choosing it opens it. */
function problemEntry({ path, message }: OwnFrames['problems'][number]): FrameEntry {
  return {
    name: `$(warning) ${vscode.l10n.t('Cannot be used: {0}', vscode.workspace.asRelativePath(path))}`,
    prefixes: [],
    keywords: [],
    descriptions: [],
    kind: vscode.l10n.t('Mine'),
    isOwn: true,
    note: '',
    preview: message,
    async body() {
      await vscode.window.showTextDocument(vscode.Uri.file(path));
      return undefined;
    },
  };
}
