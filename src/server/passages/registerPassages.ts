import type { ArticleFilter } from '../../engine/passages/lens';
import { paths } from '../../paths/pathIdentity';
import type { ServerContext } from '../context';
import { createFilteredView } from '../lookup/filteredView';
import { hoverAt } from './hover';
import { locate } from './locate';
import { lookUp } from './lookUp';
import { ownCluster } from './ownCluster';
import { source } from './source';

/** Passages of the corpus: under the pointer, by words, in their sources. */
export function registerPassages({ router, corpus, settings }: ServerContext): void {
  const filtered = createFilteredView();
  router.answerAbout('textDocument/hover', null, (document, { position }) => {
    const directory = corpus.directory();
    const exceptCluster = ownCluster(directory, document.uri);
    const { texts, hasLinks } = settings();
    return hoverAt(document, position, { directory, origins: corpus.origins(), texts, hasLinks, exceptCluster });
  });
  router.answer('fanben/lookUp', [], params => {
    const { options, fuzzyPinyin } = settings();
    const pinyin = (options.pinyin ?? true) ? { suggestions: corpus.suggestions(), fuzzy: fuzzyPinyin } : undefined;
    const viewOf = (filter: ArticleFilter) => filtered(corpus.view(), filter);
    return lookUp({ viewOf, pinyin, roots: corpus.roots() }, params);
  });
  router.answer('fanben/source', null, ref => source(corpus.everything(), ref, settings().texts));
  router.answer('fanben/locate', null, ref => {
    const { texts } = settings();
    const library = corpus.libraries.served().find(({ root }) => paths.isWithin(ref.path, root));
    return library
      ? { kind: 'gone', path: ref.path, message: texts.ofLibrary(library.name) }
      : locate(corpus.everything(), ref, texts);
  });
}
