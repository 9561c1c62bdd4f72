import { readFile, stat } from 'node:fs/promises';
import type { Bilingual } from '../../engine/text/bilingual';

/** A file of tables that cannot be used; `reason`: which, what is wrong, what to do. */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
  constructor(
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${reason.zh} / ${reason.en}`, options);
  }
}

/** What to say of a file, by its path. */
export interface Complaints {
  /** It is missing, or may not be read. */
  readonly unreadable: (path: string) => Bilingual;
  /** It is too large, or `decode` throws: damaged, or of another version. */
  readonly damaged: (path: string) => Bilingual;
}

/**
 * Reads a file of at most `mostBytes` whole, and decodes it.
 * @throws {UnusableFileError} and nothing else
 */
export async function readUsable<T>(
  path: string,
  mostBytes: number,
  decode: (bytes: Uint8Array) => T,
  { unreadable, damaged }: Complaints,
): Promise<T> {
  const fail = (reason: Bilingual) => (cause: unknown) => {
    throw new UnusableFileError(reason, { cause });
  };
  const { size } = await stat(path).catch(fail(unreadable(path)));
  if (size > mostBytes) throw new UnusableFileError(damaged(path));
  const bytes = await readFile(path).catch(fail(unreadable(path)));
  try {
    return decode(bytes);
  } catch (cause) {
    throw new UnusableFileError(damaged(path), { cause });
  }
}
