import { nameOf } from './chunks';
import type { Store } from './store/store';

/** Puts objects into a store, each once. */
export interface Sender {
  /** Sees to it that the object is in the store. */
  send(bytes: Uint8Array): Promise<string>;
  sent(): number;
}

export function createSender(store: Store): Sender {
  let sent = 0;
  return {
    sent: () => sent,
    async send(bytes) {
      const name = nameOf(bytes);
      if (await store.hasObject(name)) return name;
      await store.writeObject(name, bytes);
      sent += bytes.length;
      return name;
    },
  };
}
