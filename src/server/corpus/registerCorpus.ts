import { paths } from '../../paths/pathIdentity';
import type { ServerContext } from '../context';
import { imported } from './imported';
import { corpusReport } from './report';

/** The index: opened and closed, what is in it, what is to be in it. */
export function registerCorpus({ router, corpus, settings, when }: ServerContext): void {
  when('initialized', () => {
    // Nobody waits for it: requests are answered meanwhile.
    void corpus.open(settings().options);
  });
  when('shutdown', () => corpus.close());
  router.answer('fanben/report', null, () => corpusReport(corpus.manifest(), settings().texts.language));
  router.answer('fanben/imported', null, (asked, token) => {
    const { files, skipped } = corpus.manifest();
    // Files that the index does not know are not read, whoever asks.
    const path = [...files, ...skipped].find(file => paths.isSame(file.path, asked.path))?.path;
    if (path === undefined) return null;
    const { view, ofFile } = corpus.everything();
    const recurring = new Map(
      ofFile(path).map(({ segment, article }) => {
        const { entry, furniture = [] } = view[segment]!.meta(article);
        return [entry, furniture];
      }),
    );
    const { language } = settings().texts;
    return imported(path, language, { recurring, kept: corpus.keptOf(path) }, () => token.isCancellationRequested);
  });
  router.answer('fanben/keepLine', null, async ({ path, entry, line, isKept }) => {
    await corpus.keep(path, entry, line, isKept);
    return null;
  });
  router.hear('fanben/cancelIndexing', () => corpus.cancel());
  router.hear('fanben/reindex', ({ fromScratch, paths: again }) => corpus.refresh(fromScratch, again));
  router.hear('fanben/setCorpus', params => corpus.change(params));
}
