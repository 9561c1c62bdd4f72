import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

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

  describe('leads where the code does', () => {
    const walks = text.slice(text.indexOf('## A walk through the data')).split('\n## ')[0]!;
    const hops = walks
      .split('\n- ')
      .slice(1)
      .flatMap(walk => walk.replace(/\s+/g, ' ').split(/ => |\. /))
      .flatMap(stretch => {
        const files = stretch.split(' -> ').map(stop => /`([^`]+)`/.exec(stop)?.[1] ?? stop);
        return files.slice(1).map((to, i) => [files[i]!, to] as const);
      });

    it('in many steps', () => assert.ok(hops.length > 40, `${hops.length}`));

    for (const [from, to] of hops)
      it(`${from} -> ${to}`, () => {
        const [one, other] = [from, to].map(stop => `src/${stop}`);
        assert.ok(known.has(one!) && known.has(other!), 'both are files');
        assert.ok(reaches(one!, other!) || reaches(other!, one!));
      });
  });
});

/** So many files may stand between two that a walk names one behind the other. */
const MOST_BETWEEN = 3;

/** Does a source import another one, by some between? Both without their endings. */
function reaches(from: string, to: string): boolean {
  let reached = new Set([from]);
  for (let between = 0; between <= MOST_BETWEEN; between++) {
    reached = new Set([...reached].flatMap(importsOf));
    if (reached.has(to)) return true;
  }
  return false;
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, `${file}.ts`), 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, path]) => posix.join(posix.dirname(file), path!))
    .filter(path => existsSync(join(ROOT, `${path}.ts`)));
}
