/** Crashes that are forgiven within `WINDOW_MS`; one more, and the server stays down until the writer asks for it. */
const FORGIVEN = 5;
const WINDOW_MS = 180_000;
const FIRST_DELAY_MS = 500;

/**
 * How many milliseconds to wait before the server is started again after a crash, or `undefined`: not again.
 * The first crash costs nothing, each further one twice the time of the one before.
 *
 * @param crashes times of all crashes, the last one just now, in milliseconds of one clock
 */
export function restartDelay(crashes: readonly number[]): number | undefined {
  const now = crashes.at(-1) ?? 0;
  const recent = crashes.filter(time => now - time < WINDOW_MS).length;
  if (recent > FORGIVEN) return undefined;
  return recent <= 1 ? 0 : FIRST_DELAY_MS * 2 ** (recent - 2);
}
