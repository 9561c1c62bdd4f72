import assert from 'node:assert/strict';
import type { FrameEntry } from '../../../../src/client/frames/frameEntry';
import { frameOverview } from '../../../../src/client/frames/frameOverview';

const entry = (name: string, kind: string, level?: FrameEntry['level']): FrameEntry => ({
  name,
  prefixes: [],
  keywords: [],
  descriptions: [],
  kind,
  ...(level && { level, isShared: true }),
  note: '',
  preview: '',
  body: async () => undefined,
});
const written = [entry('一是', '分项'), entry('既要', '句子框架')];
const mined = Array.from({ length: 100 }, (_, i) => entry(`句${i}`, '句子', 'sentence'));

describe('frameOverview', () => {
  it('puts the best of the corpus on top, then the written ones, then more of each level', () => {
    const groups = frameOverview([...written, ...mined], '来自语料');
    assert.deepEqual([...groups.keys()], ['来自语料', '分项', '句子框架', '来自语料 · 句子']);
    assert.deepEqual(groups.get('来自语料'), mined.slice(0, 5));
    assert.deepEqual(groups.get('来自语料 · 句子')?.[0], mined[5]);
  });

  it('has nothing of one article alone on top', () => {
    const single = { ...entry('孤句', '句子', 'sentence'), isShared: false };
    const groups = frameOverview([single, ...written, ...mined], '来自语料');
    assert.deepEqual(groups.get('来自语料'), mined.slice(0, 5));
    assert.deepEqual(
      [...frameOverview([...written, single], '来自语料').keys()],
      ['分项', '句子框架', '来自语料 · 句子'],
    );
  });

  it('puts the writer’s own above all', () => {
    const own = { ...entry('三个坚持', '我的句式'), isOwn: true };
    assert.deepEqual([...frameOverview([...written, ...mined, own], '来自语料').keys()].slice(0, 2), [
      '我的句式',
      '来自语料',
    ]);
  });

  it('is no longer than a writer scrolls', () => {
    const shown = [...frameOverview(mined, '来自语料').values()].flat();
    assert.ok(shown.length < mined.length);
  });

  it('has only written ones where there is no corpus', () => {
    assert.deepEqual([...frameOverview(written, '来自语料').keys()], ['分项', '句子框架']);
  });
});
