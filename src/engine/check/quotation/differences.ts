/** One difference between two wordings: what stands in the first, and in the second in its place. Either may be empty. */
export interface Difference {
  readonly wrong: string;
  readonly right: string;
}

/**
 * What has to be changed in `wrong` to make it `right`, in their order, neighbours as one:
 * `differences('脚上有多少土', '脚下有多少泥')` → 上 to 下, 土 to 泥.
 */
export function differences(wrong: string, right: string): Difference[] {
  const width = right.length + 1;
  /** Of the rest behind i and j: characters that have to be changed. */
  const costs = new Uint16Array((wrong.length + 1) * width);
  const at = (i: number, j: number) => costs[i * width + j]!;
  for (let i = wrong.length; i >= 0; i--) {
    for (let j = right.length; j >= 0; j--) {
      const change =
        i < wrong.length && j < right.length ? at(i + 1, j + 1) + (wrong[i] === right[j] ? 0 : 1) : Number.MAX_VALUE;
      const takeOut = i < wrong.length ? at(i + 1, j) + 1 : Number.MAX_VALUE;
      const putIn = j < right.length ? at(i, j + 1) + 1 : Number.MAX_VALUE;
      const least = Math.min(change, takeOut, putIn);
      costs[i * width + j] = least === Number.MAX_VALUE ? 0 : least;
    }
  }
  const found: { wrong: string; right: string }[] = [];
  let isOpen = false;
  for (let i = 0, j = 0; i < wrong.length || j < right.length; ) {
    if (i < wrong.length && j < right.length && wrong[i] === right[j] && at(i, j) === at(i + 1, j + 1)) {
      isOpen = false;
      i++;
      j++;
      continue;
    }
    if (!isOpen) found.push({ wrong: '', right: '' });
    isOpen = true;
    const last = found.at(-1)!;
    const isChange = i < wrong.length && j < right.length && at(i, j) === at(i + 1, j + 1) + 1;
    const isTakenOut = !isChange && i < wrong.length && at(i, j) === at(i + 1, j) + 1;
    if (isChange || isTakenOut) last.wrong += wrong[i++];
    if (isChange || !isTakenOut) last.right += right[j++];
  }
  return found;
}
