import { type ReadEntry, type ReadOptions, readArticles, UnreadableFileError } from '../../reading/readArticles';
import type { ConversionError, Convert } from './converter';

/**
 * `readArticles`, and where the file is of a kind that another program may read, and there is one, what that makes of it.
 * @throws {UnreadableFileError} with what both said
 */
export async function* readOrConvert(
  path: string,
  options: ReadOptions,
  convert: Convert | null,
): AsyncGenerator<ReadEntry> {
  try {
    yield* readArticles(path, options);
  } catch (error) {
    if (!convert || !(error instanceof UnreadableFileError) || !error.reason.converts) throw error;
    yield* converted(error, options, convert);
  }
}

async function* converted(
  error: UnreadableFileError,
  options: ReadOptions,
  convert: Convert,
): AsyncGenerator<ReadEntry> {
  const { path, reason } = error;
  const refused = ({ zh, en }: { zh: string; en: string }) =>
    new UnreadableFileError(
      path,
      { ...reason, zh: `${reason.zh}（${zh}）`, en: `${reason.en} (${en})` },
      { cause: error },
    );
  const made = await convert(path).catch((failure: ConversionError) => {
    throw refused(failure.reason);
  });
  try {
    yield* readArticles(made.path, options);
  } catch (failure) {
    throw failure instanceof UnreadableFileError ? refused(failure.reason) : failure;
  } finally {
    await made.remove();
  }
}
