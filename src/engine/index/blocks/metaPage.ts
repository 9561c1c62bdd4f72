/** What a page of metadata says of an article; near-duplicates and dates are in the index. */
export interface PageMeta {
  /** In the library, with `/`. */
  readonly path: string;
  readonly entry: number;
  readonly title: string;
  readonly speaker: string | null;
  readonly occasion: string | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes of a page: JSON, UTF-8. */
export function encodeMetaPage(metas: readonly PageMeta[]): Uint8Array {
  return encoder.encode(JSON.stringify(metas));
}

/** Reads it again; null where the bytes are no page of `count` articles. */
export function decodeMetaPage(bytes: Uint8Array, count: number): readonly PageMeta[] | null {
  try {
    const metas: unknown = JSON.parse(decoder.decode(bytes));
    return Array.isArray(metas) && metas.length === count && metas.every(isPageMeta) ? metas : null;
  } catch {
    return null;
  }
}

/** Is a value what a page says of an article? Its path leads nowhere but below. */
export function isPageMeta(value: unknown): value is PageMeta {
  const { path, entry, title, speaker, occasion } = (value ?? {}) as Record<string, unknown>;
  const isText = (one: unknown) => one === null || typeof one === 'string';
  return (
    typeof path === 'string' &&
    !path.split('/').some(part => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part)) &&
    Number.isSafeInteger(entry) &&
    (entry as number) >= 0 &&
    typeof title === 'string' &&
    isText(speaker) &&
    isText(occasion)
  );
}
