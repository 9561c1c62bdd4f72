/** What a library is called: as the writer does, else as its publisher does, else by the last part of its address: `s3://县委/资料库?…` → 资料库. */
export function libraryName(
  { target, name }: { readonly target: string; readonly name: string },
  own?: string,
): string {
  return own || name || (target.replace(/\?.*$/, '').split(/[\\/]/).filter(Boolean).at(-1) ?? target);
}
