import { getHeapStatistics } from 'node:v8';
import { type Attack, judgesTime, oneOf, part } from './attackKind';
import { HARMS } from './hostilePublisher/harms';
import { publishedLibrary } from './hostilePublisher/published';
import { readAll, WAYS, type Way } from './hostilePublisher/reading';
import { taken } from './requestTime';

/** For so long others may be kept waiting, and twice as long on a busy machine. Milliseconds. */
const MOST_TURN = 200;
const BUSY = 2;
/** More memory than the sound library takes. */
const MOST_MEMORY = 50e6;

/** Bytes of objects and of what they hold outside the heap. (`process.memoryUsage` would ask the system, too.) */
const held = () => {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
};

/**
 * Libraries whose publisher means harm: any part is another, and all hashes, lengths and checksums are those of what there is. A reader refuses and
 * names it, or answers: whichever way it reads, it never dies, keeps others waiting, leads outside the library, or takes much memory.
 */
export const hostilePublishers: Attack = async ({ share, next }) => {
  const published = await publishedLibrary();
  const faults: string[] = [];
  const counts = {
    'libraries of a hostile publisher': 0,
    refused: 0,
    answered: 0,
    'longest turn, ms': 0,
    'MB more': 0,
  };
  const read = async (way: Way) => {
    const before = held();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, held())), 5);
    const result = { outcome: undefined as Awaited<ReturnType<typeof readAll>> | undefined };
    const reading = async () => {
      result.outcome = await readAll(published, way);
      return 0;
    };
    // Who looks at every turn of the loop keeps the processor busy while others wait for the disk.
    const { turnMs } = judgesTime(share) ? await taken(reading) : { turnMs: await reading() };
    clearInterval(watch);
    return { outcome: result.outcome!, turnMs, grown: most - before };
  };
  try {
    // Twice, for what is made once is there then.
    const ways = Object.keys(WAYS) as Way[];
    let sound = 0;
    for (const way of [...ways, ...ways]) {
      const { outcome, grown } = await read(way);
      if (!('answered' in outcome)) faults.push(`the sound library: ${JSON.stringify(outcome)}`);
      sound = Math.max(sound, grown);
      published.restore();
    }
    for (let time = part(1_000, share); time > 0; time--) {
      const how = oneOf(next, Object.keys(HARMS));
      const what = HARMS[how]!(published, next);
      const isOfLayout = /layout|dead|wide|length of an object/.test(how);
      const way = isOfLayout && next() < 0.8 ? 'on demand' : oneOf(next, ways);
      const step = `${how} (${what}), read ${way}`;
      const { outcome, turnMs, grown } = await read(way);
      published.restore();
      counts['libraries of a hostile publisher']++;
      counts['longest turn, ms'] = Math.max(counts['longest turn, ms'], Math.round(turnMs));
      counts['MB more'] = Math.max(counts['MB more'], Math.round((grown - sound) / 1e6));
      if ('refused' in outcome) counts.refused++;
      else if ('answered' in outcome) counts.answered++;
      else faults.push(`${step}: ${outcome.fault}`);
      if (judgesTime(share) && turnMs > MOST_TURN * BUSY) faults.push(`${step}: ${turnMs.toFixed(0)} ms in one turn`);
      if (grown - sound > MOST_MEMORY) faults.push(`${step}: ${((grown - sound) / 1e6).toFixed(0)} MB more`);
    }
  } finally {
    published.remove();
  }
  return { counts, faults };
};
