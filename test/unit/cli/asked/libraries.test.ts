import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, runFanben } from '../../../fixtures/commandLine';
import { useFilledFolder } from '../../../fixtures/testFolder';

/** Own speeches, and two libraries that others have published. */
describe('fanben with libraries', () => {
  const folder = useFilledFolder(async () => {
    process.env.XDG_CACHE_HOME = at('cache');
    folder.write('我的.txt', '在乡镇的讲话\n（2025年3月1日）\n要扑下身子抓落实，把每一件小事办好。');
    await run('index', folder.corpus, '--storage', folder.storage);
    for (const [name, file, text] of [
      ['县委库', '大会/一.txt', '在全县大会上的讲话\n（2023年2月6日）\n各级干部要扑下身子抓落实，一件接着一件办。'],
      ['省报', '评论.txt', '在评论座谈会上的讲话\n（2024年5月1日）\n好作风是干出来的，扑下身子才有好收成。'],
    ] as const) {
      const source = at(`${name}-文稿`);
      mkdirSync(join(source, file, '..'), { recursive: true });
      writeFileSync(join(source, file), text);
      await run('publish', source, '--to', at(name), '--name', name, '--storage', at(`${name}-index`));
    }
  });
  const at = (name: string) => join(folder.corpus, '..', name);
  const cache = process.env.XDG_CACHE_HOME;
  after(() => {
    if (cache === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = cache;
  });

  const run = async (...args: string[]): Promise<Ran> => {
    const ran = await runFanben(args, 'zh_CN.UTF-8');
    assert.equal(ran.status, 0, ran.stderr);
    return ran;
  };
  const own = () => ['--storage', folder.storage];
  const both = () => ['--library', at('县委库'), '--library', at('省报')];
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);

  it('counts apart what is here and what is in each library', async () => {
    const { stdout } = await run('passages', '扑下身子', ...own(), ...both());
    assert.match(stdout, /^本机 1 篇 · 县委库 1 篇 · 省报 1 篇\n/);
    assert.match(stdout, /在全县大会上的讲话 2023-02-06 〔县委库〕/);
    const { articles, apart } = await json('passages', '扑下身子抓落实', ...own(), ...both());
    assert.equal(articles, 2);
    assert.deepEqual(
      apart.map((one: { library: string; articles: number }) => [one.library, one.articles]),
      [
        [null, 1],
        ['县委库', 1],
      ],
    );
    assert.equal('apart' in (await json('passages', '每一件小事', ...own(), ...both())), false);
    assert.equal('apart' in (await json('passages', '扑下身子', ...own())), false);
  });

  it('says of all that comes from a library which it is, and where in it', async () => {
    const sourceIn = { library: '县委库', path: '县委库-文稿/大会/一.txt' };
    const [sentence] = await json('search', '一件接着一件', ...own(), ...both());
    const [like] = await json('like', '各级干部要扑下身子抓落实', ...both());
    const [row] = await json('complete', '--context', '一件接着', '--background', 'off', '--model', 'off', ...both());
    for (const { library, path } of [sentence, like, row.source]) assert.deepEqual({ library, path }, sourceIn);
    assert.deepEqual(row.apart, [{ library: '县委库', articles: 1, estimated: false }]);
    const [{ lines }] = (await json('concordance', '接着一件', ...both())).groups;
    assert.equal(lines[0].library, '县委库');
    const [mine] = await json('search', '每一件小事', ...own(), ...both());
    assert.deepEqual([mine.library, mine.path], [undefined, folder.path('我的.txt')]);
  });

  it('checks a draft against them, with an index of one’s own or without', async () => {
    const draft = at('草稿.txt');
    writeFileSync(draft, '讲话\n各级干部要扑下身子抓落实，一件接着一件办。');
    for (const asked of [[...own(), ...both()], both()]) {
      const overlap = (await json('check', draft, ...asked)).find(({ code }: { code: string }) => code === 'overlap');
      assert.equal(overlap.source.library, '县委库');
    }
  });

  it('weighs folders as their publisher does, and shows what is one’s own first', async () => {
    const first = async () => (await json('passages', '扑下身子', ...own(), ...both())).passages[0].library;
    assert.equal(await first(), undefined);
    const args = ['publish', at('县委库-文稿'), '--to', at('县委库'), '--storage', at('县委库-index')];
    await run(...args, '--weight', '县委库-文稿=3');
    assert.equal(await first(), '县委库');
    await run(...args);
    assert.equal(await first(), '县委库', 'it stays as it was');
    await run(...args, '--weight', '县委库-文稿=1');
    assert.equal(await first(), undefined);
    for (const wrong of ['县委库-文稿=0', '县委库-文稿=x', '别的=2', '县委库-文稿'])
      assert.equal((await runFanben([...args, '--weight', wrong])).status, 2);
  });

  it('answers from what is here where a library is away, and says so', async () => {
    await run('search', '扑下身子', ...both());
    rmSync(at('省报'), { recursive: true });
    const away = await runFanben(['passages', '扑下身子', ...own(), ...both()], 'zh_CN.UTF-8');
    assert.equal(away.status, 1);
    assert.match(away.stderr, /连不上资料库/);
    assert.match(away.stdout, /省报 1 篇/);
    const never = await runFanben(['passages', '扑下身子', '--library', at('没有')], 'zh_CN.UTF-8');
    assert.deepEqual([never.status, never.stdout], [1, '']);
    assert.match(never.stderr, /连不上资料库/);
  });

  it('repairs a library that was damaged, told to', async () => {
    await run('search', '扑下身子', ...both());
    const objects = at('县委库/objects');
    cpSync(objects, at('sound'), { recursive: true });
    rmSync(objects, { recursive: true });
    const args = ['publish', at('县委库-文稿'), '--to', at('县委库'), '--storage', at('县委库-index')];
    await run(...args);
    await run(...args, '--force');
    assert.ok(existsSync(objects));
    rmSync(at('cache'), { recursive: true });
    assert.match((await run('passages', '扑下身子', ...both())).stdout, /县委库 1 篇/);
  });
});
