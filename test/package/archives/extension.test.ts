import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { faults, packages, type Tables, tables, unpack } from './packages';

/** A file beside which a second copy would be noticed by whoever downloads it. */
const LARGE_BYTES = 100_000;

/** Every path of a file that the manifest names. */
function namedFiles(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(\.\/)?(media|syntaxes|snippets|dist|language)[\w/.-]+\.\w+$/.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(namedFiles) : [];
}

for (const { kind, path, bytes, segmenters } of packages().filter(({ path }) => path.endsWith('.vsix'))) {
  describe(`the ${kind} extension`, () => {
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    let files: Map<string, Uint8Array>;
    let expected: Tables;

    before(async () => {
      files = unpack(path);
      expected = await tables();
    });

    it('holds all it needs and nothing that only developers need', () => {
      const { any, extension, native } = expected.required;
      const isNative = segmenters.includes('nodejieba');
      const needed = [...any, ...extension, ...(isNative ? native : [])];
      assert.deepEqual(faults([...files.keys()], needed, expected), []);
      assert.equal(files.has(native[0]!), isNative);
    });

    it('is small enough', () => {
      const { universal, platform } = expected.limits;
      assert.ok(bytes <= (kind === 'universal' ? universal : platform), `${bytes} bytes`);
    });

    it('holds bundles in ASCII, of which a process keeps a byte a character', () => {
      const bundles = [...files.keys()].filter(name => /^dist\/\w+\.js$/.test(name));
      assert.ok(bundles.includes('dist/server.js'));
      for (const name of bundles) assert.match(text(name), /^\p{ASCII}*$/u, name);
    });

    it('holds nothing large twice, and the dictionary once', () => {
      const large = [...files].filter(([, content]) => content.length > LARGE_BYTES);
      const prints = large.map(([, content]) => createHash('sha256').update(content).digest('hex'));
      assert.equal(new Set(prints).size, prints.length);
      const dictionaries = [...files.keys()].filter(name => /jieba\.dict/.test(name));
      assert.equal(dictionaries.length, segmenters.includes('nodejieba') ? 1 : 0);
    });

    it('has every file its manifest names, and nothing in the manifest about how it is built', () => {
      const manifest = JSON.parse(text('package.json'));
      const named = namedFiles(manifest).map(name => name.replace('./', ''));
      assert.ok(named.length > 10, named.join());
      assert.deepEqual(
        named.filter(name => !files.has(name)),
        [],
      );
      for (const key of ['scripts', 'devDependencies', 'dependencies', 'private']) assert.ok(!(key in manifest), key);
      for (const key of ['icon', 'pricing', 'qna', 'repository', 'categories', 'keywords'])
        assert.ok(key in manifest, key);
    });

    it('shows its pictures on a page that is not in the repository', () => {
      const links = [...text('README.md').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
      assert.ok(links.some(link => link.endsWith('.png')));
      assert.deepEqual(
        links.filter(link => !/^(https:\/\/|#)/.test(link)),
        [],
      );
    });

    it('names the license of everything in it that is not ours', () => {
      const notices = text('ThirdPartyNotices.txt');
      const beside = [...files.keys()].flatMap(name => /^dist\/node_modules\/((@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
      const others = [...new Set([...beside, 'linkedom', 'pinyin-pro', 'opencc-js', 'iconv-lite', 'vscode-jsonrpc'])];
      assert.deepEqual(
        others.filter(name => !notices.includes(`\n${name} `)),
        [],
      );
    });
  });
}
