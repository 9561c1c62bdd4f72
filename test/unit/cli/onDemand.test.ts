import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runFanben } from '../../fixtures/commandLine';
import { useTestFolder } from '../../fixtures/testFolder';

describe('the command line and a library that is read on demand', () => {
  const folder = useTestFolder();
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const library = () => join(folder.corpus, '..', '资料库');
  beforeEach(async () => {
    process.env.XDG_CACHE_HOME = process.env.LOCALAPPDATA = join(folder.corpus, '..', '缓存');
    folder.write(
      '甲.txt',
      '在作风大会上的讲话\n（2023年2月6日）\n同志们：\n各级干部要扑下身子抓落实，一件接着一件办。\n',
    );
    folder.write(
      '乙.txt',
      '在财务大会上的讲话\n（2024年2月6日）\n同志们：\n各级干部要扑下身子抓调研，一件接着一件查。\n',
    );
    const { status, stderr } = await runFanben([
      'publish',
      folder.corpus,
      '--to',
      library(),
      '--blocks',
      'always',
      '--storage',
      folder.storage,
      '--json',
    ]);
    assert.equal(status, 0, stderr);
  });
  afterEach(() => {
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

  it('refuses what --blocks does not know', async () => {
    assert.equal((await runFanben(['publish', folder.corpus, '--to', library(), '--blocks', 'some'])).status, 2);
  });
});
