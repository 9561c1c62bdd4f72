import { CodeActionKind } from 'vscode-languageserver';
import { loadTags } from '../../corpus/words/loadTags';
import type { ArticleMeta } from '../../engine/index/segment';
import { likeNeeds } from '../../engine/lookup/like/likeSentences';
import { nextNeeds } from '../../engine/lookup/like/nextParagraphs';
import { concordance } from '../../engine/lookup/lines/concordance';
import { historyNeeds, linesNeeds } from '../../engine/lookup/lines/linesNeeds';
import { speakerProfile } from '../../engine/lookup/profile';
import { profileNeeds } from '../../engine/lookup/profileNeeds';
import { parseGapPattern } from '../../engine/lookup/query/gapPattern';
import { parseQuery, type Query } from '../../engine/lookup/query/query';
import { isAskedInPart } from '../../engine/lookup/query/queryNeeds';
import { collocateNeeds } from '../../engine/lookup/wording/collocateNeeds';
import { collocates } from '../../engine/lookup/wording/collocates';
import { variantNeeds, variants } from '../../engine/lookup/wording/variants';
import { MOST_PLACES, wordingHistory } from '../../engine/lookup/wording/years';
import { createArticleDirectory } from '../../engine/passages/articleDirectory';
import type { NeedsOf } from '../../engine/passages/search/searchNeeds';
import type { ServerContext } from '../context';
import { askOnDemand, READING_PATIENCE_MS, SEARCH_PATIENCE_MS } from '../corpus/libraries/askOnDemand';
import { inTurns } from '../door/inTurns';
import { within } from '../door/within';
import { lineText } from '../lines';
import { articleAt } from '../passages/articleAddress';
import { ownCluster } from '../passages/ownCluster';
import { passageMessage } from '../passages/passageRef';
import type { ActionSource } from '../problems/registerActions';
import type { RequestMethod } from '../protocol/protocol';
import { createAdapters } from './adapt';
import { likeSentences, nextParagraphs } from './likeSentences';
import { refactorings } from './refactorings';
import { references } from './references';
import { linesFile, search, searched } from './search';
import type { SearchScope } from './searchScope';

/** No answer holds more lines, words or wordings. */
const MOST_LINES = 1000;
const MOST_WORDS = 100;

