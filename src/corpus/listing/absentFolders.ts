import { basename } from 'node:path';
import { byPath, paths } from '../../paths/pathIdentity';
import type { Reason } from '../formats/unreadableFile';
import type { FileState, Manifest } from '../index/manifest';
import type { EmptyFolder, FolderDevice, Listing } from './listing';
import type { UnreadablePlace } from './unreadablePlaces';

/** A corpus folder that had as many files is not emptied by a hand that tidies up. */
const MANY = 20;

/**
 * A listing in which folders that were there before and are empty now count as places that cannot be read: a share that is not
 * mounted leaves an empty folder behind, and its articles are to be there when it returns. That is so of a folder that is on another
 * device than its files were, and of a corpus folder that had many. What was moved elsewhere, by name and size, is gone.
 */
export function withAbsentFolders(manifest: Manifest, listing: Listing): Listing {
  if (listing.empty.length === 0 || manifest.files.length === 0) return listing;
  const told = new Set(listing.unreadable.map(({ path }) => path));
  const deviceOf = byPath(new Map((manifest.devices ?? []).map(place => [place.path, place])));
  const isMoved = movedFiles(manifest, listing);
  const absent = listing.empty.flatMap((folder): UnreadablePlace[] => {
    const { path, device, isRoot } = folder;
    if (told.has(path)) return [];
    const before = manifest.files.filter(file => paths.isWithin(file.path, path));
    const known = deviceOf(path)?.device;
    const isOtherDevice = known !== undefined && known !== device;
    if (before.length === 0 || !(isOtherDevice || (isRoot && before.length >= MANY))) return [];
    if (before.filter(isMoved).length * 2 >= before.length) return [];
    return [{ path, kept: true, reason: absentReason(before.length) }];
  });
  return absent.length === 0 ? listing : { ...listing, unreadable: [...listing.unreadable, ...absent] };
}

/** The devices to remember: of a folder that is absent, the one that its files are on. */
export function devicesToKeep(manifest: Manifest, { devices, empty }: Listing): readonly FolderDevice[] {
  const isEmpty = byPath(new Map(empty.map((folder): [string, EmptyFolder] => [folder.path, folder])));
  const waiting = (manifest.devices ?? []).filter(
    ({ path }) => isEmpty(path) && manifest.files.some(file => paths.isWithin(file.path, path)),
  );
  const isWaiting = byPath(new Map(waiting.map(place => [place.path, place])));
  return [...devices.filter(({ path }) => !isWaiting(path)), ...waiting];
}

/** Is a file that is not where it was found elsewhere, under its name and as long? */
function movedFiles({ files }: Manifest, listing: Listing): (file: FileState) => boolean {
  const known = byPath(new Map(files.map(file => [file.path, file])));
  const key = ({ path, size }: FileState) => `${basename(path)}\0${size}`;
  const added = new Set(listing.files.filter(({ path }) => !known(path)).map(key));
  return file => added.has(key(file));
}

function absentReason(files: number): Reason {
  return {
    kind: 'access',
    zh: `文件夹是空的，而索引里有其中的 ${files} 个文件：可能是移动硬盘、网络磁盘没有接上。已有的索引保留，接上后自动恢复；如果确实清空了，请执行“范本：重建索引”。`,
    en: `The folder is empty, but ${files} files of it are indexed: perhaps a drive is not connected. What is indexed of it is kept until they are there again; if you have emptied it, run "Fanben: Rebuild Index".`,
  };
}
