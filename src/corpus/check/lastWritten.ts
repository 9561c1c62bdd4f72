import { stat } from 'node:fs/promises';
import { dayOf } from '../dayOf';

/** The day a draft was written on last, ISO 8601, by the clock of this machine: that of its file; today, where it has none or it cannot be asked. */
export async function lastWritten(path: string | null): Promise<string> {
  const file = path === null ? undefined : await stat(path).catch(() => undefined);
  return dayOf(file?.mtime ?? new Date());
}
