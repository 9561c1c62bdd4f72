import assert from 'node:assert/strict';
import { join } from 'node:path';
import { serveCorpus } from '../serveCorpus';

const speech = (year: number, frame: string) =>
  `在大会上的讲话\n（${year}年2月6日）\n同志们：\n${['实干', '节俭', '读书'].map(what => `${frame.replace('…', what)}${year}年的河水涨了又落。`).join('')}`;

/** Frames, models and recurring phrases are those of the articles that are asked. */
describe('frames and exemplars through the lens', () => {
  const OWN = '要大兴…之风。';
  const OTHERS = '必须练就…之功。';
  const served = serveCorpus({
    '本县/甲.txt': speech(2023, OWN).replaceAll('河水', '溪水'),
    '本县/乙.txt': speech(2022, OWN).replaceAll('河水', '湖水'),
    '汇编/丙.txt': speech(2015, OTHERS).replaceAll('河水', '江水'),
    '汇编/丁.txt': speech(2016, OTHERS).replaceAll('河水', '井水'),
  });
  before(async () => {
    for (const deadline = Date.now() + 20_000; (await frames()).length < 2; ) {
      assert.ok(Date.now() < deadline, 'frames are mined');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });
  afterEach(() => served.client.notify('fanben/setLens', { filter: {}, folders: [] }));

  const frames = async (): Promise<string[]> => {
    const { frames: found } = await served.client.request('fanben/minedFrames', {});
    return (found ?? []).map(({ template }) => template.slice(0, 3)).filter(start => /要大兴|必须练/.test(start));
  };
  const folder = (name: string, more: object) => ({
    path: join(served.corpus.folder, name),
    enabled: true,
    weight: 1,
    ...more,
  });
  const exemplars = async () =>
    (await served.client.request('fanben/articles', {})).articles.map(({ date }) => date?.slice(0, 4));

  it('are all there without one', async () => {
    assert.deepEqual((await frames()).sort(), ['必须练', '要大兴']);
    assert.deepEqual(await exemplars(), ['2023', '2022', '2016', '2015']);
  });

  for (const [what, filter, rule] of [
    ['a filter by years', { fromYear: 2020 }, null],
    ['a folder that is switched off', {}, { enabled: false }],
    ['years of a folder', {}, { fromYear: 2017 }],
  ] as const) {
    it(`obey ${what}`, async () => {
      await served.client.notify('fanben/setLens', { filter, folders: rule ? [folder('汇编', rule)] : [] });
      assert.deepEqual(await frames(), ['要大兴']);
      assert.deepEqual(await exemplars(), ['2023', '2022']);
    });
  }

  it('obey the weight of a folder', async () => {
    for (const [heavy, first] of [
      ['本县', '要大兴'],
      ['汇编', '必须练'],
    ] as const) {
      await served.client.notify('fanben/setLens', { filter: {}, folders: [folder(heavy, { weight: 5 })] });
      assert.equal((await frames())[0], first);
      assert.equal((await exemplars())[0], heavy === '本县' ? '2023' : '2016');
    }
  });

  it('leave a pinned article where it is, and say that it is not asked now', async () => {
    const ref = { path: served.corpus.path('汇编/丙.txt'), entry: 0 };
    assert.equal((await served.client.request('fanben/exemplar', ref))?.isHidden, false);
    await served.client.notify('fanben/setLens', { filter: { fromYear: 2020 }, folders: [] });
    assert.equal((await served.client.request('fanben/exemplar', ref))?.isHidden, true);
    await served.client.notify('fanben/setExemplars', { articles: [ref] });
    const labels = (await served.client.complete('2026年的|')).map(({ label }) => label);
    assert.ok(!labels.some(label => label.startsWith('江水')), labels.join());
    await served.client.notify('fanben/setExemplars', { articles: [] });
  });
});
