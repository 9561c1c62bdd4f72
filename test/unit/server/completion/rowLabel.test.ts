import assert from 'node:assert/strict';
import { LONGEST_DETAILED, rowLabel } from '../../../../src/server/completion/rowLabel';

describe('the label of a row', () => {
  it('leaves room for the number of articles, and shows where a long text ends', () => {
    assert.equal(rowLabel('抓落实'), '抓落实');
    const long = '各位领导、各位来宾，在这春暖花开的季节里我们欢聚一堂，共话发展';
    assert.equal(rowLabel(long), '各位领导、各位来宾，在这春暖花开…一堂，共话发展');
    assert.equal(rowLabel(long).length, LONGEST_DETAILED);
    assert.equal(rowLabel(long.slice(0, LONGEST_DETAILED)), long.slice(0, LONGEST_DETAILED));
  });

  it('cuts no rare character in two', () => {
    for (let before = 0; before < 3; before++) {
      const label = rowLabel('甲'.repeat(before) + '𠮷'.repeat(30));
      assert.doesNotMatch(label, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
    }
  });
});
