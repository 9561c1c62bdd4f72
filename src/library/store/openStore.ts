import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderStore } from './folderStore';
import { type S3Keys, s3Access } from './s3Access';
import { s3Store } from './s3Store';
import type { Store } from './store';
import { webStore } from './webStore';

/** `library` and `library/` are one; what stands behind `?` says how to reach it, and is no part of what it is. */
export type TargetKind = 'folder' | 'web' | 's3';

export function targetKind(target: string): TargetKind {
  if (/^s3:\/\//i.test(target)) return 's3';
  return /^https?:\/\//i.test(target) ? 'web' : 'folder';
}

/**
 * The store at a target: a folder (a path, `~/…`, `file:…`), a web server (`https://…`, to read), or `s3://bucket/prefix`. Nothing is opened yet.
 *
 * @param keys of an object store; by default those of the environment
 */
export async function openStore(target: string, keys?: S3Keys): Promise<Store> {
  const kind = targetKind(target);
  if (kind === 's3') return s3Store(await s3Access(target, keys));
  if (kind === 'web') return webStore({ target, base: `${target.replace(/\/+$/, '')}/`, send: fetch, canWrite: false });
  const path = /^file:/i.test(target) ? fileURLToPath(target) : target.replace(/^~(?=[\\/]|$)/, homedir());
  return folderStore(resolve(join(path)));
}
