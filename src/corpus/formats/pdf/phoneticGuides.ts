import { bodySize, type DrawnText } from './layout';

/** Pinyin or Zhuyin. */
const READING = /^[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ\s'’]+$|^[\u3105-\u312fˊˇˋ˙\s]+$/i;
const LARGEST = 0.72;
/** Base lines of a guide and of its character, in parts of the size of the character. */
const [LEAST_RAISE, MOST_RAISE] = [0.5, 1.6];

/** The text of a page without the readings set in small type above characters. */
export function withoutGuides(drawn: readonly DrawnText[]): readonly DrawnText[] {
  const size = bodySize(drawn);
  const small = drawn.filter(one => one.size <= size * LARGEST && READING.test(one.text));
  if (small.length === 0) return drawn;
  const bases = drawn.filter(one => one.size > size * LARGEST).sort((a, b) => a.y - b.y);
  const guides = new Set(small.filter(guide => isAbove(guide, bases)));
  return drawn.filter(one => !guides.has(one));
}

function isAbove(guide: DrawnText, bases: readonly DrawnText[]): boolean {
  const middle = guide.left + guide.width / 2;
  return bases.some(
    ({ left, width, y, size }) =>
      y - guide.y > LEAST_RAISE * size && y - guide.y < MOST_RAISE * size && middle > left && middle < left + width,
  );
}
