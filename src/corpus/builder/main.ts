/** The builder process: does one build as told over IPC, then ends. Entry point of a bundle of its own. */
import { constants, setPriority } from 'node:os';
import { loadSegmenter } from '../segmenter';
import { build } from './build';
import { failureMessage } from './failureMessage';
import type { BuildRequest, BuildResult, FromBuilder, Progress, ToBuilder } from './messages';

/** Progress is told five times a second while there is any, and at least once a second: silence means a hung builder. */
const PROGRESS_MS = 200;
const ALIVE_TICKS = 5;

const cancelling = new AbortController();

process.on('message', (message: ToBuilder) => {
  if (message.type === 'cancel') cancelling.abort();
  else if (message.type === 'prepare') loadSegmenter(0);
  else run(message.request);
});
// Whoever wanted the index is gone.
process.on('disconnect', () => process.exit(0));

async function run(request: BuildRequest): Promise<void> {
  beNice();
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
  send(result, () => process.exit(0));
}

function send(message: FromBuilder, sent?: () => void): void {
  if (process.connected) process.send?.(message, undefined, undefined, sent);
}

/** The editor goes first. */
function beNice(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: no harm.
  }
}
