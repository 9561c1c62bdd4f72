import { loadMarker } from '../words/segmenter';
import { build } from './build';
import type { BuildRequest, BuildResult, FromBuilder, Progress, ToBuilder } from './messages';
import { failureMessage } from './publishing/failureMessage';

/** Progress is told five times a second while there is any, and at least once a second: silence means a hung builder. */
const PROGRESS_MS = 200;
const ALIVE_TICKS = 5;

/** A builder that has more is not kept waiting: it had much to read. */
const MOST_IDLE_BYTES = 256 << 20;

/**
 * A builder behind messages: takes what it is told, does a build at a time, and sends what becomes of it; the result comes last.
 * A process of its own for the server and the command line.
 */
export function createBuilder(send: (message: FromBuilder) => void): (message: ToBuilder) => void {
  let cancelling = new AbortController();

  const run = async (request: BuildRequest): Promise<void> => {
    cancelling = new AbortController();
    let latest: Progress = { filesDone: 0, filesFound: 0, bytesDone: 0, bytesFound: 0 };
    let told: Progress | undefined;
    let ticks = 0;
    const ticking = setInterval(() => {
      if (told === latest && ++ticks < ALIVE_TICKS) return;
      ticks = 0;
      told = latest;
      send({ type: 'progress', ...latest });
    }, PROGRESS_MS);
    const progress = (next: Progress) => {
      latest = next;
    };
    const result = await build(request, { send, progress }, cancelling.signal).catch(
      (error: unknown): BuildResult => ({ type: 'failed', message: failureMessage(error, request.storage) }),
    );
    clearInterval(ticking);
    const stays = request.stay === true && process.memoryUsage.rss() < MOST_IDLE_BYTES;
    send(result.type === 'done' && stays ? { ...result, stays } : result);
  };

  return message => {
    if (message.type === 'cancel') cancelling.abort();
    else if (message.type === 'prepare') loadMarker();
    else void run(message.request);
  };
}
