import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSuggestions } from '../../../src/engine/complete/suggestions';
import { offers } from '../../../src/engine/offers/offers';
import type { OpenLibrary } from '../../../src/library/openedLibrary';
import { openLibrary } from '../../../src/library/openLibrary';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import { generateArticles } from '../../bench/generateArticles';
import { quantiles } from '../../eval/quantiles';
import { random } from '../../eval/random';
import { slowLine } from '../slowLine';
import { made, megabytes, type Trial } from './trial';

const WRITERS = 50;
/** Of typing; every look at the store, five minutes apart for a writer, comes after two seconds here. */
const SECONDS = 60;
const LOOK_MS = 2_000;
const LOOK_OF_A_WRITER_MS = 300_000;
/** A list each, like somebody who thinks while they write. */
const KEY_MS = 1_500;

/**
 * Fifty writers with a replica each type what nobody has published, in one process; half way a new version comes. What their lists take,
 * what they ask of the store, and what of that is but “nothing new”.
 */
export const manyWriters: Trial = async ({ name, to, from, web }, material, { tell, fault }) => {
  const { folder, small, grown, later, more, seed } = material;
  const writer = await openStore(to('manyWriters'));
  await publish(writer, { storage: small, corpus: [later] });
  // Through a line that counts.
  const line = web && (await slowLine(web.address));
  const target = web && line ? web.through(line.address, 'manyWriters') : from('manyWriters');
  const opened: OpenLibrary[] = [];
  try {
    for (let i = 0; i < WRITERS; i++) {
      const replicas = await made(join(folder, `writers-${name}`, String(i)));
      const library = await openLibrary({ target, replicas, number: 1, everyMs: LOOK_MS }, () => undefined);
      await library.refresh();
      opened.push(library);
    }
    const first = { bytes: line?.received() ?? 0, requests: line?.requests() ?? 0 };
    const articles = opened[0]!.status().articles;
    const text = generateArticles(seed + 90, 20_000)
      .map(article => article.text.replaceAll('\n', ''))
      .join('');
    const next = random(seed);
    const times: number[] = [];
    let isOver = false;
    const type = async (library: OpenLibrary) => {
      let at = Math.floor(next() * (text.length - 500));
      for (let suggestions = createSuggestions(library.view()), view = library.view(); !isOver; at++) {
        await pause(next() * 2 * KEY_MS);
        if (library.view() !== view) {
          view = library.view();
          suggestions = createSuggestions(view);
        }
        const since = performance.now();
        offers(suggestions, { before: text.slice(Math.max(0, at - 200), at) }, { limit: 9, pinyin: true, slots: true });
        times.push(performance.now() - since);
      }
    };
    const typing = opened.map(type);
    await pause((SECONDS * 1000) / 2);
    const polled = { bytes: (line?.received() ?? 0) - first.bytes, requests: (line?.requests() ?? 0) - first.requests };
    await publish(writer, { storage: grown, corpus: [later, more] });
    await pause((SECONDS * 1000) / 2);
    isOver = true;
    await Promise.all(typing);
    await Promise.all(opened.map(library => library.refresh()));
    if (opened.some(library => library.status().articles <= articles)) fault('a writer has not got the new version');
    const { p50, p95, max } = quantiles(times);
    const ofStore = line
      ? `${megabytes(first.bytes / WRITERS)} MB a writer at first, ${megabytes((line.received() - first.bytes) / WRITERS)} MB for a new version; ` +
        `“nothing new” costs ${polled.requests === 0 ? 0 : Math.round(polled.bytes / polled.requests)} bytes, ${perSecond(polled.requests)} requests a second of all (${SECONDS / 2} s, looks every ${LOOK_MS / 1000} s: ` +
        `${((polled.requests / (SECONDS / 2)) * (LOOK_MS / LOOK_OF_A_WRITER_MS)).toFixed(2)} with looks every five minutes)`
      : 'no requests: a folder';
    tell(
      `${WRITERS} writers, ${times.length} lists: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, max ${max.toFixed(1)} ms; ${ofStore}`,
    );
  } finally {
    await Promise.all(opened.map(library => library.dispose()));
    await line?.close();
  }
};

const perSecond = (requests: number): string => (requests / (SECONDS / 2)).toFixed(1);
