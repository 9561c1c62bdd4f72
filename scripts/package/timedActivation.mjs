import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CLIENT = 'extension/dist/client.js';
const TIMED = 'extension/dist/timedClient.js';

/** Stands before the client, which is loaded by it. */
const timer = times => `
const started = performance.now();
const client = require('./timedClient.js');
const loadMs = performance.now() - started;
exports.deactivate = client.deactivate;
exports.activate = context => {
  const called = performance.now();
  client.activate(context);
  require('node:fs').appendFileSync(${JSON.stringify(times)}, JSON.stringify({ loadMs, callMs: performance.now() - called }) + '\\n');
};
`;

/**
 * Makes a package that tells how long Fanben itself is busy whenever it is activated. The editor's own clock starts for
 * all extensions of one event at once, and so counts what the others load.
 *
 * @param {string} vsix the package to be timed
 * @param {string} to where the timed one goes
 * @param {string} times file that gets a line a window: `{ loadMs, callMs }` as JSON
 */
export function writeTimedPackage(vsix, to, times) {
  const files = unzipSync(readFileSync(vsix));
  files[TIMED] = files[CLIENT];
  files[CLIENT] = strToU8(timer(times));
  writeFileSync(to, zipSync(files, { level: 1 }));
}

/** The line that tells what `times` holds. */
export function timedActivations(times) {
  const windows = strFromU8(readFileSync(times))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const sorted = measure => windows.map(measure).sort((a, b) => a - b);
  const at = (list, share) => list[Math.floor(share * (list.length - 1))].toFixed(0);
  const all = sorted(({ loadMs, callMs }) => loadMs + callMs);
  const parts = `load ${at(
    sorted(({ loadMs }) => loadMs),
    0.5,
  )}, activate() ${at(
    sorted(({ callMs }) => callMs),
    0.5,
  )}`;
  return `activation, Fanben alone, ${all.length} windows (${parts})  p50 ${at(all, 0.5)}  p95 ${at(all, 0.95)} ms   (budget p95 50)`;
}
