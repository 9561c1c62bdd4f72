import type { ServerContext } from '../context';

/** The kept sayings, as the client has told them last. Two characters are the least that is offered. */
export function registerSayings({ router }: ServerContext): () => readonly string[] {
  let sayings: readonly string[] = [];
  router.hear('fanben/setSayings', params => {
    sayings = params.sayings;
  });
  return () => sayings;
}
