/** A process as the language server's: opens an index, completes once, then again and again, and tells what it took. */
import { openIndex } from '../../src/corpus/indexStore';
import { complete } from '../../src/engine/complete/complete';

/** Printed as one line of JSON. */
export interface FirstCompletion {
  /** From the start of the process to its first answer. */
  readonly firstMs: number;
  readonly megabytesFirst: number;
  /** After the whole draft. */
  readonly megabytesWarm: number;
}

const [storage = '', draft = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const { view } = await openIndex(storage);
  complete(view, { before: draft.slice(0, draft.length / 2), after: '', limit: 8 });
  const firstMs = performance.now(); // counted from the start of the process
  const megabytesFirst = megabytes();
  for (let at = 1; at <= draft.length; at++) complete(view, { before: draft.slice(0, at), after: '', limit: 8 });
  const result: FirstCompletion = { firstMs, megabytesFirst, megabytesWarm: megabytes() };
  console.log(JSON.stringify(result));
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}

void main();
