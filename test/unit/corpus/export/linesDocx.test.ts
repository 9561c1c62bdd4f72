import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { writeLinesDocx } from '../../../../src/corpus/export/linesDocx';
import { anyText } from '../../../fixtures/anyText';
import { readDocx } from '../../../fixtures/docx';
import { runs } from '../../../fixtures/runs';

/** What XML 1.0 has no place for: Word opens no document that has one. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

describe('writeLinesDocx', () => {
  it('writes what Word and our own import open, whatever titles, speakers and lines are made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText(), { minLength: 7, maxLength: 7 }), async texts => {
        const [title, group, before, match, after, name, speaker] = texts.map(text => `${text}\uffff\ud842`) as [
          string,
          ...string[],
        ];
        const line = { group, before, match, after, title: name, speaker, date: null, path: '/稿', paragraph: 0 };
        const bytes = await writeLinesDocx(title, [line as never]);
        for (const [part, content] of Object.entries(unzipSync(bytes)))
          assert.doesNotMatch(strFromU8(content), FORBIDDEN, part);
        assert.ok(readDocx(bytes, 'a.docx').includes('《'));
      }),
      runs(4),
    );
  });

  it('keeps what can be shown', async () => {
    const line = {
      group: '之后',
      before: '要',
      match: '扑下身子\ufffe',
      after: '抓落实。',
      title: '<讲&话>',
      date: '2024-01-01',
    };
    const text = readDocx(await writeLinesDocx('扑下身子', [{ ...line, speaker: null } as never]), 'a.docx');
    assert.ok(text.includes('要扑下身子抓落实。（《<讲&话>》，2024-01-01）'), text);
  });
});
