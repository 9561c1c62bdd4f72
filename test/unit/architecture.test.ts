import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const ROOT = process.env.FANBEN_ROOT ?? '.';

/** What is named in code but is no file: a request, an object of a library, a package. */
const NO_FILE = /^(fanben\/|library\.json$|@)/;
/** `FAMILY` stands for a name, `…` for what differs. */
const PLACEHOLDER = /[A-Z]{4,}|…|\s/;

describe('ARCHITECTURE.md', () => {
  /** Every file and folder of the sources, without the endings of files. */
  const known = new Set(
    ['src', 'test', 'scripts', 'assembly', 'snippets', 'l10n'].flatMap(room => [
      room,
      ...readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map(
        path =>
          `${room}/${path
            .split(sep)
            .join('/')
            .replace(/(\.test)?\.(ts|mts|mjs|json)$/, '')}`,
      ),
    ]),
  );
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const named = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!));
  const paths = [...named].filter(
    name => /\/|\.(ts|mjs)$/.test(name) && !NO_FILE.test(name) && !PLACEHOLDER.test(name),
  );

  it('names many a place', () => assert.ok(paths.length > 100, `${paths.length}`));

  for (const path of paths)
    it(`tells the truth: ${path}`, () => {
      const place = path.replace(/\/$|\.(ts|mts|mjs|json)$/, '');
      // Named from the root, from `src`, or from the folder the sentence is about.
      assert.ok([...known].some(one => one === place || one.endsWith(`/${place}`)));
    });
});
