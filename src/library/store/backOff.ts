import { setTimeout as pause } from 'node:timers/promises';

/** What waiting needs of the world; a test has one of its own. */
export interface Clock {
  /** Milliseconds since some moment; never falls. */
  now(): number;
  /** Rejects when the signal says so. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

/** That of the system; who pauses by it keeps no process alive. */
export const systemClock: Clock = {
  now: () => performance.now(),
  pause: (ms, signal) => pause(ms, undefined, { ...(signal && { signal }), ref: false }),
  random: () => Math.random(),
};

/** How long somebody waits who has failed: at first, and at most. */
export interface Pace {
  readonly firstMs: number;
  readonly mostMs: number;
}

/**
 * How long to wait after so many failures in a row: twice as long each time, up to a bound, and less by chance, up to the half of it. Of many whom a
 * store has failed at the same moment no two come back at the same (“equal jitter”: Brooker 2015).
 */
export function waitAfter(failures: number, { firstMs, mostMs }: Pace, random: number): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return whole * (0.5 + random / 2);
}

/** Whether a store that has failed may be asked again. */
export interface Gate {
  isOpen(): boolean;
  /** It is closed for a while, longer each time. Requests that were under way when it closed count as one. */
  failed(): void;
  succeeded(): void;
}

/** An open gate. */
export function createGate(pace: Pace, clock: Clock = systemClock): Gate {
  let failures = 0;
  let opensAt = Number.NEGATIVE_INFINITY;
  const isOpen = () => clock.now() >= opensAt;
  return {
    isOpen,
    failed() {
      if (!isOpen()) return;
      failures++;
      opensAt = clock.now() + waitAfter(failures, pace, clock.random());
    },
    succeeded() {
      failures = 0;
      opensAt = Number.NEGATIVE_INFINITY;
    },
  };
}
