/** What pieces are when they are read: as much as fits. Shared by all layouts of a library. */
export interface PieceMemory {
  /** The pieces of one layout, by their numbers. */
  of(layout: string): LayoutMemory;
}

export interface LayoutMemory {
  get(piece: number): unknown;
  set(piece: number, value: unknown, bytes: number): void;
}

interface Held {
  readonly pieces: Map<number, Held>;
  readonly piece: number;
  readonly value: unknown;
  readonly bytes: number;
  /** Since its turn to go came last. */
  isUsed: boolean;
}

/**
 * Holds `mostBytes`. What has not been used since its turn came last goes first (the clock algorithm: Corbató 1968): a list asks for thousands of
 * pieces, and a question must not cost a change of their order.
 */
export function createPieceMemory(mostBytes: number): PieceMemory {
  const layouts = new Map<string, LayoutMemory>();
  /** In the order of their turns. */
  const turns = new Set<Held>();
  let total = 0;
  const remove = (held: Held) => {
    turns.delete(held);
    held.pieces.delete(held.piece);
    total -= held.bytes;
  };
  const makeRoom = (newest: Held) => {
    for (const held of turns) {
      if (total <= mostBytes) return;
      if (held.isUsed) {
        held.isUsed = false;
        turns.delete(held);
        turns.add(held);
      } else if (held !== newest) remove(held);
      else if (turns.size === 1) return;
    }
  };
  const layoutMemory = (): LayoutMemory => {
    const pieces = new Map<number, Held>();
    return {
      get(piece) {
        const held = pieces.get(piece);
        if (held) held.isUsed = true;
        return held?.value;
      },
      set(piece, value, bytes) {
        const before = pieces.get(piece);
        if (before) remove(before);
        const held = { pieces, piece, value, bytes, isUsed: false };
        pieces.set(piece, held);
        turns.add(held);
        total += bytes;
        makeRoom(held);
      },
    };
  };
  return {
    of(layout) {
      const known = layouts.get(layout) ?? layoutMemory();
      layouts.set(layout, known);
      return known;
    },
  };
}
