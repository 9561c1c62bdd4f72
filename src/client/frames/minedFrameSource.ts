import * as vscode from 'vscode';
import type { MinedFrame } from '../../server/protocol/minedFrames';
import type { LanguageServer } from '../server/languageServer';
import { sourceLine } from '../sources/sourceLine';
import type { FrameEntry, FrameSource } from './frameEntry';
import { levelNames, membersName } from './frameLevels';
import { pickMembers } from './pickMembers';

/** The frames mined from the writer's own articles, best first. */
export function minedFrameSource(server: LanguageServer): FrameSource {
  let version: string | undefined;
  let entries: readonly FrameEntry[] = [];
  return {
    known: () => entries,
    async refresh() {
      const answer = await server.request('fanben/minedFrames', { known: version });
      if (!answer.frames) return false;
      version = answer.version;
      const of = { version, levels: levelNames() };
      entries = answer.frames.map(frame => entryOf(server, frame, of));
      return true;
    },
  };
}

function entryOf(
  server: LanguageServer,
  frame: MinedFrame,
  { version, levels }: { version: string; levels: ReturnType<typeof levelNames> },
): FrameEntry {
  const { id, template, level, articles, members, example, source } = frame;
  const from = vscode.l10n.t('From your articles · {0}', articles);
  return {
    name: template,
    prefixes: [],
    keywords: [],
    descriptions: [example],
    kind: levels[level],
    level,
    isShared: articles > 1,
    note: members > 1 ? `${from} · ${membersName(members)}` : from,
    preview: [example, sourceLine({ ...source, speaker: null })].filter(text => text !== '').join(' — '),
    source,
    async body() {
      const bodies = await server.request('fanben/minedFrame', { version, id });
      if (!bodies) throw new Error(vscode.l10n.t('Your articles have changed meanwhile: open the frames again.'));
      return pickMembers(template, bodies, members);
    },
  };
}
