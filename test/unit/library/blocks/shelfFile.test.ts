import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstRow } from '../../../../src/engine/index/blocks/shelves';
import { compareString, packStrings } from '../../../../src/engine/index/blocks/shortStrings';
import { createPieceMemory } from '../../../../src/library/blocks/pieceMemory';
import { storeShelves } from '../../../../src/library/blocks/shelfFile';
import { useTestFolder } from '../../../fixtures/testFolder';
import { laidOut } from '../../engine/index/blocks/laidOut';
import { segmentOf } from '../../engine/segmentOf';

describe('the tables of a layout on disk', () => {
  const folder = useTestFolder();
  const path = () => join(folder.corpus, '表.shelves');
  const texts = Array.from({ length: 1_000 }, (_, row) => String.fromCharCode(0x4e00 + row, 0x4e00 + (row % 7)));
  const numbers = Uint32Array.from(texts, (_, row) => 3 * row);
  const { index } = laidOut([segmentOf([{ paragraphs: ['各村推动高质量发展。'] }])]);
  const large = { ...index, wide: packStrings(texts), wideLo: numbers, wideWidth: numbers.map(number => number + 1) };
  const store = (heard: (error: Error) => void = assert.fail, bytes = 1e6) =>
    storeShelves(path(), large, { id: '布局', memory: createPieceMemory(bytes), heard });
  const placeOf = (wide: Awaited<ReturnType<typeof store>>['wide'], text: string) =>
    firstRow(wide, (texts, row) => compareString(texts, row, text) >= 0);

  it('say of each row what it was, whether memory has room for all shelves or for none', async () => {
    for (const bytes of [1e6, 0]) {
      const { wide, separators } = await store(undefined, bytes);
      assert.deepEqual([wide.count, separators.count], [1_000, 1]);
      assert.equal(placeOf(separators, '推'), 1);
      for (const [row, text] of texts.entries()) assert.equal(placeOf(wide, text), row);
      const shelves = Array.from({ length: Math.ceil(1_000 / wide.rows) }, (_, shelf) => wide.read(shelf)!);
      assert.deepEqual(
        shelves.flatMap(({ columns }) => [...columns[1]!]),
        [...large.wideWidth],
      );
    }
  });

  it('are read once, as long as memory has them', async () => {
    const { wide } = await store();
    assert.equal(placeOf(wide, texts[500]!), 500);
    rmSync(path());
    assert.equal(placeOf(wide, texts[501]!), 501);
  });

  it('are written anew where they are damaged', async () => {
    await store();
    const bytes = readFileSync(path());
    writeFileSync(path(), Buffer.alloc(bytes.length, 7));
    await store();
    assert.deepEqual(readFileSync(path()), bytes);
  });

  it('are not known where the file is gone, cut or another: that is said once', async () => {
    const spoil: Record<string, (bytes: Buffer) => void> = {
      gone: () => rmSync(path()),
      cut: bytes => truncateSync(path(), bytes.length - 1),
      other: bytes => writeFileSync(path(), Buffer.alloc(bytes.length, 7)),
    };
    for (const [name, how] of Object.entries(spoil)) {
      const heard: Error[] = [];
      const { wide } = await store(error => void heard.push(error));
      how(readFileSync(path()));
      assert.deepEqual([placeOf(wide, texts[999]!), placeOf(wide, texts[998]!)], [undefined, undefined], name);
      assert.equal(heard.length, 1, name);
    }
  });
});
