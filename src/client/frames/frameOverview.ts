import type { FrameEntry } from './frameEntry';

/** The writer's own frames come first. The best frames of the writer's own articles stand next, of those that several articles have; more of each level stand below the written templates. */
const MOST_BEST = 5;
const MOST_OF_LEVEL = 20;

/** The list before anything is typed: groups by name, in order. `best` names the group on top. */
export function frameOverview(entries: readonly FrameEntry[], best: string): Map<string, FrameEntry[]> {
  const groups = new Map<string, FrameEntry[]>();
  const add = (name: string, entry: FrameEntry, most: number) => {
    const group = groups.get(name) ?? [];
    if (group.length >= most) return false;
    group.push(entry);
    groups.set(name, group);
    return true;
  };
  for (const entry of entries) if (entry.isOwn) add(entry.kind, entry, Number.POSITIVE_INFINITY);
  const mined = entries.filter(({ level }) => level !== undefined);
  const top = new Set(mined.filter(entry => entry.isShared && add(best, entry, MOST_BEST)));
  for (const entry of entries) if (!entry.level && !entry.isOwn) add(entry.kind, entry, Number.POSITIVE_INFINITY);
  for (const entry of mined) if (!top.has(entry)) add(`${best} · ${entry.kind}`, entry, MOST_OF_LEVEL);
  return groups;
}
