import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSeal, type Seal } from '../../../../src/corpus/storage/seal';
import { type ChoicesFile, type ChoicesProblem, openChoices } from '../../../../src/corpus/writer/choicesFile';
import { type Choice, contextOf } from '../../../../src/engine/complete/writer/choices';
import { waitFor } from '../../../editor/harness/waitFor';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const took = (before: string, text: string): Choice => ({ kind: 'took', context: contextOf(before), text });
const refused = (before: string, text: string): Choice => ({ kind: 'refused', context: contextOf(before), text });

describe('choicesFile', () => {
  const { folder, remove } = temporaryFiles();
  const opened: ChoicesFile[] = [];
  let problems: ChoicesProblem[] = [];
  let path = '';
  let files = 0;

  const open = async (seal?: Seal) => {
    const file = openChoices(path, problem => problems.push(problem), seal);
    opened.push(file);
    await file.flush();
    return file;
  };
  const takenIn = (file: ChoicesFile, text: string) => file.choices().recall('任何地方')?.taken(text) ?? 0;
  const lines = () => readFileSync(path, 'utf8').split('\n').filter(Boolean);

  beforeEach(() => {
    problems = [];
    path = join(folder, `新文件夹${++files}`, 'choices.jsonl');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(file => file.close()));
  });
  after(remove);

  it('needs no file to begin with, and makes none', async () => {
    const file = await open();
    assert.equal(file.choices().recall('要推动'), undefined);
    assert.ok(!existsSync(path));
    assert.deepEqual(problems, []);
  });

  it('waits for nobody at the other end of a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(join(path, '..'));
    execFileSync('mkfifo', [path]);
    const file = await open();
    file.add(took('要推动', '改革开放'));
    await file.flush();
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['unusable'],
    );
    assert.equal(takenIn(file, '改革开放'), 1);
    await file.close();
  });

  it('remembers over a restart', async () => {
    const first = await open();
    first.add(took('要推动', '改革开放'));
    first.add(took('要推动', '改革开放'));
    await first.close();
    assert.equal(takenIn(await open(), '改革开放').toFixed(2), '2.00');
  });

  it('keeps the refusal of what was taken, and of nothing else', async () => {
    const file = await open();
    file.add(took('要坚定推动', '改革开放'));
    await file.flush();
    file.add(refused('要坚定推动', '改革开放'));
    file.add(refused('要坚定推动', '乡村振兴'));
    await file.close();
    assert.equal(lines().length, 2);
    const again = await open();
    assert.ok(takenIn(again, '改革开放') < 1);
  });

  it('shares choices between two windows while they are open, and loses none', async () => {
    const [one, two] = [await open(), await open()];
    for (let i = 0; i < 40; i++) {
      one.add(took(`甲窗口第${i}件`, '抓落实见成效'));
      two.add(took(`乙窗口第${i}件`, '守初心担使命'));
    }
    await Promise.all([one.flush(), two.flush()]);
    assert.equal(lines().length, 80);
    for (const file of [one, two]) {
      await waitFor(() => takenIn(file, '抓落实见成效') > 38 && takenIn(file, '守初心担使命') > 38);
    }
    assert.deepEqual(problems, []);
  });

  it('forgets in every window, and on disk', async () => {
    const [one, two] = [await open(), await open()];
    one.add(took('要推动', '改革开放'));
    await one.flush();
    await waitFor(() => takenIn(two, '改革开放') > 0);
    await two.forget();
    assert.equal(takenIn(two, '改革开放'), 0);
    assert.equal(readFileSync(path, 'utf8'), '');
    await waitFor(() => takenIn(one, '改革开放') === 0);
    one.add(took('要推动', '乡村振兴'));
    await one.flush();
    assert.equal(lines().length, 1);
  });

  it('clears away what is damaged, keeps the rest, and says so once', async () => {
    mkdirSync(join(path, '..'), { recursive: true });
    const good = '{"took":"改革开放","after":"\\n\\n要推动"}';
    writeFileSync(path, `${good}\n\0\0\0\n{"took":7}\n{"took":"x","after":"y"}\n[]\nnull\n${good}\n`);
    const file = await open();
    assert.ok(takenIn(file, '改革开放') > 1.9);
    assert.deepEqual(problems, [{ kind: 'damaged', path, lines: 5 }]);
    assert.deepEqual(lines(), [good, good]);
    await open();
    assert.equal(problems.length, 1);
  });

  it('starts empty where nothing in the file is ours', async () => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, Buffer.from([0xff, 0xfe, 10, 0, 10, 10, 0x80, 10]));
    const file = await open();
    assert.equal(file.choices().recall('要推动'), undefined);
    assert.equal(problems.length, 1);
    file.add(took('要推动', '改革开放'));
    await file.flush();
    assert.ok(takenIn(file, '改革开放') > 0);
  });

  it('outlives a line that a crash left unfinished', async () => {
    const first = await open();
    first.add(took('要推动', '改革开放'));
    await first.close();
    appendFileSync(path, '{"took":"乡村振');
    const second = await open();
    second.add(took('要推动', '守住底线'));
    await second.close();
    const third = await open();
    assert.ok(takenIn(third, '改革开放') > 0 && takenIn(third, '守住底线') > 0);
    assert.deepEqual(problems, []);
    assert.equal(lines().length, 2);
  });

  it('is bounded: of too many lines the last stay', async () => {
    mkdirSync(join(path, '..'), { recursive: true });
    const line = (i: number) => `{"took":"改革开放","after":"第${String(i).padStart(5, '0')}"}`;
    writeFileSync(path, Array.from({ length: 9000 }, (_, i) => `${line(i)}\n`).join(''));
    await open();
    assert.equal(lines().length, 4000);
    assert.equal(lines().at(-1), line(8999));
    assert.ok(statSync(path).size < 300_000);
  });

  it('loses nothing that another window adds while the file is cut', async () => {
    const line = (text: string) => JSON.stringify({ took: text, after: contextOf('要推动') });
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `${line('改革开放')}\n`);
    const plain = createSeal({ keys: [], isOn: false });
    let isAdded = false;
    const slow: Seal = {
      ...plain,
      isOutdated: () => !isAdded,
      seal(text) {
        if (!isAdded) appendFileSync(path, `${line('乡村振兴')}\n`);
        isAdded = true;
        return plain.seal(text);
      },
    };
    const file = await open(slow);
    await waitFor(() => takenIn(file, '乡村振兴') > 0);
    assert.deepEqual(lines(), [line('改革开放'), line('乡村振兴')]);
  });

  it('remembers at least until the end where the file cannot be written, and says so once', async () => {
    writeFileSync(join(path, '..'), 'a file where the folder should be');
    const file = await open();
    file.add(took('要推动', '改革开放'));
    file.add(took('要推动', '改革开放'));
    await file.flush();
    assert.ok(takenIn(file, '改革开放') > 1.9);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.kind, 'unusable');
    await assert.rejects(file.forget());
    rmSync(join(path, '..'));
  });

  describe('sealed', () => {
    const newKey = () => randomBytes(32).toString('base64');
    const key = newKey();
    const on = createSeal({ keys: [key], isOn: true });
    const add = async (seal: Seal | undefined, text = '改革开放') => {
      const file = await open(seal);
      file.add(took('要推动', text));
      await file.close();
    };
    const isSealed = (line: string) => /^\{"key":"[0-9a-f]{8}","sealed":"/.test(line);

    it('remembers over a restart, and shows nothing of it', async () => {
      await add(on);
      assert.ok(lines().every(isSealed) && !readFileSync(path, 'utf8').includes('改革'));
      assert.ok(takenIn(await open(on), '改革开放') > 0);
      assert.deepEqual(problems, []);
    });

    it('takes in what was kept plainly before, and writes it anew', async () => {
      await add(undefined);
      assert.ok(takenIn(await open(on), '改革开放') > 0);
      assert.ok(lines().length === 1 && lines().every(isSealed));
    });

    it('turned off is written plainly again', async () => {
      await add(on);
      assert.ok(takenIn(await open(createSeal({ keys: [key], isOn: false })), '改革开放') > 0);
      assert.ok(lines().length === 1 && lines()[0]!.startsWith('{"took":"改革开放"'), lines().join(' '));
    });

    it('is written anew under the key that replaces another', async () => {
      await add(on);
      const next = createSeal({ keys: [newKey(), key], isOn: true });
      assert.ok(takenIn(await open(next), '改革开放') > 0);
      assert.ok(lines().every(line => !next.isOutdated(line)));
    });

    it('without its key begins anew, says so once, and loses nothing: the key may come back', async () => {
      await add(on);
      const other = createSeal({ keys: [newKey()], isOn: true });
      const file = await open(other);
      assert.equal(takenIn(file, '改革开放'), 0);
      assert.deepEqual(problems, [{ kind: 'locked', path, aside: `${path}.${on.keys[0]}` }]);
      file.add(took('要推动', '乡村振兴'));
      await file.close();
      assert.ok(takenIn(await open(other), '乡村振兴') > 0);
      assert.equal(problems.length, 1);
      const back = await open(on);
      assert.ok(takenIn(back, '改革开放') > 0);
      assert.ok(!existsSync(`${path}.${on.keys[0]}`) && existsSync(`${path}.${other.keys[0]}`));
      await back.forget();
      assert.ok(!existsSync(`${path}.${other.keys[0]}`));
    });

    it('is shared by two windows of which one writes plainly', async () => {
      const [one, two] = [await open(on), await open(createSeal({ keys: [key], isOn: false }))];
      one.add(took('要推动', '抓落实见成效'));
      await one.flush();
      two.add(took('要推动', '守初心担使命'));
      await two.flush();
      for (const file of [one, two])
        await waitFor(() => takenIn(file, '抓落实见成效') > 0 && takenIn(file, '守初心担使命') > 0);
      assert.equal(lines().length, 2);
      assert.deepEqual(problems, []);
    });
  });

  it('keeps nothing that no list would hold', async () => {
    const file = await open();
    file.add({ kind: 'took', context: '太长太长太长太长', text: '改革开放' });
    file.add(took('要推动', '改'));
    await file.flush();
    assert.ok(!existsSync(path));
  });
});
