import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { Location, LookUpHit, PassageRef } from '../../../src/server/protocol/passages';
import type { Position } from '../../../src/server/protocol/schema';
import { startServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

const noisy =
  '在河湾村的讲话\r\n\r\n同志们：\r\n　　今天来看看大家,心里很高兴。\r\n　　要把冬修水利这件事办实办好!\r\n';

function docxOf(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(document) });
}

describe('locate', () => {
  let corpus: TemporaryCorpus;
  let client: LspClient;
  before(async () => {
    corpus = await temporaryCorpus({
      '河湾.txt': noisy,
      '山岗.md': '# 在山岗村的讲话\n\n要把 **护林防火** 的责任扛在肩上。\n\n- 第一，抓紧清沟沥水，确保安全度汛。\n',
      '合集.jsonl': [
        { title: '甲', text: '春耕生产要抓早抓好。' },
        { title: '乙稿', date: '2022-03-01', text: '各位代表：\n夏粮收购要让农民满意。' },
      ]
        .map(article => JSON.stringify(article))
        .join('\n'),
      '改动.txt': '在改动村的讲话\n第一段说说近况。\n粮食仓储要分级分类管理到位。\n',
      '删除.txt': '在删除村的讲话\n渔民转产上岸要有出路有奔头。\n',
    });
    await corpus.write('编码.txt', iconv.encode('在编码村的讲话\n秋收秋种要不误农时不误墒情。\n', 'gb18030'));
    await corpus.write('文档.docx', docxOf(['在文档村的讲话', '冬储备货要货足价稳保民生。']));
    client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
    await client.ready();
  });
  after(async () => {
    await client.stop();
    await corpus.remove();
  });

  async function locate(words: string, change?: () => Promise<unknown>): Promise<{ hit: LookUpHit; found: Location }> {
    const [hit] = await client.request('fanben/lookUp', { words, limit: 1 });
    assert.ok(hit, words);
    await change?.();
    return { hit, found: (await client.request('fanben/locate', refOf(hit)))! };
  }

  function refOf({ path, entry, paragraph, offset, length, text }: LookUpHit): PassageRef {
    return { path, entry, paragraph, offset, length, text };
  }

  function selected(text: string, { start, end }: { start: Position; end: Position }): string {
    assert.equal(start.line, end.line);
    return text.split(/\r\n|\n/)[start.line]!.slice(start.character, end.character);
  }

  for (const [words, text, encoding] of [
    ['冬修水利', noisy, 'utf8'],
    ['护林防火', '\n\n要把 **护林防火** 的', 'utf8'],
    ['清沟沥水', '\n\n\n\n- 第一，抓紧清沟沥水', 'utf8'],
    ['不误墒情', '\n秋收秋种要不误农时不误墒情', 'gb18030'],
  ] as const) {
    it(`selects ${words} in its file, as the editor counts`, async () => {
      const { hit, found } = await locate(words);
      assert.ok(found.kind === 'file', JSON.stringify(found));
      assert.equal(found.path, hit.path);
      assert.equal(found.encoding, encoding);
      assert.equal(selected(text, found), words);
    });
  }

  it('selects a wording whose marks were half-width in the source', async () => {
    const { found } = await locate('看看大家，心里');
    assert.ok(found.kind === 'file');
    assert.equal(selected(noisy, found), '看看大家,心里');
  });

  for (const [words, title] of [
    ['夏粮收购', '乙稿'],
    ['货足价稳', '在文档村的讲话'],
    ['冬修水利', '在河湾村的讲话'],
  ] as const) {
    it(`shows the article of ${words} as a text to read, under its title`, async () => {
      const { hit } = await locate(words);
      const found = (await client.request('fanben/source', refOf(hit)))!;
      assert.ok(found.kind === 'article', JSON.stringify(found));
      assert.equal(found.title, title);
      assert.equal(found.text.split('\n')[0], title);
      assert.equal(selected(found.text, found), words);
    });
  }

  it('sends a document that is no text to another program', async () => {
    const { hit, found } = await locate('货足价稳');
    assert.deepEqual(found, { kind: 'document', path: hit.path });
  });

  it('reads no file that is not of the corpus', async () => {
    const secret = `${corpus.folder}-secret.txt`;
    await writeFile(secret, '一篇不在语料里的讲话\n机密内容不给任何人看。\n');
    try {
      const ref: PassageRef = { path: secret, entry: 0, paragraph: 0, offset: 0, length: 2 };
      assert.equal((await client.request('fanben/locate', ref))?.kind, 'gone');
      assert.equal((await client.request('fanben/source', ref))?.kind, 'gone');
      assert.equal(await client.request('fanben/imported', { path: secret }), null);
    } finally {
      await rm(secret);
    }
  });

  it('finds the wording by its text where the file has changed', async () => {
    const text = '在改动村的讲话\n新加的一段。\n又是一段，先说别的。\n末段：粮食仓储要分级分类管理。\n';
    const { found } = await locate('分级分类', () => corpus.write('改动.txt', text));
    assert.ok(found.kind === 'file', JSON.stringify(found));
    assert.equal(selected(text, found), '分级分类');
  });

  it('says so when the file or the wording is gone', async () => {
    const { found } = await locate('转产上岸', () => rm(corpus.path('删除.txt')));
    assert.ok(found.kind === 'gone');
    assert.ok(found.message.includes('删除.txt'));
    const ref: PassageRef = { path: corpus.path('河湾.txt'), entry: 0, paragraph: 99, offset: 0, length: 2 };
    assert.equal((await client.request('fanben/locate', ref))?.kind, 'gone');
    const nowhere: PassageRef = { path: corpus.path('没有.xyz'), entry: 0, paragraph: 0, offset: 0, length: 2 };
    assert.equal((await client.request('fanben/locate', nowhere))?.kind, 'gone');
  });
});
