import { join } from 'node:path';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { checkSteps } from '../../../src/engine/check/checkDraft';
import type { CommonIn } from '../../../src/engine/check/overlap/commonOnDemand';
import type { CorpusView } from '../../../src/engine/index/segment';
import { finish } from '../../../src/engine/steps';
import { borrowShared } from '../../../src/library/blocks/borrowShared';
import { openPieceCache } from '../../../src/library/blocks/pieceCache';
import { createPieceMemory } from '../../../src/library/blocks/pieceMemory';
import { readOnDemand } from '../../../src/library/blocks/readOnDemand';
import type { Library } from '../../../src/library/library';
import { decodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { StoredManifest } from '../../../src/library/store/store';
import { drawPassages, readHeld } from '../../eval/heldOut';
import { quantiles } from '../../eval/quantiles';
import { made, megabytes, endless as signal, type Trial } from './trial';

/** A draft, in UTF-16 code units. */
const DRAFT = 1_500;
/** Of what the index itself finds taken over, so much at least is found on demand: what is weighed by all there is may be told otherwise. */
const LEAST_FOUND = 0.95;

/** Drafts that the library does not have, checked against it on demand and against its index: the same characters are taken over, and what that costs. */
export const checkingOnDemand: Trial = async ({ name, to, from }, { folder, seed, large }, { tell, fault }) => {
  const { storage, corpus, held, writers } = large;
  await publish(await openStore(to('checkingOnDemand')), { storage, corpus, blocks: true });
  const store = await openStore(from('checkingOnDemand'));
  const library = decodeLibrary(((await store.readManifest()) as StoredManifest).bytes, INDEX_VERSION) as Library;
  const drafts = drawPassages((await Promise.all(held.map(readHeld))).flat(), {
    passages: writers,
    length: DRAFT,
    seed,
  });
  const here = await made(join(folder, `checking-${name}`));
  const requests: number[] = [];
  const demand = await readOnDemand(library, {
    folder: here,
    clusterBase: 1 << 27,
    memory: createPieceMemory(48_000_000),
    cache: await openPieceCache(join(here, 'pieces'), 500_000_000),
    store: async () => store,
    signal,
    heard: outcome => (typeof outcome === 'number' ? void requests.push(outcome) : fault(outcome.message)),
  });
  const index = await openIndex(storage);
  const [times, cpu, borrowedTexts]: [number[], number[], number[]] = [[], [], []];
  let [both, local, onDemand, partly] = [0, 0, 0, 0];
  for (const { text } of drafts) {
    const lines = text.split('\n');
    const [since, before] = [performance.now(), process.cpuUsage()];
    const { view, isWhole, common } = await borrowShared([demand], lines, { patienceMs: 120_000 });
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - since);
    cpu.push((user + system) / 1000);
    borrowedTexts.push(view.reduce((sum, { length }) => sum + length, 0));
    if (!isWhole) partly++;
    const [known, found] = [takenOver(index.view, lines), takenOver(view, lines, common)];
    local += known.size;
    onDemand += found.size;
    for (const place of known) if (found.has(place)) both++;
  }
  await index.close();
  const [waits, work] = [quantiles(times), quantiles(cpu)];
  const bytes = requests.reduce((sum, one) => sum + one, 0);
  tell(
    `${drafts.length} drafts of ${DRAFT} characters checked: p50 ${waits.p50.toFixed(0)}, p95 ${waits.p95.toFixed(0)} ms (${work.p50.toFixed(0)}, ${work.p95.toFixed(0)} ms of processor time); ` +
      `${(requests.length / drafts.length).toFixed(0)} requests and ${megabytes(bytes / drafts.length)} MB a draft, ${(quantiles(borrowedTexts).p50 / 1000).toFixed(0)} thousand characters borrowed; ` +
      `${local} characters are taken over by the index itself, ${onDemand} on demand, ${both} by both; ${partly} drafts not asked whole`,
  );
  if (both < LEAST_FOUND * local) fault('a check on demand finds less than its index');
};

/** The places of a draft that are told of. */
function takenOver(view: CorpusView, lines: readonly string[], common?: CommonIn): Set<string> {
  const { problems } = finish(checkSteps(view, lines, { codes: new Set(['overlap']), common }));
  const places = new Set<string>();
  for (const { line, start, endLine, end } of problems)
    for (let at = line; at <= endLine; at++) {
      const to = at === endLine ? end : lines[at]!.length;
      for (let offset = at === line ? start : 0; offset < to; offset++) places.add(`${at} ${offset}`);
    }
  return places;
}
