import { bodySize, type Piece } from './layout';

/** Pinyin or Zhuyin. */
const READING = /^[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ\s'’]+$|^[\u3105-\u312fˊˇˋ˙\s]+$/i;
const LARGEST = 0.72;
/** Base lines of a guide and of its character, in parts of the size of the character. */
const [LEAST_RAISE, MOST_RAISE] = [0.5, 1.6];

/** The pieces of a page without the readings set in small type above characters. */
export function withoutGuides(pieces: readonly Piece[]): readonly Piece[] {
  const size = bodySize(pieces);
  const small = pieces.filter(piece => piece.size <= size * LARGEST && READING.test(piece.text));
  if (small.length === 0) return pieces;
  const bases = pieces.filter(piece => piece.size > size * LARGEST).sort((a, b) => a.y - b.y);
  const guides = new Set(small.filter(guide => isAbove(guide, bases)));
  return pieces.filter(piece => !guides.has(piece));
}

function isAbove(guide: Piece, bases: readonly Piece[]): boolean {
  const middle = guide.left + guide.width / 2;
  return bases.some(
    ({ left, width, y, size }) =>
      y - guide.y > LEAST_RAISE * size && y - guide.y < MOST_RAISE * size && middle > left && middle < left + width,
  );
}