/** What the corpus does with a wording. Gives what may stand in the place of one, for the editor's menu. */
export function registerLookup({ router, corpus, settings, leftOut }: ServerContext, scope: SearchScope): ActionSource {
  const adapterOf = createAdapters();
  const asked = async <Answer>(
    method: RequestMethod,
    query: Query,
    ask: () => Answer | Promise<Answer>,
    needs: readonly NeedsOf[],
  ): Promise<Answer> => {
    const { libraries } = corpus;
    if (query.filter.speakers?.length) await within(SEARCH_PATIENCE_MS, libraries.bringSpeakers());
    const answer = await askOnDemand(libraries, ask, needs, SEARCH_PATIENCE_MS);
    if (isAskedInPart(libraries.partial(), query)) leftOut(method, 'search');
    return answer;
  };
  const layouts = () => corpus.libraries.partial().length;

  router.answer('fanben/search', NOTHING_FOUND, params => {
    const query = parseQuery(params.words);
    const ask = () => search(scope, params);
    return asked('fanben/search', query, ask, searched(query, params.order, layouts()));
  });
  router.answer('fanben/linesFile', '', params => {
    const query = parseQuery(params.words);
    return asked('fanben/search', query, () => linesFile(scope, params), searched(query, params.order, layouts()));
  });
  router.answer('fanben/concordance', NO_LINES, ({ words, order, limit }) => {
    const query = parseQuery(words);
    const ask = () => {
      const view = scope.viewOf(query.filter);
      const directory = scope.directoryOf(view);
      const found = concordance(view, parseGapPattern(query.words), {
        order,
        limit: Math.min(limit, MOST_LINES),
        ...(directory && { directory }),
      });
      const groups = found.groups.map(group => ({ ...group, lines: group.lines.map(passageMessage) }));
      return { ...found, groups };
    };
    return asked('fanben/concordance', query, ask, [linesNeeds(query, layouts())]);
  });
  router.answer('fanben/collocates', [], ({ words, limit }) => {
    const ask = () => {
      const directory = corpus.reading();
      const options = { tagOf: loadTags(), directory };
      return collocates(directory.view, words, Math.min(limit, MOST_WORDS), options).map(one => ({
        ...one,
        example: passageMessage(one.example),
      }));
    };
    return askOnDemand(corpus.libraries, ask, collocateNeeds(corpus.libraries.partial(), words), READING_PATIENCE_MS);
  });
  router.answer('fanben/variants', [], ({ line, start, end, limit }) => {
    const ask = () =>
      variants(scope.reading(), line, { start, end }, Math.min(limit, MOST_WORDS)).map(one => ({
        ...one,
        source: passageMessage(one.source),
      }));
    return askOnDemand(corpus.libraries, ask, [variantNeeds(line, { start, end })], SEARCH_PATIENCE_MS);
  });
  router.answer('fanben/history', NO_HISTORY, ({ words }) => {
    const query = parseQuery(words);
    const ask = () => {
      const view = scope.viewOf(query.filter);
      const directory = scope.directoryOf(view) ?? createArticleDirectory(view);
      const found = wordingHistory(view, parseGapPattern(query.words), directory.byYear());
      return {
        ...found,
        years: [...found.years],
        speakers: [...found.speakers],
        first: originOf(found.first),
        last: originOf(found.last),
      };
    };
    return asked('fanben/history', query, ask, [historyNeeds(query, MOST_PLACES, layouts())]);
  });
  router.answer('fanben/speakerProfile', null, async ({ speaker }, token) => {
    const { libraries } = corpus;
    await within(SEARCH_PATIENCE_MS, libraries.bringSpeakers());
    const ask = () => inTurns(speakerProfile(corpus.reading().view, speaker), token);
    const profile = await askOnDemand(
      libraries,
      ask,
      [profileNeeds(corpus.libraries.partial(), speaker)],
      READING_PATIENCE_MS,
    );
    if (!(await libraries.bringSpeakers())) leftOut('fanben/speakerProfile');
    return profile && { ...profile, words: [...profile.words], openings: [...profile.openings] };
  });
  router.answerAbout('fanben/likeSentences', [], (document, params) => {
    const ask = () => {
      const directory = corpus.reading();
      const own = ownCluster(directory, document.uri);
      return likeSentences(directory, document, params, own, adapterOf(directory, document));
    };
    const asked = lineText(document, params.line).slice(params.start, params.end);
    return askOnDemand(corpus.libraries, ask, [likeNeeds(asked)], SEARCH_PATIENCE_MS);
  });
  router.answerAbout('fanben/nextParagraphs', [], (document, params) => {
    const ask = () => {
      const directory = corpus.reading();
      return nextParagraphs(directory, document, params, adapterOf(directory, document));
    };
    const asked = lineText(document, params.line).slice(params.start, params.end);
    return askOnDemand(corpus.libraries, ask, [nextNeeds(asked, params.limit)], SEARCH_PATIENCE_MS);
  });
  const sources = () => {
    const { texts, options } = settings();
    return { directory: corpus.directory(), texts, scheme: options.sourceScheme };
  };
  router.answerAbout('textDocument/references', [], (document, { position }) =>
    references(document, position, sources()),
  );
  // The newest source is where a wording is defined.
  router.answerAbout('textDocument/definition', [], async (document, { position }) =>
    (await references(document, position, sources())).slice(0, 1),
  );
  // The editor asks at every move of the cursor: the corpus is asked when the writer does.
  return (document, range, _, { byWriter, wants }) => {
    const { texts, hasLinks } = settings();
    return byWriter && wants(CodeActionKind.RefactorRewrite) && !articleAt(document.uri)
      ? refactorings(document, range, corpus.view(), texts, hasLinks)
      : [];
  };
}

const NOTHING_FOUND = { groups: [], articles: 0, occurrences: 0, estimated: false, isMore: false };
const NO_LINES = { groups: [], articles: 0, occurrences: 0, estimated: false };
const NO_HISTORY = {
  years: [],
  undated: 0,
  speakers: [],
  first: null,
  last: null,
  isSeldomLately: false,
  estimated: false,
};

function originOf(meta: ArticleMeta | undefined) {
  return meta ? { title: meta.title, date: meta.date, speaker: meta.speaker } : null;
}
