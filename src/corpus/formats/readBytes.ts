import { stat } from 'node:fs/promises';
import { boundedBytes, NoFileError, StalledReadError } from '../reading/boundedFile';
import { type DecodedText, decodeText, NotTextError } from '../reading/decode';
import { type Reason, UnreadableFileError } from './unreadableFile';

const SYSTEM_REASONS: Readonly<Record<string, Reason>> = {
  ENOENT: {
    kind: 'access',
    zh: '文件不存在，可能已被移动或删除',
    en: 'the file does not exist; it may have been moved or deleted',
  },
  EACCES: {
    kind: 'access',
    zh: '没有读取权限，请检查文件权限',
    en: 'no permission to read it; check the permissions of the file',
  },
  EPERM: {
    kind: 'access',
    zh: '没有读取权限，请检查文件权限',
    en: 'no permission to read it; check the permissions of the file',
  },
  EISDIR: { kind: 'access', zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
  EBUSY: {
    kind: 'access',
    zh: '文件正被其他程序占用，请关闭后重试',
    en: 'another program holds the file; close it and try again',
  },
};

const NO_FILE: Reason = {
  kind: 'access',
  zh: '这不是普通文件（是管道或设备），未读取',
  en: 'this is no regular file but a pipe or a device: not read',
};

const STALLED: Reason = {
  kind: 'too-slow',
  zh: '读取时一直没有数据，已跳过；如在网络磁盘上，请检查连接',
  en: 'no data came while it was read: skipped; if it is on a network drive, check the connection',
};

/** The whole file, if it is not larger than `maxBytes`. @throws {UnreadableFileError} */
export async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  await checkSize(path, maxBytes);
  return boundedBytes(path, maxBytes, size => tooLarge(path, size, maxBytes)).catch(error => {
    throw systemError(path, error);
  });
}

/** @throws {UnreadableFileError} where the file is missing, no file, or larger than `maxBytes` */
export async function checkSize(path: string, maxBytes: number): Promise<void> {
  const info = await stat(path).catch(error => {
    throw systemError(path, error);
  });
  if (info.isDirectory()) throw new UnreadableFileError(path, SYSTEM_REASONS.EISDIR!);
  if (!info.isFile()) throw new UnreadableFileError(path, NO_FILE);
  if (info.size > maxBytes) throw tooLarge(path, info.size, maxBytes);
}

/** What is said of a file with so many bytes, or more. */
export function tooLarge(path: string, bytes: number, maxBytes: number): UnreadableFileError {
  const size = `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const most = `${Math.floor((maxBytes / 1024 / 1024) * 10) / 10} MB`;
  return new UnreadableFileError(path, {
    kind: 'too-large',
    zh: `文件太大（${size}，上限 ${most}），请拆分，或调高大小限制`,
    en: `the file is too large (${size}, limit ${most}); split it or raise the limit`,
  });
}

/** `decodeText` with its error told of the file. @throws {UnreadableFileError} */
export function decodeFile(path: string, bytes: Uint8Array, declared?: string): DecodedText {
  try {
    return decodeText(bytes, declared);
  } catch (error) {
    if (!(error instanceof NotTextError)) throw error;
    const advice = { zh: '，请改用正确的扩展名或另存为文本', en: '; give it its proper extension or save it as text' };
    throw new UnreadableFileError(
      path,
      { kind: 'unsupported', zh: error.zh + advice.zh, en: error.en + advice.en },
      { cause: error },
    );
  }
}

/** Whatever went wrong while a file was opened or read, as a reason to tell the writer. */
export function systemError(path: string, error: unknown): UnreadableFileError {
  if (error instanceof UnreadableFileError) return error;
  if (error instanceof NoFileError) return new UnreadableFileError(path, NO_FILE, { cause: error });
  if (error instanceof StalledReadError) return new UnreadableFileError(path, STALLED, { cause: error });
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const reason = SYSTEM_REASONS[code] ?? {
    kind: 'access' as const,
    zh: `读取失败（${message}）`,
    en: `reading failed (${message})`,
  };
  return new UnreadableFileError(path, reason, { cause: error });
}
