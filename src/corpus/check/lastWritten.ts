import { stat } from 'node:fs/promises';

/** The day a draft was written on last, ISO 8601, by the clock of this machine: that of its file; today, where it has none or it cannot be asked. */
export async function lastWritten(path: string | null): Promise<string> {
  const file = path === null ? undefined : await stat(path).catch(() => undefined);
  const day = file?.mtime ?? new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
