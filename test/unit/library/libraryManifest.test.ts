import assert from 'node:assert/strict';
import fc from 'fast-check';
import { libraryTotals, objectsOf, withCollection } from '../../../src/library/collections';
import type { Collection, Library } from '../../../src/library/library';
import { decodeLibrary, encodeLibrary } from '../../../src/library/libraryManifest';
import { libraryLimits } from '../../../src/library/limits';

const hash = (seed: number) => seed.toString(16).padStart(64, '0');
const object = (seed: number) => ({ bytes: 10, chunks: [hash(seed)] });

function collection(id: string, ...seeds: number[]): Omit<Collection, 'slot'> {
  const segments = seeds.map(seed => ({
    ...object(seed),
    id: `s${seed}`,
    characters: 5,
    articles: 1,
    frames: [object(seed + 1000)],
  }));
  const [articles, characters] = [seeds.length, 5 * seeds.length];
  return { id, published: 1, folders: ['大会'], articles, characters, segments, files: object(9000 + seeds.length) };
}

const first = (own = collection('publisher-a', 1)) => withCollection(null, own, { name: '县委库' }, 0);

describe('the manifest of a library', () => {
  it('is read as it was written', () => {
    const library = withCollection(first(), collection('publisher-b', 2, 3), { licence: '内部使用' }, 5);
    assert.deepEqual(decodeLibrary(encodeLibrary(library, 2), 2), library);
    assert.deepEqual(libraryTotals(library), { articles: 3, characters: 15, bytes: 80 });
  });

  it('keeps what others have published, and numbers publishers apart', () => {
    const library = withCollection(first(), collection('publisher-b', 2), {}, 5);
    assert.deepEqual(
      library.collections.map(({ id, slot }) => [id, slot]),
      [
        ['publisher-a', 0],
        ['publisher-b', 1],
      ],
    );
    const again = withCollection(library, collection('publisher-a', 4), {}, 6);
    assert.deepEqual(
      again.collections.map(({ id, slot }) => [id, slot]),
      [
        ['publisher-b', 1],
        ['publisher-a', 0],
      ],
    );
    assert.equal(again.name, '县委库');
  });

  it('names for a while what is not wanted any more, for somebody may be reading it', () => {
    const published = Array.from({ length: 6 }, (_, i) => i);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray(published), fc.nat(40)), { maxLength: 8 }), steps => {
        let library: Library | null = null;
        let now = 0;
        const lastNamed = new Map<string, number>();
        for (const [seeds, days] of steps) {
          if (library) for (const name of objectsOf(library.collections)) lastNamed.set(name, now);
          now += days * 24 * 3600 * 1000;
          if (library) for (const name of objectsOf(library.collections)) lastNamed.set(name, now);
          library = withCollection(library, collection('publisher-a', ...seeds), {}, now);
          const named = objectsOf(library.collections);
          const expected = [...lastNamed].filter(
            ([name, at]) => !named.has(name) && now - at < libraryLimits.retiredMs,
          );
          assert.deepEqual(library.retired.map(({ name }) => name).sort(), expected.map(([name]) => name).sort());
        }
      }),
    );
  });

  it('says why it cannot be read', () => {
    const written = JSON.parse(Buffer.from(encodeLibrary(first(), 2)).toString());
    const told = (change: object) => decodeLibrary(Buffer.from(JSON.stringify({ ...written, ...change })), 2);
    assert.match(JSON.stringify(decodeLibrary(Buffer.from('<html>'), 2)), /不是范本资料库/);
    assert.match(JSON.stringify(told({ format: 'other' })), /不是范本资料库/);
    assert.match(JSON.stringify(told({ index: 3 })), /另一版本/);
    const [own] = written.collections;
    for (const wrong of [
      { ...own, folders: ['../..'] },
      { ...own, folders: ['C:'] },
      { ...own, slot: 40 },
      { ...own, segments: [{ ...own.segments[0], chunks: ['../../etc/passwd'] }] },
      { ...own, segments: [{ ...own.segments[0], bytes: 1e12 }] },
      { ...own, segments: [{ ...own.segments[0], bytes: -1 }] },
      { ...own, files: { bytes: 0, chunks: [hash(1)] } },
    ])
      assert.match(JSON.stringify(told({ collections: [wrong] })), /已损坏/, JSON.stringify(wrong));
    assert.match(JSON.stringify(told({ collections: [own, { ...own, id: 'publisher-z' }] })), /已损坏/);
  });
});
