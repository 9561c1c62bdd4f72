/** A sentence in both languages of the interface: whoever shows it knows which one is read. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** For a reader whose language is not known: `没有文字 / no text`. */
export function inBoth({ zh, en }: Bilingual): string {
  return `${zh} / ${en}`;
}

/** Behind what is the same in both languages, a file or a line: `behind('3: ', { zh: '乱码', en: 'garbled' })`. */
export function behind(prefix: string, { zh, en }: Bilingual): Bilingual {
  return { zh: prefix + zh, en: prefix + en };
}
