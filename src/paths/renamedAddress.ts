/** A file or a folder that was renamed or moved: its addresses before and after, as the protocol tells them. */
export interface Renamed {
  readonly oldUri: string;
  readonly newUri: string;
}

/** The address that what had `uri` has now: its own is another, or that of a folder it is in; `uri` where neither is. */
export function addressAfter(renames: readonly Renamed[], uri: string): string {
  const found = renames.find(({ oldUri }) => uri === oldUri || uri.startsWith(`${oldUri}/`));
  return found ? found.newUri + uri.slice(found.oldUri.length) : uri;
}
