import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSeal } from '../../../../src/corpus/storage/seal';
import { followingFiles, keptOf, notesByFile, withNote } from '../../../../src/corpus/writer/articleNotes';
import { LockedNotesError, readNotes, writeNotes } from '../../../../src/corpus/writer/notesFile';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const file = { path: '/语料/春耕.txt', hash: 'a1' };
const none = { notes: [] };

describe('notes on articles', () => {
  const noted = withNote(none, file, 0, { title: '春耕', speaker: '程向南' });

  it('add to what was noted, and are taken back one by one', () => {
    const more = withNote(noted, file, 0, { date: '2024', title: undefined });
    assert.deepEqual(more.notes, [{ ...file, entry: 0, speaker: '程向南', date: '2024' }]);
    assert.deepEqual(withNote(more, file, 0, { speaker: undefined, date: undefined }), none);
  });

  it('are found by the bytes wherever they lie, and by the place whatever is written in it', () => {
    const moved = { path: '/汇编/春耕.txt', hash: 'a1' };
    const changed = { path: file.path, hash: 'b2' };
    const other = { path: '/语料/防汛.txt', hash: 'c3' };
    const found = notesByFile(noted, [moved, changed, other]);
    assert.deepEqual([...found.keys()], [moved.path, changed.path]);
    assert.equal(found.get(moved.path)?.get(0)?.title, '春耕');
  });

  it('of one article leave those of others in its file alone', () => {
    const both = withNote(noted, file, 1, { excluded: true });
    const entries = notesByFile(both, [file]).get(file.path);
    assert.deepEqual([entries?.get(0)?.title, entries?.get(1)?.excluded], ['春耕', true]);
    assert.equal(withNote(both, file, 1, { excluded: false }).notes.length, 1);
  });

  it('follow a file that is changed and then moved, and one that is moved and then changed', () => {
    const changed = { path: file.path, hash: 'b2' };
    const moved = { path: '/汇编/春耕.txt', hash: 'b2' };
    const again = { path: '/汇编/春耕.txt', hash: 'c3' };
    let notes = noted;
    for (const now of [changed, moved, again]) {
      notes = followingFiles(notes, [now])!;
      assert.deepEqual(notes.notes, [{ ...now, entry: 0, title: '春耕', speaker: '程向南' }]);
      assert.equal(followingFiles(notes, [now]), null);
    }
  });

  it('stay where they are while their file is away, and with the place where there are copies', () => {
    assert.equal(followingFiles(noted, []), null);
    assert.equal(followingFiles(noted, [{ path: '/防汛.txt', hash: 'c3' }]), null);
    assert.equal(followingFiles(noted, [{ path: '/副本/春耕.txt', hash: 'a1' }, file]), null);
  });

  it('say which lines are kept, of the bytes first and else of the place', () => {
    const kept = withNote(none, file, 0, { kept: ['打印本页'] });
    assert.deepEqual([...(keptOf(kept, { path: '/汇编/甲.txt', hash: 'a1' }).get(0) ?? [])], ['打印本页']);
    assert.deepEqual([...(keptOf(kept, { path: file.path, hash: 'b2' }).get(0) ?? [])], ['打印本页']);
    assert.equal(keptOf(kept, { path: '/汇编/甲.txt', hash: 'b2' }).size, 0);
    assert.deepEqual(withNote(kept, file, 0, { kept: [] }), none);
  });

  it('sealed are read with their key, written anew where they were plain, and never overwritten without it', async () => {
    const { folder, remove } = temporaryFiles();
    try {
      const path = join(folder, 'notes.json');
      const key = randomBytes(32).toString('base64');
      const seal = createSeal({ keys: [key], isOn: true });
      await writeNotes(path, noted);
      assert.deepEqual(await readNotes(path, seal), noted);
      assert.ok(!readFileSync(path, 'utf8').includes('春耕'));
      const written = readFileSync(path);
      await assert.rejects(readNotes(path, createSeal({ keys: [], isOn: true })), LockedNotesError);
      assert.deepEqual(readFileSync(path), written);
      assert.deepEqual(await readNotes(path, createSeal({ keys: [key], isOn: false })), noted);
      assert.ok(readFileSync(path, 'utf8').includes('春耕'));
    } finally {
      remove();
    }
  });
});
