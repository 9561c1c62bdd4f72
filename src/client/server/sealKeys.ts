import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import type { ServerOptions } from '../../server/protocol/options';

/** Where the keys lie in the editor's secret storage, and where it is noted what became of them. */
const SECRET = 'sealKeys';
const NOTE = 'sealKeys';
const KEY_BYTES = 32;
/** A key that is older is replaced; those before it are kept, to read with. */
const LONGEST_USE_MS = 365 * 24 * 3600 * 1000;
const MOST_KEYS = 4;

interface Key {
  /** Base64. */
  readonly key: string;
  /** When it was made. */
  readonly made: number;
}

/** What is known of the keys, apart from them: it must outlive a secret storage that loses them. */
interface Note {
  /** The start of the editor in which the newest was made. */
  readonly start: string;
  /** Something was written under it. */
  readonly isUsed: boolean;
  /** A key that was used was lost: this storage is not trusted again. */
  readonly hasLost: boolean;
}

/** This start of the extension. */
const THIS_START = randomBytes(8).toString('hex');

/**
 * The keys under which the server keeps what it has learnt of the writer, from the editor's secret storage. A new key is used from the
 * next start on, when it is known that the storage holds it: some hold nothing (no keyring, a browser), and what was written
 * under a key that is gone cannot be read. Where a key in use was lost all the same, nothing is sealed any more.
 */
export async function sealKeys(
  { secrets, globalState }: Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>,
  isWanted: boolean,
  { start, now }: { readonly start: string; readonly now: number } = { start: THIS_START, now: Date.now() },
): Promise<ServerOptions['seal']> {
  let keys = await storedKeys(secrets);
  let note = globalState.get<Note>(NOTE) ?? { start: '', isUsed: false, hasLost: false };
  // Of a key in use the start that made it may not be known any more: it was lost and came back.
  const isLost = keys.length === 0 && (note.isUsed || (note.start !== '' && note.start !== start));
  if (isLost) note = { start: '', isUsed: false, hasLost: note.hasLost || note.isUsed };
  // Whoever turns it off and on again tries anew.
  if (!isWanted && note.hasLost) note = { ...note, hasLost: false };
  const isDue = keys[0] === undefined || now - keys[0].made > LONGEST_USE_MS;
  if (isWanted && !note.hasLost && isDue) {
    keys = [{ key: randomBytes(KEY_BYTES).toString('base64'), made: now }, ...keys].slice(0, MOST_KEYS);
    const isKept = await secrets.store(SECRET, JSON.stringify(keys)).then(
      () => true,
      () => false,
    );
    if (!isKept) keys = keys.slice(1);
    else note = { ...note, start, isUsed: note.isUsed && keys.length > 1 };
  }
  const isProven = keys.length > 0 && note.start !== start;
  const isOn = isWanted && !note.hasLost && (isProven || keys.length > 1);
  if (isOn) note = { ...note, isUsed: true };
  if (JSON.stringify(note) !== JSON.stringify(globalState.get(NOTE))) await globalState.update(NOTE, note);
  // A key of this start is not written with, but read with: another window may be a start ahead.
  const ordered = isProven || keys.length < 2 ? keys : [...keys.slice(1), keys[0]!];
  return { keys: ordered.map(({ key }) => key), isOn };
}

async function storedKeys(secrets: vscode.SecretStorage): Promise<Key[]> {
  try {
    const keys: unknown = JSON.parse((await secrets.get(SECRET)) ?? '[]');
    const isKey = (one: Partial<Key> | null) => typeof one?.key === 'string' && typeof one.made === 'number';
    return Array.isArray(keys) ? keys.filter(isKey) : [];
  } catch {
    return []; // no storage, or nothing of ours in it
  }
}
