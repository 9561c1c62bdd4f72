import assert from 'node:assert/strict';
import { readDocx } from '../fixtures/docx';
import { startServer } from './inProcess';
import type { LspClient } from './lspClient';

const DRAFT = '在春耕会上的讲话\n\n同志们：\n　　一、抢农时\n　　各村要〔动作〕。\n【提示·要求】写一条。\n';

describe('a draft on its way to Word', () => {
  let client: LspClient;
  before(async () => {
    client = await startServer();
  });
  after(() => client.stop());

  const open = async (text: string, languageId = 'speech-draft') => {
    const uri = `untitled:export-${languageId}-${text.length}`;
    await client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return { textDocument: { uri } };
  };

  it('becomes a document, with what is left to fill', async () => {
    const word = await client.request('fanben/wordDocument', await open(DRAFT));
    const { docx, ...more } = word!;
    assert.equal(
      readDocx(Buffer.from(docx, 'base64'), 'a.docx'),
      '在春耕会上的讲话\n同志们：\n一、抢农时\n各村要〔动作〕。',
    );
    assert.deepEqual(more, { title: '在春耕会上的讲话', slots: ['〔动作〕'], guidance: 1 });
  });

  it('has no markup of Markdown in it, and the title of its front matter', async () => {
    const about = await open('---\ntitle: 春耕讲话\n---\n\n**一、抢农时**\n\n各村要快。', 'markdown');
    const word = await client.request('fanben/wordDocument', about);
    assert.equal(readDocx(Buffer.from(word!.docx, 'base64'), 'a.docx'), '春耕讲话\n一、抢农时\n各村要快。');
  });

  it('is copied whole or in part, each paragraph as what it is in the whole', async () => {
    const about = await open(DRAFT);
    const whole = await client.request('fanben/formattedText', { ...about, ranges: [] });
    assert.equal(whole!.text, '在春耕会上的讲话\n同志们：\n　　一、抢农时\n　　各村要〔动作〕。');
    const range = { start: { line: 0, character: 1 }, end: { line: 3, character: 5 } };
    const part = await client.request('fanben/formattedText', { ...about, ranges: [range] });
    assert.equal(part!.text, '春耕会上的讲话\n同志们：\n　　一、抢');
    assert.match(part!.html, /方正小标宋[^>]*>春耕会上的讲话<[\s\S]*黑体[^>]*>一、抢</);
  });

  it('is nothing where there is no text, and no draft', async () => {
    const empty = await open('\n　　\n');
    assert.equal(await client.request('fanben/wordDocument', empty), null);
    assert.equal(await client.request('fanben/formattedText', { ...empty, ranges: [] }), null);
    assert.equal(await client.request('fanben/wordDocument', { textDocument: { uri: 'untitled:gone' } }), null);
  });
});
