import type { ArticleRef } from '../protocol/exemplars';

/** What names an article: its file, its number there, and its title. */
interface Named extends ArticleRef {
  readonly title: string;
}

/** Address of the document in which a client shows an article: `fanben-source:/在全县大会上的讲话?{"path":…,"entry":0}`, encoded. */
export function articleAddress(scheme: string, { path, entry, title }: Named): string {
  const name = encodeURIComponent(title.replace(/[\\/]/g, '／'));
  return `${scheme}:/${name}?${encodeURIComponent(JSON.stringify({ path, entry }))}`;
}

/** The article that such a document shows; undefined where the address is one of a file or a draft. */
export function articleAt(address: string): ArticleRef | undefined {
  const query = /^(?!file:|untitled:)[\w.+-]+:[^?]*\?(%7B.*|\{.*)$/i.exec(address)?.[1];
  if (query === undefined) return undefined;
  try {
    const { path, entry } = JSON.parse(decodeURIComponent(query)) as Partial<ArticleRef>;
    return typeof path === 'string' && typeof entry === 'number' ? { path, entry } : undefined;
  } catch {
    return undefined;
  }
}
