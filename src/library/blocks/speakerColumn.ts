import { FOLDER_BYTES, packedShorts } from './folderColumn';

/** Who spoke in each article of a layout. */
export type SpeakerOf = (article: number) => string | null;

/** Names that are told apart; whoever comes behind them counts as unknown. Number 0 is nobody. */
const MOST_NAMES = 0xffff;
const NAMES_BYTES = 4;
/** Names, unpacked: some 200,000 of usual length, which nobody has. */
const MOST_NAME_BYTES = 4 << 20;

/**
 * `[bytes of the names][names as JSON][two bytes an article: number of its name, from 1; 0: nobody]`, so that who spoke is known of a whole library
 * without a page of its metadata.
 */
export function encodeSpeakers(speakers: readonly (string | null)[]): Uint8Array {
  const numbers = new Map<string, number>();
  const column = new Uint8Array(FOLDER_BYTES * speakers.length);
  speakers.forEach((name, article) => {
    if (name === null) return;
    if (!numbers.has(name) && numbers.size < MOST_NAMES) numbers.set(name, numbers.size + 1);
    const number = numbers.get(name) ?? 0;
    column[FOLDER_BYTES * article] = number & 0xff;
    column[FOLDER_BYTES * article + 1] = number >> 8;
  });
  const names = Buffer.from(JSON.stringify([...numbers.keys()]));
  const bytes = new Uint8Array(NAMES_BYTES + names.length + column.length);
  new DataView(bytes.buffer).setUint32(0, names.length, true);
  bytes.set(names, NAMES_BYTES);
  bytes.set(column, NAMES_BYTES + names.length);
  return bytes;
}

/** What the column of so many articles takes at most. */
export const mostSpeakerBytes = (articles: number): number => NAMES_BYTES + MOST_NAME_BYTES + FOLDER_BYTES * articles;

/** Reads it again; null where the bytes are none of so many articles. */
export function decodeSpeakers(bytes: Uint8Array, articles: number): SpeakerOf | null {
  const length = bytes.length - NAMES_BYTES - FOLDER_BYTES * articles;
  if (length < 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== length) return null;
  const names = namesOf(bytes.subarray(NAMES_BYTES, NAMES_BYTES + length));
  if (!names) return null;
  const numbers = packedShorts(bytes.subarray(NAMES_BYTES + length));
  for (let article = 0; article < articles; article++) if (numbers.at(article) > names.length) return null;
  return article => (article < articles ? (names[numbers.at(article) - 1] ?? null) : null);
}

function namesOf(bytes: Uint8Array): string[] | null {
  try {
    const names: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(names) && names.length <= MOST_NAMES && names.every(isName) ? names : null;
  } catch {
    return null;
  }
}

const isName = (name: unknown): name is string => typeof name === 'string' && name !== '';
