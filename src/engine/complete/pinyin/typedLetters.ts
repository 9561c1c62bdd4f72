/** Fewer letters say too little. */
const FEWEST = 2;
const MOST = 30;

/** The pinyin letters at the cursor, `''` if there are none: `推动gzl|` → `gzl`. A Latin word or a number is none. */
export function typedLetters(before: string): string {
  const letters = /[a-z]+$/.exec(before)?.[0] ?? '';
  if (letters.length < FEWEST || letters.length > MOST) return '';
  const previous = before.charAt(before.length - letters.length - 1);
  return /[A-Za-z0-9_./@'-]/.test(previous) ? '' : letters;
}
