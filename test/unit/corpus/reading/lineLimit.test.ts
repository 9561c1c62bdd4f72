import assert from 'node:assert/strict';
import fc from 'fast-check';
import { limits } from '../../../../src/corpus/formats/limits';
import { hasMoreLines } from '../../../../src/corpus/reading/lineLimit';
import { type ReadEntry, readArticles, UnreadableFileError } from '../../../../src/corpus/reading/readArticles';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const files = temporaryFiles();
after(() => files.remove());

describe('lines', () => {
  it('are counted as they end', () => {
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.nat(30), end, fc.nat(30), (lines, ending, most) => {
        assert.equal(hasMoreLines(`春耕${ending}`.repeat(lines), most), lines > most);
      }),
    );
  });

  it('without number are no article: the file is named, not read', async () => {
    const path = files.write('词表.txt', '春耕\n'.repeat(limits.articleLines + 1));
    await assert.rejects(readArticles(path).next(), (error: UnreadableFileError) => {
      assert.ok(error instanceof UnreadableFileError);
      assert.equal(error.reason.kind, 'too-large');
      return true;
    });
  });

  it('without number in a row of a table leave out that row', async () => {
    const row = (text: string) => JSON.stringify({ title: '在会上的讲话', text });
    const lines = [row('春\n'.repeat(limits.articleLines + 1)), row('要抓紧春耕，不误农时。')];
    const entries: ReadEntry[] = [];
    for await (const entry of readArticles(files.write('a.jsonl', lines.join('\n')))) entries.push(entry);
    assert.ok('problem' in entries[0]! && 'article' in entries[1]!);
  });
});
