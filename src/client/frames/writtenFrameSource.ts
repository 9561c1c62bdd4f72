import type { InsertableFrame } from '../../server/protocol/frames';
import type { LanguageServer } from '../server/languageServer';
import type { FrameEntry, FrameSource } from './frameEntry';
import { kindNames } from './frameKinds';

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
