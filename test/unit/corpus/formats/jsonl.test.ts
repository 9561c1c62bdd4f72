import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { encode } from 'iconv-lite';
import type { RawEntry } from '../../../../src/corpus/formats/format';
import { limits } from '../../../../src/corpus/formats/limits';
import { fileSource } from '../../../../src/corpus/formats/source';
import { jsonl } from '../../../../src/corpus/formats/tables/jsonl';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { inBoth } from '../../../../src/engine/text/bilingual';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const files = temporaryFiles();
after(() => files.remove());

async function readAll(path: string): Promise<RawEntry[]> {
  const entries: RawEntry[] = [];
  for await (const entry of jsonl.read({ source: fileSource(path) })) entries.push(entry);
  return entries;
}

const GOOD = {
  title: '让青山更青',
  date: '2018-02-26',
  speaker: '陆明远',
  text: '守山护水，人人有责。\n从我做起。',
  id: 7,
};
const LINES = [
  JSON.stringify(GOOD),
  '',
  '{"text": "没有写完',
  '[1]',
  '{"title": "无文"}',
  JSON.stringify({ text: '乙' }),
];

describe('jsonl', () => {
  it('knows names that end in what they say, whole names before them, and takes paragraphs as a list', async () => {
    const lines = [
      {
        讲话题目: '让青山更青',
        讲话时间: '2018-02-26',
        县领导讲话人: '陆明远',
        讲话正文: ['守山护水。', '人人有责。'],
      },
      {
        标题: '让青山更青',
        副标题: '在林业会上',
        抓取时间: '2024-01-01',
        article_author: '陆明远',
        content: '守山护水。',
      },
      { headline: '让青山更青', created_at: '2018-02-26T09:00:00Z', by: '陆明远', body: '守山护水。' },
      {
        title: '让青山更青',
        created_at: '2024-01-01',
        讲话时间: '2018-02-26',
        delivered_by: '陆明远',
        body: '守山护水。',
      },
      { publish_time: '2018-02-26', content_title: '让青山更青', paragraphs: ['x'], text: [1, 2], body: '守山护水。' },
    ];
    const entries = await readAll(files.write('names.jsonl', lines.map(line => JSON.stringify(line)).join('\n')));
    assert.deepEqual(
      entries.map(entry => 'raw' in entry && entry.raw),
      [
        { title: '让青山更青', date: '2018-02-26', speaker: '陆明远', text: '守山护水。\n人人有责。' },
        { title: '让青山更青', speaker: '陆明远', text: '守山护水。' },
        { title: '让青山更青', date: '2018-02-26T09:00:00Z', speaker: '陆明远', text: '守山护水。' },
        { title: '让青山更青', date: '2018-02-26', speaker: '陆明远', text: '守山护水。' },
        { title: '让青山更青', date: '2018-02-26', text: '守山护水。' },
      ],
    );
  });

  it('takes what programs answer: an article one level down, moments as numbers, breaks as they are written', async () => {
    const text = '同志们：\n要抓紧春耕。';
    const lines = [
      { code: 0, data: { title: '甲', content: text } },
      { title: '乙', date: 1500339600, paragraphs: text.split('\n') },
      { title: '丙', date: 1500339600000, text: text.replace('\n', '\\n') },
      { title: '丁', date: 2017, text: `${text}\n路径写作 C:\\new。` },
    ];
    const read = await readAll(files.write('api.jsonl', lines.map(line => JSON.stringify(line)).join('\n')));
    assert.deepEqual(
      read.map(entry => 'raw' in entry && [entry.raw.title, entry.raw.date, entry.raw.text]),
      [
        ['甲', undefined, text],
        ['乙', '2017-07-18', text],
        ['丙', '2017-07-18', text],
        ['丁', '2017', `${text}\n路径写作 C:\\new。`],
      ],
    );
  });

  it('reads one article a line and reports bad lines by number', async () => {
    const entries = await readAll(files.write('a.jsonl', LINES.join('\r\n')));
    const { id: _, ...raw } = GOOD;
    assert.deepEqual(entries[0], { entry: 0, raw });
    assert.deepEqual(entries.at(-1), { entry: 5, raw: { text: '乙' } });
    const problems = entries.flatMap(entry => ('problem' in entry ? [entry] : []));
    assert.deepEqual(
      problems.map(({ entry }) => entry),
      [2, 3, 4],
    );
    assert.match(inBoth(problems[0]!.problem), /第 3 行.*JSON.*line 3/);
    assert.match(problems[2]!.problem.en, /text/);
  });

  it('reads gzip, other encodings and characters that fall between two chunks alike', async () => {
    const long = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ title: `第${i}篇`, text: `守山护水，${'人人有责。'.repeat(i % 17)}` }),
    );
    const expected = await readAll(files.write('long.jsonl', long.join('\n')));
    assert.equal(expected.length, 3000);
    assert.deepEqual(await readAll(files.write('long.jsonl.gz', gzipSync(long.join('\n')))), expected);
    assert.deepEqual(await readAll(files.write('gbk.jsonl', encode(long.join('\n'), 'gbk'))), expected);
    assert.deepEqual(await readAll(files.write('bom.jsonl', `\ufeff${long.join('\n')}`)), expected);
  });

  it('skips a line without end and goes on', async () => {
    const endless = 'x'.repeat(limits.collectionLineUtf16 + 200_000);
    const entries = await readAll(files.write('endless.jsonl', `${endless}\n${JSON.stringify({ text: '乙' })}`));
    assert.match('problem' in entries[0]! ? inBoth(entries[0].problem) : '', /太长.*too long/);
    assert.deepEqual(entries[1], { entry: 1, raw: { text: '乙' } });
  });

  it('skips it at the end of the file too, wherever the pieces end that were read', async () => {
    for (const beyond of [1, 3_000_000]) {
      const path = files.write('last.jsonl', `{"text":"甲"}\n${'x'.repeat(limits.collectionLineUtf16 + beyond)}`);
      const [first, last, ...more] = await readAll(path);
      assert.deepEqual(first, { entry: 0, raw: { text: '甲' } });
      assert.match(last && 'problem' in last ? inBoth(last.problem) : '', /太长.*too long/);
      assert.deepEqual(more, []);
    }
  });

  it('says that a gzip is damaged, after the articles before the damage', async () => {
    const random = Array.from({ length: 4000 }, (_, i) =>
      JSON.stringify({ text: `${Math.imul(i, 2654435761)}`.repeat(9) }),
    );
    const whole = gzipSync(random.join('\n'));
    const path = files.write('cut.jsonl.gz', whole.subarray(0, whole.length - 2000));
    const entries: RawEntry[] = [];
    await assert.rejects(
      async () => {
        for await (const entry of jsonl.read({ source: fileSource(path) })) entries.push(entry);
      },
      (error: unknown) => error instanceof UnreadableFileError && /损坏.*damaged/.test(error.message),
    );
    assert.ok(entries.length > 100);
  });
});
