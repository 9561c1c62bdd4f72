import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderStore } from './folderStore';
import type { Network } from './network';
import { networkSend } from './networkSend';
import { type Patience, patientStore } from './patientStore';
import { type S3Keys, s3Access } from './s3Access';
import { s3Store } from './s3Store';
import { type Store, storeErrors } from './store';
import { type Send, webStore } from './webStore';

/** `library` and `library/` are one; what stands behind `?` says how to reach it, and is no part of what it is. */
export type TargetKind = 'folder' | 'web' | 's3';

function targetKind(target: string): TargetKind {
  if (/^s3:\/\//i.test(target)) return 's3';
  return /^https?:\/\//i.test(target) ? 'web' : 'folder';
}

/**
 * The store at a target: a folder (a path, `~/…`, `file:…`), a web server (`https://…`, to read), or `s3://bucket/prefix`. Nothing is opened yet. It is asked again
 * where it is busy for a moment.
 *
 * @param keys of an object store, by default those of the environment; of a web server user and password
 */
export async function openStore(
  target: string,
  keys?: S3Keys,
  network: Network = {},
  patience: Patience = {},
): Promise<Store> {
  return patientStore(await storeAt(target, keys, network), patience);
}

async function storeAt(target: string, keys: S3Keys | undefined, network: Network): Promise<Store> {
  const kind = targetKind(target);
  if (kind === 's3') {
    const access = await s3Access(target, keys);
    return s3Store(access, await networkSend(access.target, access.base, network));
  }
  if (kind === 'web') {
    const url = new URL(target);
    if (url.username || url.password) throw storeErrors.keysInAddress(url.host);
    const base = `${target.replace(/\/+$/, '')}/`;
    const send = await networkSend(target, base, network);
    return webStore({ target, base, send: keys ? asUser(keys, send) : send, canWrite: false });
  }
  const path = /^file:/i.test(target) ? fileURLToPath(target) : target.replace(/^~(?=[\\/]|$)/, homedir());
  return folderStore(resolve(join(path)));
}

/** Basic authentication (RFC 7617), as web servers have it for folders. */
function asUser({ accessKeyId, secretAccessKey }: S3Keys, send: Send): Send {
  const authorization = `Basic ${Buffer.from(`${accessKeyId}:${secretAccessKey}`).toString('base64')}`;
  return (url, asked) => send(url, { ...asked, headers: { ...asked.headers, authorization } });
}
