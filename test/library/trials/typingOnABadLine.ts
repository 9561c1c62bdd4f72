import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { LibraryState } from '../../../src/server/protocol/libraries';
import { generateArticles } from '../../bench/generateArticles';
import { quantiles } from '../../eval/quantiles';
import { ServerProcess } from '../../server/childProcess';
import { slowLine } from '../slowLine';
import { megabytes, type Trial } from './trial';

/** 100 ms each way, 1 Mbit/s. */
const LINE = { delayMs: 100, bitsPerSecond: 1_000_000 };
const PATIENCE_MS = 180_000;

/**
 * A server of a writer whose library is behind a slow line: they write while it is fetched, the line breaks in the middle of a word and
 * in the middle of a new version, and comes back. Lists never wait for it.
 */
export const typingOnABadLine: Trial = async ({ name, to, web }, material, { tell, fault }) => {
  if (!web) return;
  const { folder, small, grown, later, more } = material;
  const writer = await openStore(to('typingOnABadLine'));
  // The beginning of a sentence that the library has.
  const known = generateArticles(2, 1)[0]!.text.split('。')[1]!.trim().slice(0, 4);
  const { library } = await publish(writer, { storage: small, corpus: [later] });
  const line = await slowLine(web.address, LINE);
  const client = await ServerProcess.start({
    corpus: [],
    storage: join(folder, `typing-${name}`),
    replicas: join(folder, `replicas-${name}`),
    libraries: [{ target: web.through(line.address, 'typingOnABadLine') }],
  });
  try {
    const times: number[] = [];
    const type = async (text: string) => {
      const since = performance.now();
      const rows = await client.complete(`${text}|`);
      times.push(performance.now() - since);
      return rows.map(({ label }) => label);
    };
    const state = async () => (await client.request('fanben/libraries', null))[0];
    /** Writes on until the library is as it should be. */
    const typeUntil = async (isSo: (state: LibraryState) => boolean, what: string) => {
      for (const until = performance.now() + PATIENCE_MS; ; await pause(100)) {
        await type('各级干部要扑下身子抓');
        const now = await state();
        if (now && isSo(now)) return;
        if (performance.now() > until) throw new Error(`waited in vain: ${what}; ${JSON.stringify(now)}`);
      }
    };
    await client.status(({ state }) => state === 'ready');
    const since = performance.now();
    await typeUntil(({ state }) => state === 'ready', 'the library is here');
    const fetchMs = Math.round(performance.now() - since);
    const articles = (await state())!.articles;
    await type(known);
    const before = await type(known);
    line.cut();
    const after = await type(known);
    if (before.length === 0 || String(after) !== String(before))
      fault(`a list changed when the line broke: ${before} ≠ ${after}`);
    await client.notify('fanben/refreshLibraries', {});
    await typeUntil(({ state }) => state === 'offline', 'it is marked offline');
    if (String(await type(known)) !== String(before)) fault('a list changed when the library was offline');

    await publish(writer, { storage: grown, corpus: [later, more] });
    line.mend();
    const start = line.received();
    await client.notify('fanben/refreshLibraries', {});
    await typeUntil(() => line.received() - start > 100_000, 'the new version comes');
    line.cut();
    await typeUntil(({ state }) => state === 'offline', 'it is marked offline in the middle of a version');
    if ((await state())!.articles !== articles) fault('half a version was taken over');
    if (String(await type(known)) !== String(before)) fault('a list changed with half a version here');
    line.mend();
    await client.notify('fanben/refreshLibraries', {});
    await typeUntil(now => now.state === 'ready' && now.articles > articles, 'the new version is here');
    const { p50, p95, max } = quantiles(times);
    tell(
      `100 ms each way, 1 Mbit/s (a line of our own; ${library.collections.length} collection): ${megabytes(line.received())} MB in all, the first version after ` +
        `${fetchMs} ms; ${times.length} lists meanwhile: p50 ${ms(p50)}, p95 ${ms(p95)}, max ${ms(max)} ms; ` +
        'the line broke in mid-word and in mid-version: no list changed',
    );
  } finally {
    await client.stop();
    await line.close();
  }
};

const ms = (time: number): string => time.toFixed(1);
