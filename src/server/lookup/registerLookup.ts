import { CodeActionKind } from 'vscode-languageserver';
import { loadTags } from '../../corpus/words/loadTags';
import type { ArticleMeta } from '../../engine/index/segment';
import { likeNeeds } from '../../engine/lookup/like/likeSentences';
import { concordance } from '../../engine/lookup/lines/concordance';
import { historyNeeds, linesNeeds } from '../../engine/lookup/lines/linesNeeds';
import { speakerProfile } from '../../engine/lookup/profile';
import { parseGapPattern } from '../../engine/lookup/query/gapPattern';
import { isOfWords, parseQuery, type Query } from '../../engine/lookup/query/query';
import { collocates } from '../../engine/lookup/wording/collocates';
import { variantNeeds, variants } from '../../engine/lookup/wording/variants';
import { MOST_PLACES, wordingHistory } from '../../engine/lookup/wording/years';
import { createArticleDirectory } from '../../engine/passages/articleDirectory';
import type { NeedsOf } from '../../engine/passages/searchNeeds';
import type { ServerContext } from '../context';
import { askOnDemand, SEARCH_PATIENCE_MS } from '../corpus/askOnDemand';
import { inTurns } from '../door/inTurns';
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
  const { viewOf } = scope;
  const adapterOf = createAdapters();
  /** Filters and gaps take what is here whole. */
  const viewFor = (query: Query) => (isOfWords(query) ? scope.reading() : viewOf(query.filter));
  const asked = <Answer>(
    method: RequestMethod,
    query: Query,
    ask: () => Answer | Promise<Answer>,
    needs: readonly NeedsOf[],
  ) => {
    if (isOfWords(query)) return askOnDemand(corpus.libraries, ask, needs, SEARCH_PATIENCE_MS);
    leftOut(method);
    return ask();
  };

  router.answer('fanben/search', NOTHING_FOUND, params => {
    const query = parseQuery(params.words);
    const ask = () => search(scope, params);
    return asked('fanben/search', query, ask, searched(query, params.order));
  });
  router.answer('fanben/linesFile', '', params => {
    const query = parseQuery(params.words);
    return asked('fanben/search', query, () => linesFile(scope, params), searched(query, params.order));
  });
  router.answer('fanben/concordance', NO_LINES, ({ words, order, limit }) => {
    const query = parseQuery(words);
    const ask = () => {
      const view = viewFor(query);
      const directory = scope.directoryOf(view);
      const found = concordance(view, parseGapPattern(query.words), {
        order,
        limit: Math.min(limit, MOST_LINES),
        ...(directory && { directory }),
      });
      const groups = found.groups.map(group => ({ ...group, lines: group.lines.map(passageMessage) }));
      return { ...found, groups };
    };
    return asked('fanben/concordance', query, ask, [linesNeeds(query.words)]);
  });
  router.answer('fanben/collocates', [], ({ words, limit }) => {
    leftOut('fanben/collocates');
    return collocates(corpus.view(), words, Math.min(limit, MOST_WORDS), {
      tagOf: loadTags(),
      directory: corpus.directory(),
    }).map(one => ({
      ...one,
      example: passageMessage(one.example),
    }));
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
      const view = viewFor(query);
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
    return asked('fanben/history', query, ask, [historyNeeds(query.words, MOST_PLACES)]);
  });
  router.answer('fanben/speakerProfile', null, async ({ speaker }, token) => {
    leftOut('fanben/speakerProfile');
    const profile = await inTurns(speakerProfile(corpus.view(), speaker), token);
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
    leftOut('fanben/nextParagraphs');
    const directory = corpus.directory();
    return nextParagraphs(directory, document, params, adapterOf(directory, document));
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
