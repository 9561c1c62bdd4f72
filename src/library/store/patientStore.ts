import { type Clock, type Pace, systemClock, waitAfter } from './backOff';
import { isPassing, type Store } from './store';

/** A store that is busy, or a line that broke, is asked again a little later, and then no more: whoever polls comes back anyway. */
const TRIES = 3;
const PACE: Pace = { firstMs: 250, mostMs: 1_000 };

/** By what waiting goes, and what ends it. */
export interface Patience {
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/** The same store, but every request is made again where that may help. All of them may be: objects never change, and a manifest is replaced on condition. */
export function patientStore(store: Store, { signal, clock = systemClock }: Patience = {}): Store {
  const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let failures = 1; failures < TRIES; failures++) {
      try {
        return await ask();
      } catch (error) {
        if (!isPassing(error) || signal?.aborted) throw error;
        await clock.pause(waitAfter(failures, PACE, clock.random()), signal);
      }
    }
    return ask();
  };
  return {
    target: store.target,
    readManifest: known => patiently(() => store.readManifest(known)),
    replaceManifest: (bytes, read) => patiently(() => store.replaceManifest(bytes, read)),
    readObject(name, most, receiving = {}) {
      const { arrived, ...others } = receiving;
      if (!arrived) return patiently(() => store.readObject(name, most, receiving));
      // What comes a second time is told of once.
      let told = 0;
      return patiently(() => {
        let here = 0;
        const again = (bytes: number) => {
          here += bytes;
          if (here > told) arrived(here - told);
          told = Math.max(told, here);
        };
        return store.readObject(name, most, { ...others, arrived: again });
      });
    },
    readRange: (name, from, length) => patiently(() => store.readRange(name, from, length)),
    hasObject: (name, bytes) => patiently(() => store.hasObject(name, bytes)),
    writeObject: (name, bytes) => patiently(() => store.writeObject(name, bytes)),
    removeObject: name => patiently(() => store.removeObject(name)),
  };
}
