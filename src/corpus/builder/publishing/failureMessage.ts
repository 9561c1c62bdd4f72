import type { Bilingual } from '../../../engine/text/bilingual';
import { LostLockError, StorageError } from './storageErrors';

/** What went wrong with the index itself, and what to do: never a word of the corpus. */
export function failureMessage(error: unknown, storage: string): Bilingual {
  const cause = error instanceof StorageError ? error.cause : error;
  if (cause instanceof LostLockError) {
    return { zh: '另一个窗口接管了索引的写入。', en: 'Another window has taken over writing the index.' };
  }
  const { code, name } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC') {
    return {
      zh: `磁盘已满，无法使用索引文件夹 ${storage}，请腾出空间后重新索引。`,
      en: `The disk is full: free some space for the index folder ${storage} and index again.`,
    };
  }
  return {
    zh: `无法使用索引文件夹 ${storage}（${code ?? name}），请检查其权限和磁盘。`,
    en: `Cannot use the index folder ${storage} (${code ?? name}): check its permissions and the disk.`,
  };
}
