import { nameOf } from './chunks';
import type { Store } from './store/store';

/** Puts objects into a store, each once. */
export interface Sender {
  /** Sees to it that the object is in the store. */
  send(bytes: Uint8Array): Promise<string>;
  sent(): number;
}

/** @param again send everything, whatever the store says it has */
export function createSender(store: Store, again: boolean): Sender {
  let sent = 0;
  return {
    sent: () => sent,
    async send(bytes) {
      const name = nameOf(bytes);
      if (!again && (await store.hasObject(name, bytes.length))) return name;
      await store.writeObject(name, bytes);
      sent += bytes.length;
      return name;
    },
  };
}
