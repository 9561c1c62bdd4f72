import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import type { Format } from '../../../../src/corpus/formats/format';
import { memorySource } from '../../../../src/corpus/formats/source';
import type { Page } from '../../../../src/corpus/formats/web/dom';
import { blockText } from '../../../../src/corpus/formats/web/htmlBlocks';
import { doc } from '../../../../src/corpus/formats/word/doc';
import { odt } from '../../../../src/corpus/formats/word/odt';
import { makeDoc } from '../../../fixtures/doc';
import { FAST, makeDocx, readDocx } from '../../../fixtures/docx';
import { makeOdt } from '../../../fixtures/formats';

/** More than a call of a function takes arguments. */
const MANY = 130_000;
const LINES = Array.from({ length: MANY }, (_, i) => `${i}号`);

async function read(format: Format, name: string, bytes: Uint8Array): Promise<string> {
  for await (const entry of format.read({ source: memorySource(name, bytes) }))
    if ('raw' in entry) return entry.raw.text;
  return '';
}

const bodyOf = (page: string) => (parseHTML(page) as unknown as { document: Page }).document.body;

/** `.odt` with something around all its paragraphs. */
function odtWithin(open: string, close: string): Uint8Array {
  const parts = unzipSync(makeOdt(LINES));
  const content = strFromU8(parts['content.xml']!);
  const wrapped = content
    .replace('<office:text>', `<office:text>${open}`)
    .replace('</office:text>', `${close}</office:text>`);
  return zipSync({ ...parts, 'content.xml': strToU8(wrapped) }, FAST);
}

describe('a part of a document that holds more than a call takes arguments', () => {
  const docxLines = LINES.map(line => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const texts: Readonly<Record<string, () => string | Promise<string>>> = {
    'a cell of .docx': () =>
      readDocx(makeDocx({ body: `<w:tbl><w:tr><w:tc>${docxLines}</w:tc></w:tr></w:tbl>` }), '文.docx'),
    'a text box of .docx': () =>
      readDocx(makeDocx({ body: `<w:p><w:r><w:txbxContent>${docxLines}</w:txbxContent></w:r></w:p>` }), '文.docx'),
    'a cell of .odt': () =>
      read(
        odt,
        '文.odt',
        odtWithin(
          '<table:table><table:table-row><table:table-cell>',
          '</table:table-cell></table:table-row></table:table>',
        ),
      ),
    'a cell of .doc': () => read(doc, '文.doc', makeDoc(`${LINES.join('\r')}\u0007\u0007`)),
    'a row of a web page': () =>
      blockText(bodyOf(`<html><body><table><tr><td><h2>${LINES.join('<br>')}</h2></td></tr></table></body></html>`)),
  };
  for (const [what, text] of Object.entries(texts))
    it(`is read whole: ${what}`, async () => {
      const found = (await text()).match(/\d+号/g);
      assert.equal(found?.length, MANY);
      assert.equal(found?.at(-1), LINES.at(-1));
    });
});
