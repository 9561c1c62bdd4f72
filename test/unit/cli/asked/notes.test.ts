import assert from 'node:assert/strict';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest } from '../../../../src/corpus/index/manifestFile';
import { withNote } from '../../../../src/corpus/writer/articleNotes';
import { readNotes, writeNotes } from '../../../../src/corpus/writer/notesFile';
import { runFanben } from '../../../fixtures/commandLine';
import { useFilledFolder } from '../../../fixtures/testFolder';

const WIND = '要大兴实干之风。要大兴节俭之风。要大兴读书之风。';

describe('the command line and the notes of the writer', () => {
  const folder = useFilledFolder(async () => {
    folder.write(
      '甲.txt',
      `在作风大会上的讲话\n（2023年2月6日）\n同志们：\n${WIND}把好事办到群众心坎上。\n扫一扫在手机打开当前页\n`,
    );
    folder.write('乙.txt', '在财务大会上的讲话\n（2024年2月6日）\n同志们：\n把好事办到群众家门口。\n');
    assert.equal((await runFanben(['index', folder.corpus, '--storage', folder.storage])).status, 0);
  });

  const asked = async <Answer>(args: readonly string[]): Promise<Answer> => {
    const { status, stdout, stderr } = await runFanben([...args, '--storage', folder.storage, '--json']);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Answer;
  };
  const note = async (name: string, change: object, path = `${folder.storage}.notes.json`) => {
    const manifest = await readManifest(folder.storage);
    assert.ok(typeof manifest !== 'string');
    const file = manifest.files.find(file => file.path === folder.path(name))!;
    await writeNotes(path, withNote(await readNotes(path), file, 0, change));
  };
  interface Found {
    articles: number;
    passages: { title: string; speaker: string | null }[];
  }

  it('asks no article that is excluded, in completions, passages, search and frames', async () => {
    const before = await asked<Found>(['passages', '把好事办到群众']);
    assert.equal(before.articles, 2);
    assert.ok((await asked<unknown[]>(['frames'])).length > 0);
    await note('甲.txt', { excluded: true });
    assert.deepEqual(
      (await asked<Found>(['passages', '把好事办到群众'])).passages.map(({ title }) => title),
      ['在财务大会上的讲话'],
    );
    assert.equal((await asked<unknown[]>(['search', '心坎上'])).length, 0);
    assert.equal((await asked<unknown[]>(['frames'])).length, 0);
    const rows = await asked<{ text: string }[]>(['complete', '--context', '把好事办到群众', '--background', 'off']);
    assert.ok(!rows.some(({ text }) => text.includes('心坎')), JSON.stringify(rows));
  });

  it('tells what was put right', async () => {
    await note('乙.txt', { title: '在青山县财政会议上的讲话', speaker: '程向南' });
    const [passage] = (await asked<Found>(['passages', '群众家门口'])).passages;
    assert.deepEqual([passage?.title, passage?.speaker], ['在青山县财政会议上的讲话', '程向南']);
  });

  it('keeps a line that is kept when it reads a file', async () => {
    assert.equal((await asked<unknown[]>(['search', '扫一扫'])).length, 0);
    await note('甲.txt', { kept: ['扫一扫在手机打开当前页'] });
    // Touched only, it is not read again: its bytes are another's.
    folder.write(
      '甲.txt',
      `在作风大会上的讲话\n（2023年2月6日）\n同志们：\n${WIND}\n扫一扫在手机打开当前页\n另起一段。\n`,
    );
    assert.equal((await runFanben(['index', folder.corpus, '--storage', folder.storage])).status, 0);
    assert.equal((await asked<unknown[]>(['search', '扫一扫'])).length, 1);
  });

  it('finds the notes of the editor whose index it is, and those it is told of', async () => {
    const root = dirname(folder.storage);
    const editors = join(root, '编辑器', 'index', '0123456789abcdef');
    mkdirSync(dirname(editors), { recursive: true });
    mkdirSync(join(root, '编辑器', 'uses'));
    await note('甲.txt', { excluded: true }, join(root, '编辑器', 'notes.json'));
    await note('乙.txt', { excluded: true }, join(root, '别的.json'));
    const titles = async (storage: string, ...more: string[]) => {
      const { stdout } = await runFanben(['passages', '把好事办到群众', '--storage', storage, ...more, '--json']);
      return (JSON.parse(stdout) as Found).passages.map(({ title }) => title);
    };
    assert.deepEqual(await titles(folder.storage, '--notes', join(root, '别的.json')), ['在作风大会上的讲话']);
    renameSync(folder.storage, editors);
    assert.deepEqual(await titles(editors), ['在财务大会上的讲话']);
  });

  it('says so where the notes cannot be read, rather than to answer without them', async () => {
    folder.write('坏.json', '{"notes": 1}');
    const { status, stderr } = await runFanben([
      'passages',
      '群众',
      '--storage',
      folder.storage,
      '--notes',
      folder.path('坏.json'),
    ]);
    assert.equal(status, 1);
    assert.match(stderr, /坏\.json/);
  });
});
