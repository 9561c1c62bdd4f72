import { resolve } from 'node:path';
import { type MergedFrames, readStoredFrames } from '../../corpus/index/storedFrames';
import { readArticles } from '../../corpus/reading/readArticles';
import { articleText } from '../../engine/index/articles/articleText';
import type { CorpusView } from '../../engine/index/segment';
import { type ArticleFrames, type CorpusFrame, mergeFrames } from '../../engine/mining/mergeFrames';
import { mineFrames } from '../../engine/mining/mineFrames';
import { mineView } from '../../engine/mining/mineView';
import { rankFrames } from '../../engine/mining/rankFrames';
import { inBoth } from '../../engine/text/bilingual';
import { type AskedOptions, openAsked } from '../asked/asked';
import { cliLanguage } from '../output/language';

/** A file, or what is asked: an index, libraries, or both. */
export type FramesSource = { readonly path: string } | AskedOptions;

/** A frame as `--json` prints it. `paragraph` is 0-based. */
interface PrintedFrame {
  kind: CorpusFrame['level'];
  template: string;
  slots: { name: string; examples: readonly string[] }[];
  instances: { text: string; path: string; library?: string; paragraph: number }[];
}

interface Mined {
  readonly frames: readonly CorpusFrame[];
  placeOf(article: number): { readonly path: string; readonly library?: string };
  /** 1 where a part of the index could not be asked. */
  readonly status: 0 | 1;
}

/**
 * `fanben frames FILE|--storage DIR|--library TARGET… [--json]`: the parallel structures of a file, or of an index and of libraries, best first.
 * Prints `[{kind, template, slots, instances}]`. 1 where the file holds no article that can be read, or a part of the
 * index is damaged; the reasons go to stderr.
 * Rejects where the file, the index or a library cannot be opened.
 */
export async function frames(source: FramesSource, json: boolean): Promise<0 | 1> {
  const mined = 'path' in source ? await mineFile(source.path) : await mineAsked(source);
  if (!mined) return 1;
  const { frames: found, placeOf, status } = mined;
  console.log(json ? JSON.stringify(found.map(frame => printed(frame, placeOf))) : readable(found));
  return status;
}

async function mineFile(path: string): Promise<Mined | null> {
  const articles: ArticleFrames[] = [];
  for await (const read of readArticles(path)) {
    if ('problem' in read) {
      console.error(`${path}: ${inBoth(read.problem)}`);
      continue;
    }
    const paragraphs = articleText(read.article).split('\n');
    articles.push({ article: read.entry, cluster: read.entry, frames: mineFrames(paragraphs, { single: true }) });
  }
  if (articles.length === 0) {
    console.error(noArticle[cliLanguage()](path));
    return null;
  }
  return { frames: rankFrames(mergeFrames(articles)), placeOf: () => ({ path: resolve(path) }), status: 0 };
}

async function mineAsked(options: AskedOptions): Promise<Mined> {
  const asked = await openAsked(options);
  try {
    const { view, everything, framesPlaces, framesOnDemand, inLibrary } = asked;
    const read = await Promise.all(framesOnDemand.map(layout => layout.read()));
    const merged = read.filter(one => one !== null);
    if (merged.length < everything.length - view.length) console.error(notMined[cliLanguage()](asked.onDemand));
    const stored = await readStoredFrames(framesPlaces, merged);
    const isWhole = stored.missing === 0 && stored.damaged.length === 0;
    const { frames: found, metaOf } = isWhole ? stored : await readStoredFrames([], [minedNow(view), ...merged]);
    const places = new Map(
      found.flatMap(({ instances }) =>
        instances.map(({ article }) => {
          const { path } = metaOf(article);
          return [article, { path, ...inLibrary(path) }];
        }),
      ),
    );
    return { frames: found, placeOf: article => places.get(article)!, status: await asked.soundness() };
  } finally {
    await asked.close();
  }
}

/** Where frames are missing or damaged, all is mined anew. */
const minedNow = (view: CorpusView): MergedFrames => ({ version: '', ...mineView(view) });

const notMined = {
  zh: (names: readonly string[]) => `${names.join('、')}：按需读取，发布者没有备好全部句式，缺的没有列出`,
  en: (names: readonly string[]) =>
    `${names.join(', ')}: read on demand, and not all of its frames were published or could be had: those are missing here`,
};

function printed({ level, template, slots, instances }: CorpusFrame, placeOf: Mined['placeOf']): PrintedFrame {
  return {
    kind: level,
    template,
    slots: slots.map(({ name, examples }) => ({ name, examples })),
    instances: instances.map(({ text, article, paragraph }) => ({ text, ...placeOf(article), paragraph })),
  };
}

/** The frame, how many members and articles it has, and two of its members. */
function readable(found: readonly CorpusFrame[]): string {
  if (found.length === 0) return noFrames[cliLanguage()];
  return found
    .map(({ level, template, members, articles, instances }) => {
      const examples = instances.slice(0, 2).map(({ text }) => `    ${text}`);
      return [`${template}  (${about[cliLanguage()](level, members, articles)})`, ...examples].join('\n');
    })
    .join('\n');
}

const LEVEL_NAMES: Readonly<Record<CorpusFrame['level'], string>> = {
  heading: '标题',
  paragraph: '段首',
  sentence: '句子',
  clause: '分句',
  chain: '顶真',
  pair: '关联',
  series: '序列',
};
const about = {
  zh: (level: CorpusFrame['level'], members: number, articles: number) =>
    `${LEVEL_NAMES[level]}，${members > 1 ? `${members} 段，` : ''}${articles} 篇`,
  en: (level: CorpusFrame['level'], members: number, articles: number) =>
    `${level}, ${members > 1 ? `${members} members, ` : ''}${articles} ${articles === 1 ? 'article' : 'articles'}`,
};
const noFrames = { zh: '没有找到句式。', en: 'No frames found.' };
const noArticle = {
  zh: (path: string) => `${path}：没有可读的文章，请换一个文件`,
  en: (path: string) => `${path}: holds no article that can be read; try another file`,
};
