import { framesName } from '../../../src/corpus/index/framesFile';
import { readStoredFrames } from '../../../src/corpus/index/storedFrames';
import { createSuggestions } from '../../../src/engine/complete/suggestions';
import { contextNeeds, rowNeeds, topicNeeds, wordingNeeds } from '../../../src/engine/index/blocks/needs';
import { articleEnd, type CorpusView } from '../../../src/engine/index/segment';
import { likeSentences } from '../../../src/engine/lookup/like/likeSentences';
import { nextNeeds, nextParagraphs } from '../../../src/engine/lookup/like/nextParagraphs';
import { concordance } from '../../../src/engine/lookup/lines/concordance';
import { historyNeeds, linesNeeds } from '../../../src/engine/lookup/lines/linesNeeds';
import { speakerProfile } from '../../../src/engine/lookup/profile';
import { profileNeeds } from '../../../src/engine/lookup/profileNeeds';
import { ask as askFor } from '../../../src/engine/lookup/query/ask';
import { filteredView } from '../../../src/engine/lookup/query/filteredView';
import { parseGapPattern } from '../../../src/engine/lookup/query/gapPattern';
import { parseQuery } from '../../../src/engine/lookup/query/query';
import { isAskedInPart, queryNeeds } from '../../../src/engine/lookup/query/queryNeeds';
import { collocateNeeds } from '../../../src/engine/lookup/wording/collocateNeeds';
import { collocates } from '../../../src/engine/lookup/wording/collocates';
import { wordingHistory } from '../../../src/engine/lookup/wording/years';
import { offers } from '../../../src/engine/offers/offers';
import { createArticleDirectory } from '../../../src/engine/passages/articleDirectory';
import { findPassages } from '../../../src/engine/passages/findPassages';
import { search } from '../../../src/engine/passages/search/search';
import type { NeedsOf } from '../../../src/engine/passages/search/searchNeeds';
import { finish } from '../../../src/engine/steps';
import { cutWords } from '../../../src/engine/text/segmentWords';
import type { OnDemand } from '../../../src/library/blocks/readOnDemand';
import type { OpenLibrary } from '../../../src/library/openedLibrary';
import { openLibrary } from '../../../src/library/openLibrary';
import { paths } from '../../../src/paths/pathIdentity';
import { createMinedFrameSession } from '../../../src/server/frames/minedFrameSession';
import type { Published } from './published';

const CONTEXTS = ['要扑下身子', '要以钉钉子精神推动', '一是', '同志们，', '各级', '的'];
const WORDINGS = ['抓落实', '的', '以钉钉子精神推动高质量发展，以过硬作风守护绿水青山'];
const SENTENCE = '各级干部要扑下身子抓落实，以钉钉子精神推动高质量发展。';

/** Whether what was read was refused, and how; or what is wrong with how it was answered. */
export type Read = { readonly refused: string } | { readonly fault: string } | { readonly answered: true };

/** Ways of reading: a copy in memory, a copy that stays on disk, pieces as they are needed, and so that the tables of where they are stay on disk. */
export const WAYS = {
  'in memory': {},
  'on disk': { memoryBytes: 200_000 },
  'on demand': { replicatedCharacters: 0 },
  'on demand, tables on disk': { replicatedCharacters: 0, residentCharacters: 0 },
} as const;
export type Way = keyof typeof WAYS;

/** Reads the library as a new reader would, in one way, and asks all there is to ask. */
export async function readAll({ target, replicas }: Published, way: Way): Promise<Read> {
  const how = WAYS[way];
  const library = await openLibrary({ target, replicas, number: 1, everyMs: 1e9, ...how }, () => undefined);
  try {
    await library.refresh();
    const { state, message } = library.status();
    if (state !== 'ready') return refusal(message?.en);
    const view = library.demand()?.segments ?? library.view();
    const fault = await askAll(library, view);
    if (fault) return { fault };
    const after = library.status();
    return after.state === 'ready' ? { answered: true } : refusal(after.message?.en);
  } catch (error) {
    return { fault: `${(error as Error).stack}` };
  } finally {
    await library.dispose();
  }
}

/** What is refused is named: an object by its hash, or the manifest. */
const refusal = (told = ''): Read =>
  /[0-9a-f]{64}|library\.json/.test(told) ? { refused: told } : { fault: `refused without a name: ${told}` };

