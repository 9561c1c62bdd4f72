import assert from 'node:assert/strict';
import { leftOver } from '../../../../src/engine/officialDocument/leftOver';

describe('leftOver', () => {
  it('counts slots and guidance, but not the year of a document number', () => {
    const draft = [
      '【提示·开场】先说〔来意〕。',
      '在〔地名〕的讲话',
      '按照青政发〔2026〕3号文件，〔地名〕要〔两字〕。',
    ];
    assert.deepEqual(leftOver(draft), { slots: ['〔地名〕', '〔地名〕', '〔两字〕'], guidance: 1 });
  });
});
