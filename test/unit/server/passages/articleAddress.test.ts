import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleAddress, articleAt } from '../../../../src/server/passages/articleAddress';

describe('the address of an article', () => {
  it('says which article it is, whatever its path and title are', () => {
    const named = fc.record({ path: fc.string(), entry: fc.nat(), title: fc.string({ unit: 'grapheme' }) });
    fc.assert(
      fc.property(named, ({ path, entry, title }) => {
        const address = articleAddress('fanben-source', { path, entry, title });
        assert.deepEqual(articleAt(address), { path, entry });
      }),
    );
  });

  it('is none of a file, a draft, or of what others show', () => {
    for (const address of [
      'file:///d%3A/语料/讲话.txt?{"path":"a","entry":0}',
      'untitled:Untitled-1',
      'git:/a.txt?{"path":"/a.txt","ref":"~"}',
      'fanben-source:/题目?%7B',
      'nonsense',
    ])
      assert.equal(articleAt(address), undefined, address);
  });
});
