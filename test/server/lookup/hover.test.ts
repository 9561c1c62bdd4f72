import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import type { PassageRef } from '../../../src/server/protocol/passages';
import { startServer } from '../inProcess';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

describe('hover', () => {
  const served = serveCorpus(
    {
      ...speeches,
      '标记.txt': '奇怪的标题\n这里有[链接](command:evil)和*星号*以及<b>标签</b>，还有$(bug)图标混在文字中间。',
    },
    { sourceScheme: 'fanben-source' },
  );

  const hover = (marked: string) => served.client.ask('textDocument/hover', marked);
  const value = (found: Hover | null) => (found!.contents as MarkupContent).value;

  it('shows the longest wording with its passages, newest first', async () => {
    const found = await hover('年轻人扑下身|子抓落实，不图虚名。');
    const text = value(found);
    assert.match(text, /^\*\*扑下身子抓落实\*\* · 3 篇/);
    const titles = [...text.matchAll(/\[([^\]]+)\]\(command/g)].map(([, title]) => title);
    assert.deepEqual(titles, ['在主题党课上的讲话', '在全镇抓落实大会上的讲话', '在青石村调研时的讲话']);
    assert.match(text, /2024\\-07\\-01 · 周明远/);
    assert.match(text, /必须\*\*扑下身子抓落实\*\*。/);
    assert.ok(text.split('\n').length <= 10, text);
  });

  it('covers exactly the wording', async () => {
    const line = '年轻人扑下身子抓落实，不图虚名。';
    const found = await hover(`${line.slice(0, 6)}|${line.slice(6)}`);
    const { start, end } = found!.range!;
    assert.deepEqual([start.line, end.line], [0, 0]);
    assert.equal(line.slice(start.character, end.character), '扑下身子抓落实');
  });

  it('links to the passage', async () => {
    const text = value(await hover('扑下身|子抓落实'));
    const [, argument] = /\(command:fanben\.openPassage\?([^)]+)\)/.exec(text)!;
    const ref = JSON.parse(decodeURIComponent(argument!)) as PassageRef;
    const source = await readFile(ref.path, 'utf8');
    assert.ok(source.includes('扑下身子抓落实'));
    assert.deepEqual([ref.entry, ref.length], [0, 7]);
  });

  it('has no links for an editor that follows none', async () => {
    const plain = await startServer({ corpus: [served.corpus.folder], storage: served.corpus.storage });
    await plain.ready();
    const text = value(await plain.ask('textDocument/hover', '年轻人扑下身|子抓落实，不图虚名。'));
    assert.doesNotMatch(text, /command:/);
    assert.match(text, /在主题党课上的讲话/);
    await plain.stop();
  });

  it('says nothing of what the corpus does not know, of function words, of nothing', async () => {
    for (const marked of ['火星上|没有水', '的|', '|', '……|', '   |  '])
      assert.equal(await hover(marked), null, marked);
  });

  it('shows inside an article what the others have', async () => {
    const path = served.corpus.path('旧稿/2019年在青石村调研时的讲话.md');
    const text = await readFile(path, 'utf8');
    const lines = text.split('\n');
    const line = lines.findIndex(candidate => candidate.includes('扑下身子'));
    const uri = await served.client.open(text, pathToFileURL(path).href);
    const position = { line, character: lines[line]!.indexOf('身子') };
    const found = await served.client.request('textDocument/hover', { textDocument: { uri }, position });
    const shown = value(found);
    assert.match(shown, /· 2 篇/);
    assert.ok(!shown.includes('青石村'));
  });

  it('leaves nothing of the corpus alive as Markdown', async () => {
    const text = value(await hover('还有$(bug)图|标混在文字中间'));
    const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    for (const target of links) assert.match(target!, /^command:fanben\.(openPassage|lookUp)\?/);
    assert.ok(!/(?<!\\)[<$]/.test(text.replace(/&#36;/g, '')), text);
  });
});
