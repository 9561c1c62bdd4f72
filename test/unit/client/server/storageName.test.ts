import assert from 'node:assert/strict';
import { storageName } from '../../../../src/client/server/storageName';

describe('storageName', () => {
  it('is the same for the same folders in any order, so that windows share an index', () => {
    assert.equal(storageName(['/a/语料', '/b']), storageName(['/b', '/a/语料']));
  });

  it('differs for other folders, also where the paths join to the same text', () => {
    const names = [[], ['/a'], ['/a', '/b'], ['/a/b'], ['/a/', 'b']].map(storageName);
    assert.equal(new Set(names).size, names.length);
  });

  it('can be the name of a folder anywhere', () => {
    assert.match(storageName(['/a b/《讲话》:*?']), /^[0-9a-f]{16}$/);
  });
});
