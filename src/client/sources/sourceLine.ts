import type { Passage } from '../../server/protocol/passages';
import { inert } from '../ui/inert';

/** Where a passage is from, in one line: `在全县大会上的讲话 · 2023-02-06 · 周明远`. */
export function sourceLine({ title, date, speaker }: Pick<Passage, 'title' | 'date' | 'speaker'>): string {
  return inert([title, date, speaker].filter(part => part).join(' · '));
}
