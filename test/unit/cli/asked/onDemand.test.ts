import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runFanben } from '../../../fixtures/commandLine';
import { useFilledFolder } from '../../../fixtures/testFolder';

describe('the command line and a library that is read on demand', () => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const folder = useFilledFolder(async () => {
    process.env.XDG_CACHE_HOME = process.env.LOCALAPPDATA = join(folder.corpus, '..', '缓存');
    folder.write(
      '甲.txt',
      '在作风大会上的讲话\n（2023年2月6日）\n同志们：\n各级干部要扑下身子抓落实，一件接着一件办。\n',
    );
    folder.write(
      '乙.txt',
      '在财务大会上的讲话\n周明远\n（2024年2月6日）\n同志们：\n各级干部要扑下身子抓调研，一件接着一件查。\n',
    );
    const series = '要大兴调查之风，要大兴务实之风，要大兴节俭之风。';
    for (const name of ['丙', '丁'])
      folder.write(`${name}.txt`, `在${name}地动员会上的讲话\n同志们：\n${series}${name}地的同志先讲到这里。\n`);
    const args = ['publish', folder.corpus, '--to', library(), '--blocks', 'always', '--storage', folder.storage];
    const { status, stderr } = await runFanben([...args, '--json']);
    assert.equal(status, 0, stderr);
  });
  const library = () => join(folder.corpus, '..', '资料库');
  after(() => {
    for (const [name, value] of Object.entries({ XDG_CACHE_HOME, LOCALAPPDATA }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  const asked = async <Answer>(args: readonly string[]): Promise<Answer> => {
    const { status, stdout, stderr } = await runFanben([...args, '--background', 'off', '--model', 'off', '--json']);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Answer;
  };

  it('completes and finds passages as from the index, sources and all', async () => {
    const complete = ['complete', '--context', '各级干部要扑下身子'];
    const own = await asked<{ text: string; articles: number }[]>([...complete, '--storage', folder.storage]);
    const read = await asked<typeof own>([...complete, '--library', library(), '--on-demand']);
    const told = (rows: typeof own) => rows.map(({ text, articles }) => [text, articles]);
    assert.ok(own.length > 0);
    assert.deepEqual(told(read), told(own));

    const { stdout } = await runFanben(['passages', '一件接着一件', '--library', library(), '--on-demand', '--json']);
    const { articles, passages } = JSON.parse(stdout);
    assert.equal(articles, 2);
    assert.deepEqual([passages[0].title, passages[0].before], ['在财务大会上的讲话', '各级干部要扑下身子抓调研，']);
  });

  it('searches several words, and finds sentences like one', async () => {
    type Sentence = { sentence: string; title: string; path: string };
    const from = async (how: readonly string[]): Promise<Sentence[][]> => {
      const ask = async (...what: string[]): Promise<Sentence[]> => {
        const { status, stdout, stderr } = await runFanben([...what, ...how, '--json']);
        assert.equal(status, 0, stderr);
        return JSON.parse(stdout) as Sentence[];
      };
      return [
        await ask('search', '干部', '调研'),
        await ask('search', '扑下身子 一件'),
        await ask('search', '扑下*落实'),
        await ask('search', '一件 speaker:周明远'),
        await ask('like', '各级领导要扑下身子抓落实，一件接着一件办。'),
      ];
    };
    const own = await from(['--storage', folder.storage]);
    const read = await from(['--library', library(), '--on-demand']);
    const told = (all: Sentence[][]) => all.map(rows => rows.map(({ sentence, title }) => [title, sentence]));
    assert.ok(own.every(rows => rows.length > 0));
    assert.deepEqual(told(read), told(own));
  });

  it('gives the lines of a wording, its history and what else stands in its place, as from the index', async () => {
    const from = async (how: readonly string[]): Promise<unknown[]> => {
      const ask = async (...what: string[]): Promise<unknown> => {
        const { status, stdout, stderr } = await runFanben([...what, ...how, '--json']);
        assert.deepEqual([status, stderr], [0, ''], what[0]);
        // Where a file is differs; what it says does not.
        return JSON.parse(stdout, (key, value) =>
          ['path', 'library', 'source', 'cluster'].includes(key) ? undefined : value,
        );
      };
      return [
        await ask('concordance', '扑下身子'),
        await ask('concordance', '一件接着一件', '--order', 'left'),
        await ask('concordance', '干部', '--order', 'date', '--limit', '1'),
        await ask('history', '扑下身子'),
        await ask('variants', '扑下身子【抓落实】，一件接着'),
        await ask('concordance', '扑下*落实 year:2000-2999'),
        await ask('history', '调* speaker:周明远'),
        await ask('collocates', '扑下'),
        await ask('profile', '周明远'),
      ];
    };
    const own = await from(['--storage', folder.storage]);
    assert.deepEqual(await from(['--library', library(), '--on-demand']), own);
    assert.ok(JSON.stringify(own[4]).includes('抓调研'));
  });

  it('gives its frames, as a library that is here whole does, and says whose they are', async () => {
    type Frame = { template: string; instances: { path: string; library?: string }[] };
    const from = async (how: readonly string[]): Promise<Frame[]> => {
      const { status, stdout, stderr } = await runFanben(['frames', ...how, '--json']);
      assert.deepEqual([status, stderr], [0, '']);
      return JSON.parse(stdout) as Frame[];
    };
    const templates = (frames: Frame[]) => frames.map(({ template }) => template).sort();
    const own = await from(['--storage', folder.storage]);
    assert.ok(
      templates(own).some(template => template.startsWith('要大兴')),
      JSON.stringify(own),
    );
    for (const how of [[], ['--on-demand']]) {
      const read = await from(['--library', library(), ...how]);
      assert.deepEqual(templates(read), templates(own), how.join());
      assert.ok(read.every(({ instances }) => instances.every(({ library: of, path }) => of && !path.startsWith('/'))));
    }
    assert.equal((await runFanben(['frames', folder.path('甲.txt'), '--library', library()])).status, 2);
  });

  it('checks a draft against it as against the index', async () => {
    const draft = folder.write('../草稿.txt', '在村里的讲话\n同志们：\n各级干部要扑下身子抓调研，一件接着一件查。');
    type Problem = { code: string; text: string; source?: { title: string; library?: string } };
    const check = async (how: readonly string[]): Promise<Problem[]> => {
      const { status, stdout, stderr } = await runFanben(['check', draft, ...how, '--json']);
      assert.deepEqual([status, stderr], [0, '']);
      return JSON.parse(stdout) as Problem[];
    };
    const own = await check(['--storage', folder.storage]);
    const read = await check(['--library', library(), '--on-demand']);
    const told = (all: Problem[]) => all.map(({ code, text, source }) => [code, text, source?.title]);
    assert.ok(own.some(({ code }) => code === 'overlap'));
    assert.deepEqual(told(read), told(own));
    assert.equal(read.find(({ code }) => code === 'overlap')?.source?.library, '资料库');
  });

  it('refuses what --blocks does not know', async () => {
    assert.equal((await runFanben(['publish', folder.corpus, '--to', library(), '--blocks', 'some'])).status, 2);
  });
});
