import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type KeptIndex, keepIndex } from '../../../../src/cli/asked/keptIndex';
import type { OpenIndex } from '../../../../src/corpus/index/indexStore';
import { readManifest } from '../../../../src/corpus/index/manifestFile';
import { withNote } from '../../../../src/corpus/writer/articleNotes';
import { writeNotes } from '../../../../src/corpus/writer/notesFile';
import { countOccurrences } from '../../../../src/engine/index/suffixes/suffixRange';
import { runFanben } from '../../../fixtures/commandLine';
import { useFilledFolder } from '../../../fixtures/testFolder';

describe('an index that is kept open', () => {
  const index = async () =>
    assert.equal((await runFanben(['index', folder.corpus, '--storage', folder.storage])).status, 0);
  const folder = useFilledFolder(async () => {
    folder.write('甲.txt', '在作风大会上的讲话\n（2023年2月6日）\n同志们：\n把好事办到群众心坎上。\n');
    await index();
  });
  let kept: KeptIndex;
  afterEach(() => kept.close());
  const count = ({ view }: OpenIndex, text: string) => countOccurrences(view, text);

  it('is the same for all questions, also side by side', async () => {
    kept = keepIndex(folder.storage);
    const [one, other] = await Promise.all([kept.open(), kept.open()]);
    assert.equal(one.parts, other.parts);
    await Promise.all([one.close(), other.close()]);
    const third = await kept.open();
    assert.equal(third.parts, one.parts);
    await third.close();
  });

  it('is another when it has changed, or the notes have; a question under way keeps what it had', async () => {
    kept = keepIndex(folder.storage);
    const before = await kept.open();
    folder.write('乙.txt', '在财务大会上的讲话\n（2024年2月6日）\n同志们：\n把好事办到群众家门口。\n');
    await index();
    const after = await kept.open();
    assert.deepEqual([count(before, '家门口'), count(before, '心坎'), count(after, '家门口')], [0, 1, 1]);
    await Promise.all([before.close(), after.close()]);
    const manifest = await readManifest(folder.storage);
    assert.ok(typeof manifest !== 'string');
    const file = manifest.files.find(({ path }) => path === folder.path('乙.txt'))!;
    await writeNotes(`${folder.storage}.notes.json`, withNote({ notes: [] }, file, 0, { excluded: true }));
    const noted = await kept.open();
    const isDead = noted.view.some(segment => segment.hasDead);
    await noted.close();
    assert.ok(isDead);
  });

  it('is closed when nobody has asked for a while', async () => {
    kept = keepIndex(folder.storage, undefined, 1);
    const one = await kept.open();
    await pause(20);
    const other = await kept.open();
    assert.equal(other.parts, one.parts);
    await Promise.all([one.close(), other.close()]);
    await pause(50);
    const later = await kept.open();
    assert.notEqual(later.parts, one.parts);
    await later.close();
  });
});
