import type { ArticleMeta } from '../../engine/index/segment';
import type { OriginCount } from '../../engine/passages/countByOrigin';
import type { Passage } from '../../engine/passages/passage';
import type { Asked } from '../asked/asked';
import { cliLanguage } from '../output/language';

/** A place as `--json` prints it; `paragraph` is 0-based. */
export interface PrintedSource {
  title: string;
  date: string | null;
  speaker: string | null;
  path: string;
  /** Of what comes from a library: its name; the path is one in it then. */
  library?: string;
  paragraph: number;
}

/** Turns a passage into the fields that are printed of where it stands. */
export type PrintSource = (passage: Pick<Passage, 'article' | 'paragraph'>) => PrintedSource;

/** Where a passage stands, as `--json` prints it. */
export function printedSource(
  { article, paragraph }: Pick<Passage, 'article' | 'paragraph'>,
  inLibrary: Asked['inLibrary'],
): PrintedSource {
  const { title, date, speaker, path }: ArticleMeta = article;
  return { title, date, speaker, path, ...inLibrary(path), paragraph };
}

/** Where something was said, in one line: `在全县大会上的讲话 周明远 2023-02-06 〔县委库〕` */
export function origin({
  title,
  date,
  speaker,
  library,
}: Pick<PrintedSource, 'title' | 'date' | 'speaker' | 'library'>): string {
  return [title, speaker, date, library && `〔${library}〕`].filter(Boolean).join(' ');
}

/** `约 812 篇`; where libraries have it, too, `本机 3 篇 · 县委库 41 篇`. */
export function inArticles({
  articles,
  estimated = false,
  apart,
}: {
  articles: number;
  estimated?: boolean;
  apart?: readonly OriginCount[];
}): string {
  if (apart) return apart.map(one => `${one.library ?? own[cliLanguage()]} ${inArticles({ ...one })}`).join(' · ');
  if (cliLanguage() === 'zh') return `${estimated ? '约 ' : ''}${articles} 篇`;
  return `${estimated ? 'about ' : ''}${articles} ${articles === 1 ? 'article' : 'articles'}`;
}

const own = { zh: '本机', en: 'here' };
