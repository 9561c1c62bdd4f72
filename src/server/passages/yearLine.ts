import type { CorpusView } from '../../engine/index/segment';
import { isSeldomLately, yearCounts } from '../../engine/lookup/wording/years';
import { type ArticleDirectory, yearOf } from '../../engine/passages/articleDirectory';
import type { FoundPassages } from '../../engine/passages/findPassages';
import type { Texts } from '../textTable';
import { escapeMarkdown } from './markdown';

/** Of fewer articles, or years, a line over time says nothing. */
const FEWEST_ARTICLES = 5;
const FEWEST_YEARS = 3;
/** Years in the line, the last ones. */
const MOST_YEARS = 12;
const BARS = '▁▂▃▄▅▆▇█';
/** As wide as a bar, and never joined with its neighbours as blanks are. */
const NO_BAR = '\u2003';

/** Articles whose speaker is looked at, and how many of one name somebody. */
const MOST_SPEAKERS = 256;
const FEWEST_OF_ONE = 3;

/** When a wording was said, and by whom most: `2012 ▁▂▅█▃▁ 2024 · 周明远 9 篇 · 近年少用`. Empty where that says nothing. */
export function yearLine(found: FoundPassages, directory: ArticleDirectory, texts: Texts): string {
  const met = new Set(found.dates.map(yearOf).filter(year => year !== null));
  if (found.articles < FEWEST_ARTICLES || met.size < FEWEST_YEARS) return '';
  const scale = found.dates.length > 0 ? found.articles / found.dates.length : 1;
  const years = yearCounts(found.dates, directory.byYear(), Math.max(1, scale));
  const seldom = isSeldomLately(years) ? ` · ${texts.seldomLately}` : '';
  const last = years.findLastIndex(({ articles }) => articles > 0);
  const shown = years.slice(0, last + 1).slice(-MOST_YEARS);
  const first = shown.findIndex(({ articles }) => articles > 0);
  const line = shown.slice(first);
  const most = Math.max(...line.map(({ articles }) => articles));
  const bars = line.map(({ articles }) =>
    articles === 0 ? NO_BAR : BARS[Math.min(BARS.length - 1, Math.floor((articles / most) * BARS.length))],
  );
  return `${line[0]!.year} ${bars.join('')} ${line.at(-1)!.year}${mostly(found, directory.view, texts)}${seldom}`;
}

/** Who said it most; of many articles, by a sample. */
function mostly({ places, articles, estimated }: FoundPassages, view: CorpusView, texts: Texts): string {
  const stride = Math.max(1, places.length / MOST_SPEAKERS);
  const looked = Array.from(
    { length: Math.floor(places.length / stride) },
    (_, at) => places[Math.floor(at * stride)]!,
  );
  const counts = new Map<string, number>();
  for (const { segment: number, position } of looked) {
    const segment = view[number]!;
    const { speaker } = segment.meta(segment.articleAt(position));
    if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const [speaker, count = 0] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0] ?? [];
  if (!speaker || count < FEWEST_OF_ONE) return '';
  const isSample = estimated || looked.length < articles;
  return ` · ${escapeMarkdown(speaker)} ${texts.articles(Math.round((count * articles) / looked.length), isSample)}`;
}
