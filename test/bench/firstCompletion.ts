/** A process as the language server's: opens an index, completes once, then again and again, and tells what it took. */
import { join } from 'node:path';
import { openBackground } from '../../src/corpus/background/openBackground';
import { openIndex } from '../../src/corpus/index/indexStore';
import { openModel } from '../../src/corpus/model/openModel';
import type { PhraseTree } from '../../src/engine/background/phraseTree';
import { createSuggestions } from '../../src/engine/complete/suggestions';
import type { LanguageModel } from '../../src/engine/model/languageModel';
import { offers } from '../../src/engine/offers/offers';

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
  const index = await openIndex(storage);
  const { view } = index;
  let background: PhraseTree | undefined;
  let model: LanguageModel | undefined;
  const suggestions = createSuggestions(view, { background: () => background, model: () => model });
  const list = (length: number) =>
    offers(suggestions, { before: draft.slice(0, length) }, { slots: true, pinyin: true });
  list(draft.length / 2);
  const firstMs = performance.now(); // counted from the start of the process
  const megabytesFirst = megabytes();
  // As the server does: the first answer does not wait for them.
  const media = join(process.env.FANBEN_ROOT ?? '.', 'media');
  background = await openBackground(join(media, 'background.bin'));
  model = await openModel(join(media, 'model.bin'));
  for (let at = 1; at <= draft.length; at++) list(at);
  const result: FirstCompletion = { firstMs, megabytesFirst, megabytesWarm: megabytes() };
  console.log(JSON.stringify(result));
  await index.close(); // kept until here: what nobody holds is closed
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}

void main();
