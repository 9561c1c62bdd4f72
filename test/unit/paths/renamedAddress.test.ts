import assert from 'node:assert/strict';
import { addressAfter } from '../../../src/paths/renamedAddress';

describe('the address of a file after renames', () => {
  const renames = [
    { oldUri: 'file:///稿/初稿.gao', newUri: 'file:///稿/定稿.gao' },
    { oldUri: 'file:///二月', newUri: 'file:///存档/二月' },
  ];

  it('follows the file and the folder it is in, and nothing else', () => {
    assert.equal(addressAfter(renames, 'file:///稿/初稿.gao'), 'file:///稿/定稿.gao');
    assert.equal(addressAfter(renames, 'file:///二月/讲话.gao'), 'file:///存档/二月/讲话.gao');
    for (const uri of ['file:///二月份/讲话.gao', 'file:///稿/初稿.gao.txt', 'untitled:Untitled-1'])
      assert.equal(addressAfter(renames, uri), uri);
  });
});
