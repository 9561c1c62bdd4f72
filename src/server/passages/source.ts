import { basename } from 'node:path';
import { readFileName } from '../../engine/article/metadata/fileName';
import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import type { ArticleMeta } from '../../engine/index/segment';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { type ArticlePlace, articleParagraphs } from '../../engine/passages/articlePlace';
import type { PassageRef, Source } from '../protocol/passages';
import type { Texts } from '../textTable';
import { placeOf } from './placeOf';

type Articles = Pick<ArticleDirectory, 'view' | 'find'>;

/** All articles, and behind them those of libraries that are read on demand, as far as it is known here what they are. */
export function withPartial({ view, find }: Articles, partial: readonly BlockSegment[]): Articles {
  const findHere = (path: string, entry: number): ArticlePlace | null => {
    const places = partial.map((segment, i) => ({
      segment: view.length + i,
      article: segment.articleHere(path, entry),
    }));
    return places.find(({ article }) => article >= 0) ?? null;
  };
  return {
    view: [...view, ...partial],
    find: (path, entry) => find(path, entry) ?? findHere(path, entry),
  };
}

/**
 * The article of a passage as a text to read, from the index alone: whatever the kind of its file, and whatever has become of it.
 *
 *     在全县大会上的讲话
 *     2023-02-06 · 周明远 · 大会.docx
 *
 *     同志们：
 */
export function source({ view, find }: Articles, ref: PassageRef, texts: Texts): Source {
  const { path, entry } = ref;
  const place = find(path, entry);
  if (!place) return { kind: 'gone', path, message: texts.notIndexed(path) };
  const meta = view[place.segment]!.meta(place.article);
  const title = meta.title || texts.untitled;
  const paragraphs = articleParagraphs(view, place);
  const head = [title, originLine(meta, basename(path)), ''];
  // A wording that an index of today does not have any more: the article is shown from its beginning.
  const { paragraph, offset, length } = placeOf(paragraphs, ref, ref.text) ?? { paragraph: 0, offset: 0, length: 0 };
  const line = head.length + paragraph;
  const [start, end] = [offset, offset + length].map(character => ({ line, character }));
  return { kind: 'article', path, entry, title, text: [...head, ...paragraphs].join('\n'), start: start!, end: end! };
}

/** Date, speaker and name of the file; what the name of the file says already is not said twice. */
function originLine({ date, speaker }: Pick<ArticleMeta, 'date' | 'speaker'>, fileName: string): string {
  const said = readFileName(fileName);
  return [date !== said.date && date, speaker !== said.speaker && speaker, fileName].filter(Boolean).join(' · ');
}
