import { gazetteer } from '../../corpus/check/gazetteer';
import { tools } from '../../engine/tools/tools';
import type { ServerContext } from '../context';
import { inTurns } from '../door/inTurns';

/** The corpus as tools of an assistant; whether it may ask is decided by the client. */
export function registerTools({ router, corpus }: ServerContext): void {
  router.answer('fanben/tool', null, async ({ name, input }, token) => {
    const tool = tools.find(one => one.name === name);
    if (!tool) return null;
    return JSON.stringify(await inTurns(tool.run({ view: corpus.view(), gazetteer }, input), token));
  });
}
