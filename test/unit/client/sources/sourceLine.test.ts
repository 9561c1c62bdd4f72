import assert from 'node:assert/strict';
import { sourceLine } from '../../../../src/client/sources/sourceLine';

describe('sourceLine', () => {
  it('joins what is known', () => {
    const full = { title: '在全县春耕生产会上的讲话', date: '2024-03-02', speaker: '林若溪' };
    assert.equal(sourceLine(full), '在全县春耕生产会上的讲话 · 2024-03-02 · 林若溪');
    assert.equal(sourceLine({ ...full, date: null, speaker: null }), '在全县春耕生产会上的讲话');
    assert.equal(sourceLine({ ...full, speaker: '' }), '在全县春耕生产会上的讲话 · 2024-03-02');
  });
});