async function askAll(library: OpenLibrary, view: CorpusView): Promise<string | undefined> {
  const demand = library.demand();
  const suggestions = createSuggestions(view);
  for (const before of CONTEXTS) {
    const ask = () => offers(suggestions, { before, title: '' }, { slots: true, pinyin: true }).rows;
    await demand?.bring(segment => new Set([...contextNeeds(segment, before), ...topicNeeds(segment, before)]));
    const added = ask().map(row => ('text' in row && typeof row.text === 'string' ? row.text : ''));
    await demand?.bring(segment => rowNeeds(segment, before, added));
    await demand?.bringNoted();
    ask();
  }
  for (const wording of WORDINGS) {
    await demand?.bring(segment => wordingNeeds(segment, wording));
    for (let again = 0; again < (demand ? 3 : 1); again++) {
      const { passages } = findPassages(view, wording, 5);
      const outside = passages.find(
        ({ article }) => article.path !== '' && !paths.isWithin(article.path, library.root),
      );
      if (outside) return `a passage is said to be in ${outside.article.path}`;
      await demand?.bringNoted();
    }
  }
  const directory = createArticleDirectory(view, paths.keyOf);
  directory.liveClusters();
  for (const segment of view)
    for (let article = 0; article < segment.articleCount; article += 1 + Math.floor(segment.articleCount / 20)) {
      const { path, title, date, speaker, occasion } = segment.meta(article);
      if ([title, date ?? '', speaker ?? '', occasion ?? ''].some(text => typeof text !== 'string'))
        return 'metadata is no text';
      if (path !== '' && !paths.isWithin(path, library.root)) return `an article is said to be ${path}`;
      segment.slice(segment.articleStart(article), articleEnd(segment, article));
      if (!segment.isDead(article)) segment.articleAt(segment.articleStart(article));
    }
  if (demand) await askOnDemand(demand);
  const told = await framesTold(library, view);
  if (told || demand) return told;
  search(view, '干部 落实', 10, cutWords);
  likeSentences(view, SENTENCE, { limit: 5 });
  for (const segment of view) segment.phrases();
  const { frames, metaOf, damaged } = await readStoredFrames([{ storage: library.storage, view }]);
  for (const frame of frames) for (const { article } of frame.instances) metaOf(article);
  return damaged.length > 0 ? `frames were taken over that cannot be read: ${damaged.map(framesName)}` : undefined;
}

const QUERIES = [
  '要*落实',
  '“落实” speaker:周明远',
  '干部 落实 title:会',
  '抓落实 year:2015-2023',
  '推动*发展 occasion:会',
];

/** What is asked of a library on demand beside lists and passages: searches with gaps and filters, company, profiles, paragraphs. */
async function askOnDemand(demand: OnDemand): Promise<void> {
  const { segments } = demand;
  const asked = async (steps: readonly NeedsOf[], ask: () => unknown) => {
    for (const needsOf of steps) await demand.bring(needsOf);
    for (let again = 0; again < 2; again++) {
      ask();
      await demand.bringNoted();
    }
  };
  await demand.bringSpeakers();
  for (const typed of QUERIES) {
    const query = parseQuery(typed);
    const filtered = () => filteredView(segments, query.filter);
    const pattern = parseGapPattern(query.words);
    await asked([queryNeeds(query, cutWords, segments.length)], () => askFor(filtered(), query, 5, cutWords));
    await asked([linesNeeds(query, segments.length)], () => concordance(filtered(), pattern, { order: 'left' }));
    await asked([historyNeeds(query, 100, segments.length)], () =>
      wordingHistory(filtered(), pattern, createArticleDirectory(filtered()).byYear()),
    );
    isAskedInPart(segments, query);
  }
  await asked(collocateNeeds(segments, '落实'), () => collocates(segments, '落实', 5));
  await asked([profileNeeds(segments, '周明远')], () => finish(speakerProfile(segments, '周明远')));
  await asked([nextNeeds(SENTENCE, 3)], () => nextParagraphs(segments, SENTENCE, 3));
}

/** Asks for all frames, as the picker does, and what each would put into the draft. */
async function framesTold(library: OpenLibrary, view: CorpusView): Promise<string | undefined> {
  const demand = library.demand();
  const session = createMinedFrameSession({
    view: () => view,
    places: () => (demand ? [] : [{ storage: library.storage, view }]),
    elsewhere: () => demand?.frames ?? [],
    discarded: () => undefined,
  });
  const { version, frames } = await session.list({ known: '' });
  for (const { id, template, example, source } of frames ?? []) {
    if ([template, example, source.text, source.title].some(text => typeof text !== 'string'))
      return 'a frame is no text';
    if (source.path !== '' && !paths.isWithin(source.path, library.root))
      return `a frame is said to be in ${source.path}`;
    if (id < 50 && !session.bodies({ version, id })) return 'a frame that was told of is not there';
  }
  return undefined;
}
