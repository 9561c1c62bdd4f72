import { type Aligned, holdingRuns, offsetIn, sharedText } from './sharedRuns';
import { textOf } from './tokens';
import { areForms } from './variation';

/** What members have in common, in order: wording, or what each member has there. `['要大兴', ['实干', '担当'], '之风']` */
export type Column = string | readonly string[];

/** The columns of aligned members, or `null` where nothing holds them together. Put together they give each member back. */
export function columnsOf(aligned: Aligned): Column[] | null {
  const runs = holdingRuns(aligned);
  if (runs.length === 0) return null;
  const columns: Column[] = [];
  const { members, partners } = aligned;
  const at = members.map(() => 0);
  const fillTo = (ends: readonly number[]) => {
    const fillers = members.map(({ text }, member) => text.slice(at[member], ends[member]));
    if (fillers.some(filler => filler !== '')) columns.push(fillers);
    ends.forEach((end, member) => {
      at[member] = end;
    });
  };
  for (const { from, to } of runs) {
    fillTo(members.map((_, member) => offsetIn(aligned, member, from, false)));
    for (let token = from; token < to; token++) {
      const shared = sharedText(aligned, token);
      columns.push(
        shared ??
          members.map((tokens, member) => {
            const own = partners[member]![token]!;
            return textOf(tokens, own, own + 1);
          }),
      );
      members.forEach((_, member) => {
        at[member] = offsetIn(aligned, member, token + 1, true);
      });
    }
  }
  fillTo(members.map(({ text }) => text.length));
  return joinColumns(columns);
}

/**
 * Neighbouring wording becomes one column, neighbouring fillers too (but for a word that varies: 推进|账务, 推动|项目),
 * and fillers that are the same in all members become wording.
 */
export function joinColumns(columns: readonly Column[]): Column[] {
  const joined: Column[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    const plain = typeof column === 'string' || !isShared(column) ? column : column[0]!;
    if (typeof plain === 'string' && typeof last === 'string') joined[joined.length - 1] = last + plain;
    else if (
      typeof plain !== 'string' &&
      last !== undefined &&
      typeof last !== 'string' &&
      !areForms(last) &&
      !areForms(plain)
    ) {
      joined[joined.length - 1] = last.map((filler, member) => filler + plain[member]!);
    } else joined.push(plain);
  }
  return joined;
}

/** A single member shares with nobody. */
function isShared(fillers: readonly string[]): boolean {
  return fillers.length > 1 && fillers.every(filler => filler === fillers[0]);
}
