/** Pieces on their way. Each by itself: a list that waits for two does not wait for the hundreds that were asked for before. */
export interface PiecesComing {
  has(piece: number): boolean;
  /** They are on their way from now on. To be called in the end: of those that still are, that they are no more. */
  begin(pieces: readonly number[]): () => void;
  /** It is here, or cannot be had. */
  settle(piece: number): void;
  /** Resolves when none of them is on its way any more. */
  whenSettled(pieces: readonly number[]): Promise<void>;
}

interface Coming {
  readonly whenSettled: Promise<void>;
  readonly settled: () => void;
}

/** None is on its way. */
export function createPiecesComing(): PiecesComing {
  const coming = new Map<number, Coming>();
  const settle = (piece: number) => {
    coming.get(piece)?.settled();
    coming.delete(piece);
  };
  return {
    has: piece => coming.has(piece),
    begin(pieces) {
      const begun = pieces.map(piece => [piece, newComing()] as const);
      for (const [piece, one] of begun) coming.set(piece, one);
      // One may be on its way again since.
      return () => {
        for (const [piece, one] of begun) if (coming.get(piece) === one) settle(piece);
      };
    },
    settle,
    async whenSettled(pieces) {
      await Promise.all(pieces.flatMap(piece => coming.get(piece)?.whenSettled ?? []));
    },
  };
}

function newComing(): Coming {
  let settled = () => {};
  const whenSettled = new Promise<void>(resolve => {
    settled = resolve;
  });
  return { whenSettled, settled };
}
