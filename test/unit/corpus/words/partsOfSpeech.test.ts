import assert from 'node:assert/strict';
import { givenNames, partsOfSpeech } from '../../../../src/corpus/words/partsOfSpeech';

describe('parts of speech', () => {
  it('are those of the dictionary, and none for other words', () => {
    const { tagOf } = partsOfSpeech();
    assert.equal(tagOf('责任'), 'n');
    assert.equal(tagOf('佳县'), 'ns');
    assert.equal(tagOf('责任心青禾'), '');
  });

  it('tell which characters given names have', () => {
    const odds = givenNames('发展 68664 vn\n陈望春 2 nr\n李望秋 2 nr\r\n望远镜 9 n\n');
    assert.ok(odds('望') > 0);
    assert.ok(odds('展') < odds('秋'));
  });
});
