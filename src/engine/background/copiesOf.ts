/** Wordings of this length are compared: long enough not to be a phrase of the genre. */
const LENGTH = 24;
/** Of the held-out articles every so many characters one is kept. */
const STRIDE = 6;
/** An article that shares more with a held-out one, of the shorter of the two, is a copy of it. */
const COPY = 0.25;

const BASE = 0x01000193;
const POWER = (() => {
  let power = 1;
  for (let i = 1; i < LENGTH; i++) power = Math.imul(power, BASE);
  return power;
})();

/**
 * Tells which texts are copies, whole or in great part, of one of the held-out texts. A held-out article that is in the
 * corpus as well, from another site or under another date, would be completed from itself.
 */
export function copiesOf(held: readonly string[]): (text: string) => boolean {
  const owner = new Map<number, number>();
  const sizes = new Int32Array(held.length);
  const mayBe = new Uint8Array(1 << 16);
  held.forEach((text, article) => {
    visitHashes(text, (hash, at) => {
      if (at % STRIDE !== 0) return;
      owner.set(hash, article);
      mayBe[hash >>> 16] = 1;
      sizes[article]!++;
    });
  });
  return text => {
    const found = new Map<number, Set<number>>();
    visitHashes(text, hash => {
      if (mayBe[hash >>> 16] === 0) return;
      const article = owner.get(hash);
      if (article === undefined) return;
      const hashes = found.get(article) ?? new Set();
      found.set(article, hashes.add(hash));
    });
    const size = Math.max(1, (text.length - LENGTH) / STRIDE);
    return [...found].some(([article, hashes]) => hashes.size > COPY * Math.min(size, sizes[article]!));
  };
}

function visitHashes(text: string, visit: (hash: number, at: number) => void): void {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    if (i >= LENGTH) hash = (hash - Math.imul(text.charCodeAt(i - LENGTH), POWER)) | 0;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    if (i >= LENGTH - 1) visit(Math.imul(hash, 0x9e3779b1) >>> 0, i - LENGTH + 1);
  }
}
