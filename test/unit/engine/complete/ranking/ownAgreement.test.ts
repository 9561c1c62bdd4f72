import assert from 'node:assert/strict';
import { leastByAgreement } from '../../../../../src/engine/complete/ranking/ownAgreement';

describe('leastByAgreement', () => {
  const own = { contextLength: 5, articles: 2, share: 0.95 };

  it('believes what two articles say after the same four characters, and hardly anything else', () => {
    assert.ok(leastByAgreement(own) > 0.21, 'enough for a list to open by itself');
    assert.ok(leastByAgreement({ ...own, share: 0.6 }) < leastByAgreement(own));
  });

  it('has no opinion of one article, of a word, or of one way among several', () => {
    assert.equal(leastByAgreement({ ...own, articles: 1 }), 0);
    assert.equal(leastByAgreement({ ...own, contextLength: 3 }), 0);
    assert.equal(leastByAgreement({ ...own, share: 0.4 }), 0);
  });
});
