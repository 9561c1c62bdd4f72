import type { Letters } from './letters';
import type { Network, State } from './network';

/**
 * How far a draft has been read. A key costs one step: what was read stays read, and the states of the last places are kept,
 * for a writer who deletes. A draft that is opened is read from a little before the cursor on.
 */
export interface Reading {
  /** Reads on towards the end of the draft, so many characters at most; the state there, undefined where it is not reached. */
  state(before: string, most: number): State | undefined;
}

/** A draft not met before is read so far back, UTF-16 code units: what is further off hardly changes the state. */
const FAR_BACK = 400;
/** Places whose states are kept, one behind the other. */
const KEPT = 48;
/** Characters compared between what was read and what is there. */
const COMPARED = 20_000;

/** The reading of one draft; nothing is read yet. */
export function createReading(network: Network, letters: Letters): Reading {
  /** What has been read up to, and the states after each of its last characters, the newest last. */
  let text = '';
  let states: State[] = [];
  return {
    state(before, most) {
      const kept = before.startsWith(text) ? text.length : sharedLength(text, before);
      const dropped = text.length - kept;
      if (dropped < states.length && before.length - kept <= FAR_BACK) {
        if (dropped > 0) states = states.slice(0, states.length - dropped);
        text = before.slice(0, kept);
      } else {
        text = before.slice(0, Math.max(0, before.length - FAR_BACK));
        states = [network.start];
      }
      const end = Math.min(before.length, text.length + most);
      for (let at = text.length; at < end; at++) {
        states.push(network.read([states.at(-1)!], [[letters(before, at)]])[0]![0]!);
        if (states.length > KEPT) states.shift();
      }
      text = before.slice(0, end);
      return end === before.length ? states.at(-1) : undefined;
    },
  };
}

/** Length of what two texts begin with alike; -1 where it is not worth to be looked for. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = Math.max(0, most - COMPARED);
  if (!b.startsWith(a.slice(0, at))) return -1;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
