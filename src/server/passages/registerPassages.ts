import { paths } from '../../paths/pathIdentity';
import type { ServerContext } from '../context';
import type { SearchScope } from '../lookup/searchScope';
import { hoverAt } from './hover';
import { locate } from './locate';
import { lookUp } from './lookUp';
import { ownCluster } from './ownCluster';
import { source } from './source';

/** Passages of the corpus: under the pointer, by words, in their sources. */
export function registerPassages({ router, corpus, settings }: ServerContext, scope: SearchScope): void {
  router.answerAbout('textDocument/hover', null, (document, { position }) => {
    const directory = corpus.directory();
    const exceptCluster = ownCluster(directory, document.uri);
    const { texts, hasLinks } = settings();
    return hoverAt(document, position, { directory, origins: corpus.origins(), texts, hasLinks, exceptCluster });
  });
  router.answer('fanben/lookUp', [], params => lookUp(scope, params));
  router.answer('fanben/source', null, ref => source(corpus.everything(), ref, settings().texts));
  router.answer('fanben/locate', null, ref => {
    const { texts } = settings();
    const library = corpus.libraries.served().find(({ root }) => paths.isWithin(ref.path, root));
    return library
      ? { kind: 'gone', path: ref.path, message: texts.ofLibrary(library.name) }
      : locate(corpus.everything(), ref, texts);
  });
}
