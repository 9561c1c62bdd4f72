import { stretchNeeds, wordingNeeds } from '../../engine/index/blocks/needs';
import { parseQuery } from '../../engine/lookup/query/query';
import { isAskedInPart, queryNeeds } from '../../engine/lookup/query/queryNeeds';
import { wordingAt } from '../../engine/passages/wordingAt';
import { cutWords } from '../../engine/text/segmentWords';
import { paths } from '../../paths/pathIdentity';
import type { ServerContext } from '../context';
import { askOnDemand, SEARCH_PATIENCE_MS } from '../corpus/libraries/askOnDemand';
import type { Needs } from '../corpus/libraries/librarySession';
import { within } from '../door/within';
import { lineText } from '../lines';
import type { SearchScope } from '../lookup/searchScope';
import { hoverAt } from './hover';
import { locate } from './locate';
import { lookUp } from './lookUp';
import { ownCluster } from './ownCluster';
import { source, withPartial } from './source';

/** Passages of the corpus: under the pointer, by words, in their sources. */
export function registerPassages({ router, corpus, settings, leftOut }: ServerContext, scope: SearchScope): void {
  router.answerAbout('textDocument/hover', null, (document, { position }) => {
    const ask = () => {
      const directory = corpus.reading();
      const exceptCluster = ownCluster(directory, document.uri);
      const { texts, hasLinks } = settings();
      return hoverAt(document, position, { directory, origins: corpus.origins(), texts, hasLinks, exceptCluster });
    };
    const line = lineText(document, position.line);
    const wording = () => wordingAt(corpus.reading().view, line, position.character)?.text ?? '';
    const needs: Needs[] = [
      segment => stretchNeeds(segment, line, position.character),
      segment => wordingNeeds(segment, wording()),
    ];
    // A pointer that rests waits: nobody asks a second time, and a hover that comes too early says nothing at all.
    return askOnDemand(corpus.libraries, ask, needs, SEARCH_PATIENCE_MS);
  });
  router.answer('fanben/lookUp', [], async params => {
    const { libraries } = corpus;
    const query = parseQuery(params.words);
    if (query.filter.speakers?.length) await within(SEARCH_PATIENCE_MS, libraries.bringSpeakers());
    const partial = libraries.partial();
    const found = await askOnDemand(libraries, () => lookUp(scope, query, params), [
      queryNeeds(query, cutWords, partial.length),
    ]);
    if (isAskedInPart(partial, query)) leftOut('fanben/lookUp', 'search');
    return found;
  });
  router.answer('fanben/source', null, ref => {
    const articles = withPartial(corpus.everything(), corpus.libraries.partial());
    return askOnDemand(corpus.libraries, () => source(articles, ref, settings().texts), []);
  });
  router.answer('fanben/locate', null, ref => {
    const { texts } = settings();
    const library = corpus.libraries.served().find(({ root }) => paths.isWithin(ref.path, root));
    return library
      ? { kind: 'gone', path: ref.path, message: texts.ofLibrary(library.name) }
      : locate(corpus.everything(), ref, texts);
  });
}
