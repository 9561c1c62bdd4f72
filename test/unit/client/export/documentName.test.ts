import assert from 'node:assert/strict';
import { documentName } from '../../../../src/client/export/documentName';

describe('documentName', () => {
  for (const [fileName, isUntitled, title, expected] of [
    ['/文稿/春耕 讲话.gao', false, '别的', '春耕 讲话.docx'],
    ['C:\\文稿\\v1.2 稿.txt', false, '', 'v1.2 稿.docx'],
    ['/文稿/.gao', false, '', '.gao.docx'],
    ['Untitled-1', true, '在“春耕”会上：讲话/稿?', '在“春耕”会上：讲话稿.docx'],
    ['Untitled-1', true, '', 'Fanben.docx'],
    ['Untitled-1', true, '长'.repeat(100), `${'长'.repeat(60)}.docx`],
  ] as const) {
    it(`${fileName} ${title} → ${expected}`, () => {
      assert.equal(documentName({ fileName, isUntitled }, title), expected);
    });
  }
});
