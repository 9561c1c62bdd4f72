import type { ServerContext } from '../context';
import { articleEntry } from '../exemplars/articles';
import { createPrecedents, type Precedents } from './precedents';

/** What was said on the occasion of a draft before: told to the client, and leant to by completion. */
export function registerPrecedents({ router, corpus, documents, report }: ServerContext): Precedents {
  const precedents = createPrecedents(() => corpus.view(), report);
  router.answerAbout('fanben/precedents', { articles: [] }, async (document, { leans }) => {
    precedents.lean(document.uri, leans);
    const view = corpus.view();
    const found = await precedents.find(document);
    return { articles: view === corpus.view() ? found.map(({ place }) => articleEntry(view, place)) : [] };
  });
  documents.onDidClose(({ document }) => precedents.close(document.uri));
  return precedents;
}
