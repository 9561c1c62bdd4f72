import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { createSuggestions } from '../../../src/engine/complete/suggestions';
import { contextNeeds, nextNeeds, rowNeeds, topicNeeds } from '../../../src/engine/index/blocks/needs';
import { openPieceCache } from '../../../src/library/blocks/pieceCache';
import { createPieceMemory } from '../../../src/library/blocks/pieceMemory';
import { type OnDemand, readOnDemand } from '../../../src/library/blocks/readOnDemand';
import type { Library } from '../../../src/library/library';
import { decodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { Store, StoredManifest } from '../../../src/library/store/store';
import { canOpen } from '../../eval/ask';
import { titleOf } from '../../eval/fanben';
import { drawPassages, type HeldPassage, readHeld } from '../../eval/heldOut';
import { quantiles } from '../../eval/quantiles';
import { random } from '../../eval/random';
import { otherWriters, type Repeated } from './otherWriters';
import { made, megabytes, endless as signal, type Trial, timed } from './trial';
import { addedBy, listed, right } from './typing';

/** A list each, like somebody who thinks while they write. */
const KEY_MS = 1_500;
/** A list waits no longer for the network. */
const PATIENCE_MS = 30;
/** Where this process wakes up later than so much, or takes more of a core, what waits is a writer's machine and not the library. */
const LATE_MS = 15;
const MOST_BUSY = 0.6;

/**
 * So many of the writers think here; of the others each asks the store for what one of these asked for, a while later, from another process. For fifty
 * have fifty machines, and here is one.
 */
const THINKING = 8;
/** Lists of a writer while hardly anything is here: what the draft is about is fetched, and every context is new. */
const FIRST_LISTS = 20;
const LATER_MS = 3_000;

interface Typed {
  readonly passage: HeldPassage;
  /** Where in it they have come to. */
  at: number;
  keys: number;
  lists: number;
}

/**
 * Writers who type what the library does not have, each with a machine of their own: none of it is there at first, pieces come as they are needed, and a
 * list waits for them as in the editor. What that takes of time, bytes and requests. Says so where this machine has
 * too much to do to tell.
 */
export const writersOnDemand: Trial = async ({ name, to, from }, material, { tell, fault }) => {
  const { folder, large } = material;
  const { storage, corpus, held, writers, minutes } = large;
  const writer = await openStore(to('onDemand'));
  const cpu = process.cpuUsage();
  const [{ library: sent, sent: bytesSent }, publishing] = await timed(() =>
    publish(writer, { storage, corpus, blocks: true }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const { characters, blocks = [] } = sent.collections[0]!;
  const laidOut = blocks.flatMap(({ objects }) => objects).reduce((sum, { bytes }) => sum + bytes, 0);
  tell(
    `${(characters / 1e6).toFixed(1)} M characters published in ${(publishing / 1000).toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} s of processor time): ` +
      `${megabytes(bytesSent)} MB, layouts ${(laidOut / characters).toFixed(1)} bytes a character`,
  );

  const asked = { requests: 0, bytes: 0, hits: 0, misses: 0 };
  const bare = await openStore(from('onDemand'));
  const thinking = Math.min(writers, THINKING);
  const others = otherWriters(from('onDemand'));
  const failed = new Map<string, number>();
  const fail = ({ message }: Error, times = 1) => void failed.set(message, (failed.get(message) ?? 0) + times);
  const next = random(material.seed);
  const store = counted(bare, asked, (name, from, length) => {
    const repeated: Repeated[] = [];
    for (let i = thinking; i < writers; i += thinking)
      repeated.push({ name, from, length, afterMs: next() * LATER_MS });
    others.repeat(repeated);
  });
  const library = decodeLibrary(((await store.readManifest()) as StoredManifest).bytes, INDEX_VERSION) as Library;
  const background = await openBackground(join(process.env.FANBEN_ROOT ?? '.', 'media', 'background.bin'));
  const parts = { background: () => background };
  const passages = drawPassages(held.length > 0 ? (await Promise.all(held.map(readHeld))).flat() : [], {
    passages: thinking,
    length: 40 * minutes + 400,
    seed: material.seed,
  });
  const demands: OnDemand[] = [];
  for (let i = 0; i < thinking; i++) {
    const own = await made(join(folder, `demanding-${name}`, String(i)));
    const cache = await openPieceCache(join(own, 'pieces'), 500_000_000);
    const read: typeof cache.read = async piece => {
      const found = await cache.read(piece);
      asked[found ? 'hits' : 'misses']++;
      return found;
    };
    demands.push(
      await readOnDemand(library, {
        folder: own,
        clusterBase: 1 << 27,
        memory: createPieceMemory(48_000_000),
        cache: { ...cache, read },
        store: async () => store,
        signal,
        heard(outcome) {
          if (typeof outcome !== 'number') fail(outcome);
        },
      }),
    );
  }
  const first = { ...asked };
  const times = { waits: [] as number[], lists: [] as number[], first: [] as number[], later: [] as number[] };
  let [late, isOver, withoutRequest] = [0, false, 0];
  const typed: Typed[] = passages.map(passage => ({ passage, at: 0, keys: 0, lists: 0 }));
  const type = async (demand: OnDemand, own: Typed) => {
    const suggestions = createSuggestions(demand.segments, parts);
    const { passage } = own;
    await pause(next() * Math.min(60_000, minutes * 10_000)); // nobody begins at the same moment
    void demand.bringSlowly(segment => topicNeeds(segment, passage.before)).then(() => suggestions.forgetTopic(''));
    while (!isOver && own.at < passage.text.length) {
      await pause(next() * 2 * KEY_MS);
      if (isOver) return;
      own.keys++;
      if (!canOpen(passage, own.at)) {
        own.at++;
        continue;
      }
      const before = passage.before + passage.text.slice(0, own.at);
      const needs = demand.segments.some(segment => contextNeeds(segment, before).size > 0);
      if (!needs) withoutRequest++;
      const since = performance.now();
      const brought = demand.bring(segment => contextNeeds(segment, before)).then(() => true);
      if (needs && !(await Promise.race([brought, pause(PATIENCE_MS, false)]))) late++;
      const waited = performance.now() - since;
      times.waits.push(waited);
      (own.lists++ < FIRST_LISTS ? times.first : times.later).push(waited);
      const [rows, listing] = listed(suggestions, before);
      times.lists.push(listing);
      const added = rows.map(addedBy);
      void demand
        .bring(segment => rowNeeds(segment, before, added))
        .then(() => demand.bringNoted())
        .then(() => demand.bring(segment => nextNeeds(segment, before, added[0] ?? '')));
      own.at += right(rows, passage, own.at);
      while (suggestions.prepare({ before, title: titleOf(before) }));
    }
  };
  const loop = cpuShare();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const typing = demands.map((demand, i) => type(demand, typed[i]!));
  await pause(minutes * 60_000);
  isOver = true;
  await Promise.all(typing);
  const busy = loop();
  lag.disable();
  const repeated = await others.end();
  for (const [why, times] of Object.entries(repeated.failed)) fail(new Error(why), times);
  // Of each sample five milliseconds are those between two.
  const lateMs = Math.max(0, lag.percentile(95) / 1e6 - 5);
  const [waits, lists] = [quantiles(times.waits), quantiles(times.lists)];
  const during = { requests: asked.requests - first.requests, bytes: asked.bytes - first.bytes };
  const inAll = during.requests + repeated.requests;
  const seconds = minutes * 60;
  tell(
    `${writers} writers, ${thinking} of them with an editor of their own here, ${minutes} minutes, ${times.lists.length} lists: waits for pieces p50 ${waits.p50.toFixed(1)}, p95 ${waits.p95.toFixed(1)}, p99 ${waits.p99.toFixed(1)} ms, ` +
      `${late} not there in ${PATIENCE_MS} ms; of the first ${FIRST_LISTS} of a writer ${told(times.first)}, of later ones ${told(times.later)}; lists p50 ${lists.p50.toFixed(1)}, p95 ${lists.p95.toFixed(1)} ms; ` +
      `${megabytes(first.bytes / thinking)} MB a writer at first, ${megabytes(during.bytes / thinking)} MB then; ${(inAll / seconds).toFixed(1)} requests a second of all, ${(during.requests / times.lists.length).toFixed(2)} a list; ` +
      `${percent(withoutRequest, times.lists.length)} of lists found all in memory; of other pieces ${percent(asked.hits, asked.hits + asked.misses)} were on disk; the process was busy ${(100 * busy).toFixed(0)} % of a core, the others ${((100 * repeated.cpuMs) / 1000 / seconds).toFixed(0)} %, and it woke up late by p95 ${lateMs.toFixed(1)} ms`,
  );
  const isSaturated = lateMs > LATE_MS || busy > MOST_BUSY;
  if (isSaturated)
    tell(
      'this machine has too much to do: the times above are its own, not those of the library; fewer writers tell more',
    );
  // Each was asked three times.
  for (const [why, times] of failed) (isSaturated ? tell : fault)(`${times} requests were answered with: ${why}`);
  const characterCount = typed.reduce((sum, { at }) => sum + at, 0);
  const saved = 1 - typed.reduce((sum, { keys }) => sum + keys, 0) / characterCount;
  tell(`${characterCount} characters typed: keys saved ${saved.toFixed(4)}`);
};

function told(times: readonly number[]): string {
  const { p50, p95 } = quantiles(times);
  return `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`;
}

const percent = (some: number, all: number): string => `${((100 * some) / Math.max(1, all)).toFixed(1)} %`;

/** The store, and how often and how much it is asked; `read` hears of every range that was read. */
function counted(
  store: Store,
  asked: { requests: number; bytes: number },
  read?: (...range: Parameters<Store['readRange']>) => void,
): Store {
  const count = (bytes: Uint8Array | null) => {
    asked.requests++;
    asked.bytes += bytes?.length ?? 0;
  };
  return {
    ...store,
    async readObject(name, most, receiving) {
      const bytes = await store.readObject(name, most, receiving);
      count(bytes);
      return bytes;
    },
    async readRange(name, from, length) {
      const bytes = await store.readRange(name, from, length);
      count(bytes);
      read?.(name, from, length);
      return bytes;
    },
  };
}

/** Share of a core that this process takes from now on. */
function cpuShare(): () => number {
  const [cpu, since] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 1000 / (performance.now() - since);
  };
}
