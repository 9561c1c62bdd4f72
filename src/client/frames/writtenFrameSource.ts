import * as vscode from 'vscode';
import type { FrameKind, InsertableFrame } from '../../server/protocol/frames';
import type { LanguageServer } from '../server/languageServer';
import type { FrameEntry, FrameSource } from './frameEntry';

/** The written templates, kind by kind. They never change while the server lives. */
export function writtenFrameSource(server: LanguageServer): FrameSource {
  let entries: readonly FrameEntry[] = [];
  return {
    known: () => entries,
    async refresh() {
      if (entries.length > 0) return false;
      const frames = await server.request('fanben/frames', null);
      entries = Object.entries(kindNames()).flatMap(([kind, name]) =>
        frames.filter(frame => frame.kind === kind).map(frame => templateEntry(frame, name)),
      );
      return entries.length > 0;
    },
  };
}

/** A template as the picker shows it. */
export function templateEntry(frame: InsertableFrame, kind: string): FrameEntry {
  const { name, prefixes, keywords, description, descriptionEn, preview, body } = frame;
  return {
    name,
    prefixes,
    keywords,
    descriptions: [description, descriptionEn],
    kind,
    note: prefixes.join(' '),
    preview,
    body: async () => body,
  };
}

/** Names of the kinds in the writer's language, in the order of the picker. */
function kindNames(): Record<FrameKind, string> {
  return {
    numbered: vscode.l10n.t('Numbered points'),
    parallel: vscode.l10n.t('Parallel structures'),
    couplet: vscode.l10n.t('Sentence frames'),
    opening: vscode.l10n.t('Openings'),
    transition: vscode.l10n.t('Transitions'),
    call: vscode.l10n.t('Calls to action'),
    closing: vscode.l10n.t('Closings'),
    skeleton: vscode.l10n.t('Whole speeches'),
  };
}
