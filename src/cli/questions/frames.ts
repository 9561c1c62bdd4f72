import { resolve } from 'node:path';
import { readStoredFrames } from '../../corpus/index/storedFrames';
import { readArticles } from '../../corpus/reading/readArticles';
import { articleText } from '../../engine/index/articles/articleText';
import { type ArticleFrames, type CorpusFrame, mergeFrames } from '../../engine/mining/mergeFrames';
import { mineFrames } from '../../engine/mining/mineFrames';
import { mineView } from '../../engine/mining/mineView';
import { rankFrames } from '../../engine/mining/rankFrames';
import { inBoth } from '../../engine/text/bilingual';
import { openNotedIndex } from '../asked/notedIndex';
import { soundness } from '../asked/soundness';
import { cliLanguage } from '../output/language';

/** A file, or the storage folder of an index. */
export type FramesSource =
  | { readonly path: string }
  | { readonly storage: string; readonly notes?: string | undefined };

/** A frame as `--json` prints it. `paragraph` is 0-based. */
interface PrintedFrame {
  kind: CorpusFrame['level'];
  template: string;
  slots: { name: string; examples: readonly string[] }[];
  instances: { text: string; path: string; paragraph: number }[];
}

interface Mined {
  readonly frames: readonly CorpusFrame[];
  pathOf(article: number): string;
  /** 1 where a part of the index could not be asked. */
  readonly status: 0 | 1;
}

/**
 * `fanben frames FILE|--storage DIR [--json]`: the parallel structures of a file, or of an index, best first.
 * Prints `[{kind, template, slots, instances}]`. 1 where the file holds no article that can be read, or a part of the
 * index is damaged; the reasons go to stderr.
 * Rejects where the file or the index cannot be opened.
 */
export async function frames(source: FramesSource, json: boolean): Promise<0 | 1> {
  const mined = 'path' in source ? await mineFile(source.path) : await mineStorage(source.storage, source.notes);
  if (!mined) return 1;
  const { frames: found, pathOf, status } = mined;
  console.log(json ? JSON.stringify(found.map(frame => printed(frame, pathOf))) : readable(found));
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
  return { frames: rankFrames(mergeFrames(articles)), pathOf: () => resolve(path), status: 0 };
}

async function mineStorage(storage: string, notes: string | undefined): Promise<Mined> {
  const index = await openNotedIndex(storage, notes);
  try {
    const stored = await readStoredFrames([{ storage, view: index.view }]);
    const isWhole = stored.missing === 0 && stored.damaged.length === 0;
    const { frames: found, metaOf } = isWhole ? stored : mineView(index.view);
    const paths = new Map(
      found.flatMap(({ instances }) => instances.map(({ article }) => [article, metaOf(article).path])),
    );
    return { frames: found, pathOf: article => paths.get(article) ?? '', status: await soundness(storage, index) };
  } finally {
    await index.close();
  }
}

function printed({ level, template, slots, instances }: CorpusFrame, pathOf: Mined['pathOf']): PrintedFrame {
  return {
    kind: level,
    template,
    slots: slots.map(({ name, examples }) => ({ name, examples })),
    instances: instances.map(({ text, article, paragraph }) => ({ text, path: pathOf(article), paragraph })),
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
