/**
 * What must not compile: the compiler is the test, with every run of the checks. A line that compiles after all makes its
 * `@ts-expect-error` an error.
 */
import * as v from 'valibot';
import type { LanguageServer } from '../../src/client/server/languageServer';
import type { Router } from '../../src/server/door/router';
import type { PassageRequests } from '../../src/server/protocol/passages';
import type { Schemas } from '../../src/server/protocol/schema';

export async function client(server: LanguageServer): Promise<void> {
  const hits = await server.request('fanben/lookUp', { words: '抓落实', limit: 5 });
  hits[0]?.sentence satisfies string | undefined;
  // @ts-expect-error an answer has the type that the protocol says
  hits satisfies string;
  // @ts-expect-error params are checked
  await server.request('fanben/lookUp', { words: 5, limit: 5 });
  // @ts-expect-error none may be missing
  await server.request('fanben/lookUp', { words: '抓落实' });
  // @ts-expect-error there is no such request
  await server.request('fanben/lookup', { words: '抓落实', limit: 5 });
  // @ts-expect-error a request is no notification
  await server.notify('fanben/lookUp', { words: '抓落实', limit: 5 });
}

export function server(router: Router): void {
  router.answer('fanben/length', { characters: 0, selected: 0 }, () => ({ characters: 1, selected: 0 }));
  // @ts-expect-error the answer lacks a field
  router.answer('fanben/length', { characters: 0, selected: 0 }, () => ({ characters: 1 }));
  // @ts-expect-error so does the one that is given where there is none
  router.answer('fanben/length', null, () => ({ characters: 1, selected: 0 }));
  // @ts-expect-error a look-up is not about an open document
  router.answerAbout('fanben/lookUp', [], () => []);
  // @ts-expect-error the server does not tell what the client asks
  router.tell('fanben/report', null);
}

const passageRef = v.object({
  path: v.string(),
  entry: v.number(),
  paragraph: v.number(),
  offset: v.number(),
  length: v.number(),
});
export const wrongSchema: Schemas<PassageRequests> = {
  // @ts-expect-error a schema gives what the handler takes
  'fanben/lookUp': v.object({ words: v.string() }),
  'fanben/locate': passageRef,
};
// @ts-expect-error every message has a schema
export const missingSchema: Schemas<PassageRequests> = { 'fanben/locate': passageRef };
