import { basename } from 'node:path';
import type { Reason } from '../formats/unreadableFile';

/** A file or folder that could not be looked into. */
export interface UnreadablePlace {
  readonly path: string;
  readonly reason: Reason;
  /** It is still there, or may be: what is indexed of it is kept. */
  readonly kept: boolean;
  /** How many files the row stands for, where it is one for a kind that is never meant as text. */
  readonly count?: number;
}

/** A name that is not UTF-8. */
export const UNDECODABLE: Reason = {
  kind: 'access',
  zh: '文件名不是 UTF-8 编码（多半是 GBK），请重命名后再试。',
  en: 'Its name is not in UTF-8 (probably GBK): rename it.',
};

/** Of a path that the corpus names and that is not there. */
export const MISSING: Reason = {
  kind: 'access',
  zh: '找不到该文件或文件夹：可能是移动硬盘、网络磁盘没有接上，或已改名。已有的索引保留；不再需要时，请从语料设置中去掉。',
  en: 'No such file or folder: perhaps a drive is not connected, or it was renamed. What is indexed of it is kept; remove it from the corpus setting when you do not need it any more.',
};

/** Of a symbolic link whose target is not there. */
export const LINK_TO_NOWHERE: Reason = {
  kind: 'access',
  zh: '链接指向的文件或文件夹不存在：可能是移动硬盘、网络磁盘没有接上，或已改名。已有的索引保留；不再需要时，请删去这个链接。',
  en: 'The file or folder that this link leads to does not exist: perhaps a drive is not connected, or it was renamed. What is indexed of it is kept; delete the link when you do not need it any more.',
};

/** Of a file or folder that the system does not let us read; `code` is what it said (`EACCES`). */
export function noAccess(path: string, code: string): Reason {
  return {
    kind: 'access',
    zh: `无法读取“${basename(path)}”（${code}），请检查权限或网络磁盘；已有的索引保留。`,
    en: `Cannot read "${basename(path)}" (${code}): check its permissions or the network drive. What is indexed of it is kept.`,
  };
}

/** @param path of the corpus folder; `limit` files were taken */
export function tooMany(path: string, limit: number): UnreadablePlace {
  return {
    path,
    kept: false,
    reason: {
      kind: 'too-large',
      zh: `文件超过 ${limit} 个，其余未读。请缩小语料文件夹，或用 include、exclude 筛选。`,
      en: `More than ${limit} files: the rest was not read. Choose smaller folders, or filter with include and exclude.`,
    },
  };
}
