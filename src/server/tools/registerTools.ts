import { gazetteer } from '../../corpus/check/gazetteer';
import { idioms } from '../../corpus/check/idioms';
import type { CorpusView } from '../../engine/index/segment';
import { tools, withLeftOut } from '../../engine/tools/tools';
import type { Borrowed } from '../../library/blocks/borrowShared';
import { libraryPlaces } from '../../library/libraryPlaces';
import type { ServerContext } from '../context';
import { askOnDemand, SEARCH_PATIENCE_MS } from '../corpus/libraries/askOnDemand';
import { inTurns } from '../door/inTurns';

/** The corpus as tools of an assistant; whether it may ask is decided by the client. */
export function registerTools({ router, corpus }: ServerContext): void {
  router.answer('fanben/tool', null, async ({ name, input }, token) => {
    const tool = tools.find(one => one.name === name);
    if (!tool) return null;
    const served = corpus.libraries.served();
    const sources = { gazetteer, idioms, origins: corpus.origins(), inLibrary: libraryPlaces(served) };
    const needs = tool.needs(input, corpus.libraries.partial().length);
    const ask = (view: CorpusView, common?: Borrowed['common']) =>
      inTurns(tool.run({ ...sources, view, ...(common && { common }) }, input), token);
    if (!needs) {
      const borrowed = tool.draftOf && (await corpus.libraries.borrow(tool.draftOf(input)));
      const view = borrowed ? [...corpus.view(), ...borrowed.view] : corpus.view();
      return JSON.stringify(
        withLeftOut(await ask(view, borrowed?.common), borrowed?.isWhole ? [] : corpus.libraries.onDemand()),
      );
    }
    const answer = askOnDemand(corpus.libraries, () => ask(corpus.reading().view), [needs], SEARCH_PATIENCE_MS);
    return JSON.stringify(await answer);
  });
}
