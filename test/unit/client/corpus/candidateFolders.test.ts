import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { candidateFolders } from '../../../../src/client/corpus/candidateFolders';

const home = resolve('/home/lin');
const first = resolve('/drafts/2025');
const second = resolve('/drafts/2024');

describe('candidateFolders', () => {
  it('looks for a relative name in every folder of the workspace', () => {
    const found = candidateFolders(['语料', '范文/旧稿'], [first, second], home);
    assert.deepEqual(found, [
      resolve(first, '语料'),
      resolve(second, '语料'),
      resolve(first, '范文/旧稿'),
      resolve(second, '范文/旧稿'),
    ]);
  });

  it('takes absolute paths and paths from home as they are, without a workspace too', () => {
    const speeches = resolve('/srv/speeches');
    assert.deepEqual(candidateFolders([speeches, '~/语料'], [], home), [speeches, resolve(home, '语料')]);
  });

  it('names each folder once, whatever its spelling, and passes over blanks', () => {
    const found = candidateFolders(['语料', './语料', '语料/', ` ${resolve(first, '语料')} `, ' ', ''], [first], home);
    assert.deepEqual(found, [resolve(first, '语料')]);
  });

  it('keeps the root of a file system', () => {
    assert.deepEqual(candidateFolders([resolve('/')], [], home), [resolve('/')]);
  });
});
