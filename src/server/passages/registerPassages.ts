import { stretchNeeds, wordingNeeds } from '../../engine/index/blocks/needs';
import { isOfWords, parseQuery } from '../../engine/lookup/query/query';
import { searchNeeds } from '../../engine/passages/searchNeeds';
import { wordingAt } from '../../engine/passages/wordingAt';
import { cutWords } from '../../engine/text/segmentWords';
import { paths } from '../../paths/pathIdentity';
import type { ServerContext } from '../context';
import { askOnDemand, SEARCH_PATIENCE_MS } from '../corpus/askOnDemand';
import type { Needs } from '../corpus/librarySession';
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
  router.answer('fanben/lookUp', [], params => {
    const query = parseQuery(params.words);
    const ask = () => lookUp(scope, query, params);
    if (isOfWords(query)) return askOnDemand(corpus.libraries, ask, [searchNeeds(query.words, cutWords)]);
    leftOut('fanben/lookUp');
    return ask();
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
