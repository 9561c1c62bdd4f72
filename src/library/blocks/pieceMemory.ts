/** What pieces are when they are read, those used last: as much as fits. Shared by all layouts of a library. */
export interface PieceMemory {
  get(key: string): unknown;
  set(key: string, value: unknown, bytes: number): void;
}

/** An empty memory of so many bytes; only one piece that is larger by itself may exceed them. */
export function createPieceMemory(mostBytes: number): PieceMemory {
  const held = new Map<string, { readonly value: unknown; readonly bytes: number }>();
  let total = 0;
  return {
    get(key) {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key); // to come back as the newest
      held.set(key, found);
      return found.value;
    },
    set(key, value, bytes) {
      total += bytes - (held.get(key)?.bytes ?? 0);
      held.delete(key);
      held.set(key, { value, bytes });
      for (const [oldest, { bytes: freed }] of held) {
        if (total <= mostBytes || oldest === key) break;
        held.delete(oldest);
        total -= freed;
      }
    },
  };
}
