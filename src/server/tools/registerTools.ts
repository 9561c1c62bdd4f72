import { gazetteer } from '../../corpus/check/gazetteer';
import { idioms } from '../../corpus/check/idioms';
import { tools } from '../../engine/tools/tools';
import { libraryPlaces } from '../../library/libraryPlaces';
import type { ServerContext } from '../context';
import { inTurns } from '../door/inTurns';

/** The corpus as tools of an assistant; whether it may ask is decided by the client. */
export function registerTools({ router, corpus }: ServerContext): void {
  router.answer('fanben/tool', null, async ({ name, input }, token) => {
    const tool = tools.find(one => one.name === name);
    if (!tool) return null;
    const served = corpus.libraries.served();
    const sources = {
      view: corpus.view(),
      gazetteer,
      idioms,
      origins: corpus.origins(),
      inLibrary: libraryPlaces(served),
    };
    return JSON.stringify(await inTurns(tool.run(sources, input), token));
  });
}
