import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { makeDoc } from '../fixtures/doc';
import { makeDocx, wordParagraph } from '../fixtures/docx';
import { makeEpub, rtfOfGbk } from '../fixtures/formats';
import { makePdf } from '../fixtures/pdf';
import { below } from './attackKind';

/** A file as nobody writes it by accident: its name, and what is in it. */
type Make = (next: () => number) => readonly [name: string, content: string | Uint8Array];

const SPEECH = ['在座谈会上的讲话', '要扑下身子抓落实。', '各级干部要以钉钉子精神推动工作，久久为功。'];
const HUGE = 1_000_000_000;
const nested = (open: string, inside: string, close: string, depth: number) =>
  open.repeat(depth) + inside + close.repeat(depth);

/** Objects of a PDF, numbered from 1, and as many bytes of a stream as wanted; its table of contents is found by looking through it. */
function pdf(objects: readonly string[], trailer = '<</Root 1 0 R>>'): Uint8Array {
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.5\n${body}trailer\n${trailer}\n%%EOF\n`, 'latin1');
}
const stream = (bytes: Buffer, filter = '') =>
  `<</Length ${bytes.length}${filter}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
const onePage = (contents: string, resources = '<<>>') => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 1/Kids[3 0 R]>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources ${resources}/Contents 4 0 R>>`,
  contents,
];

/** A Word file some of whose bytes are others: chains of sectors, the directory, the table of pieces. */
function harmedDoc(next: () => number, from: number, to: number): Uint8Array {
  const bytes = Buffer.from(makeDoc(SPEECH.join('\r').repeat(40)));
  for (let i = 0; i < 40; i++)
    bytes.writeUInt32LE(below(next, 2) === 0 ? below(next, 40) : 0xffffff00, from + 4 * below(next, (to - from) / 4));
  return bytes;
}

const zip = (files: Readonly<Record<string, Uint8Array>>) => zipSync(files, { level: 1 });
const zipWithin = (inner: Uint8Array, times: number): Uint8Array =>
  times === 0 ? inner : zip({ 'a.zip': zipWithin(inner, times - 1) });

export const HOSTILE_DOCUMENTS: Readonly<Record<string, Make>> = {
  'zip: zips within zips': () => ['a.zip', zipWithin(zip({ 'a.txt': strToU8(SPEECH.join('\n')) }), 12)],
  'zip: bombs within zips': () => {
    const bomb = zip({ 'a.txt': Buffer.alloc(60_000_000, '甲') });
    return ['a.zip', zip(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.zip`, bomb])))];
  },
  'zip: many members': () => [
    'a.zip',
    zip(Object.fromEntries(Array.from({ length: 25_000 }, (_, i) => [`${i}.txt`, strToU8('短')]))),
  ],
  'zip: names that lead out': () => [
    'a.zip',
    zip({ '../../b.txt': strToU8(SPEECH.join('\n')), '/etc/c.txt': strToU8(SPEECH.join('\n')) }),
  ],
  'zip: sizes that lie': next => {
    const bytes = Buffer.from(zip({ 'a.txt': strToU8(SPEECH.join('\n').repeat(100)) }));
    for (const mark of ['PK\x01\x02', 'PK\x03\x04']) {
      const at = bytes.indexOf(mark, 0, 'latin1') + (mark.endsWith('\x02') ? 20 : 18);
      bytes.writeUInt32LE(below(next, 2) === 0 ? 0xfffffff0 : 1, at);
    }
    return ['a.zip', bytes];
  },

  'pdf: pages in a circle': () => [
    'a.pdf',
    pdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count ${HUGE}/Kids[2 0 R 3 0 R]>>`,
      '<</Type/Pages/Kids[2 0 R]>>',
    ]),
  ],
  'pdf: objects without end': () => ['a.pdf', pdf([...onePage('[]'), ...new Array(300_000).fill('<</A 1 0 R>>')])],
  'pdf: a stream that expands': () => [
    'a.pdf',
    pdf(onePage(stream(deflateSync(Buffer.alloc(300_000_000, 'q Q ')), '/Filter/FlateDecode'))),
  ],
  'pdf: filters within filters': () => {
    let bytes = Buffer.alloc(50_000_000, ' ');
    for (let i = 0; i < 20; i++) bytes = deflateSync(bytes);
    return ['a.pdf', pdf(onePage(stream(bytes, `/Filter[${'/FlateDecode'.repeat(20)}]`)))];
  },
  'pdf: a form that draws itself': () => [
    'a.pdf',
    pdf([
      ...onePage(stream(Buffer.from('/X Do')), '<</XObject<</X 5 0 R>>>>'),
      '<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>\nstream\n/X Do /X Do\nendstream',
    ]),
  ],
  'pdf: forms that draw ten of the next': () => {
    const forms = Array.from({ length: 12 }, (_, i) => {
      const text = '/X Do '.repeat(10);
      return `<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${6 + i} 0 R>>>>/Length ${text.length}>>\nstream\n${text}\nendstream`;
    });
    return ['a.pdf', pdf([...onePage(stream(Buffer.from('/X Do')), '<</XObject<</X 5 0 R>>>>'), ...forms, 'null'])];
  },
  'pdf: arrays within arrays': () => ['a.pdf', pdf(onePage(nested('[', '1', ']', 300_000)))],
  'pdf: a million pieces of text': () => {
    const texts = Array.from({ length: 200_000 }, (_, i) => ({ text: '甲', x: i % 500, y: i % 800, size: 9 }));
    return ['a.pdf', makePdf([texts])];
  },
  'pdf: bytes changed': next => {
    const bytes = Buffer.from(makePdf([[{ text: SPEECH.join(''), x: 50, y: 100, size: 12 }]]));
    for (let i = 0; i < 30; i++) bytes[below(next, bytes.length)] = below(next, 256);
    return ['a.pdf', bytes];
  },

  'rtf: a thousand million bytes to skip': () => ['a.rtf', `{\\rtf1 \\bin${HUGE} ${SPEECH.join('\\par ')}}`],
  'rtf: a thousand million to leave out': () => ['a.rtf', `{\\rtf1\\uc${HUGE}${'\\u25105?'.repeat(1_000)}}`],
  'rtf: numbers without end': () => ['a.rtf', `{\\rtf1 \\li${'9'.repeat(100_000)} ${rtfOfGbk(SPEECH)}}`],
  'rtf: rows without end': () => ['a.rtf', `{\\rtf1 ${'\\trowd\\cellx1 a\\cell\\row'.repeat(200_000)}}`],
  'rtf: groups that never close': () => ['a.rtf', `{\\rtf1 ${'{'.repeat(500_000)}甲`],
  'rtf: raised marks': () => ['a.rtf', `{\\rtf1 ${"{\\super 1}\\'bc\\'d7".repeat(200_000)}}`],

  'doc: sectors in a circle': () => {
    const bytes = Buffer.from(makeDoc(SPEECH.join('\r').repeat(200)));
    // The chain of every sector leads back to itself.
    for (let sector = 1; sector < 128; sector++) bytes.writeUInt32LE(sector, 512 + 4 * sector);
    return ['a.doc', bytes];
  },
  'doc: a table of sectors in a circle': () => {
    const bytes = Buffer.from(makeDoc(SPEECH.join('\r')));
    bytes.writeUInt32LE(0, 68);
    bytes.writeUInt32LE(0xffffff, 72);
    bytes.writeUInt32LE(0xfffffff, 44);
    return ['a.doc', bytes];
  },
  'doc: sectors changed': next => ['a.doc', harmedDoc(next, 512, 1024)],
  'doc: directory changed': next => ['a.doc', harmedDoc(next, 1024, 1536)],
  'doc: heading changed': next => ['a.doc', harmedDoc(next, 24, 512)],
  'doc: text and tables changed': next => ['a.doc', harmedDoc(next, 1536, 8192)],
  'doc: pieces over one another': () => ['a.doc', makeDoc('甲'.repeat(50_000), { pieceLength: 1 })],

  'docx: elements within elements': () => [
    'a.docx',
    makeDocx({ body: nested('<w:tbl><w:tr><w:tc>', wordParagraph(SPEECH[1]!), '</w:tc></w:tr></w:tbl>', 100_000) }),
  ],
  'docx: entities of entities': () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const text = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "甲">${entities}]><w:document><w:body><w:p><w:r><w:t>&e20;</w:t></w:r></w:p></w:body></w:document>`;
    return ['a.docx', zip({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(text) })];
  },
  'docx: attributes without end': () => [
    'a.docx',
    makeDocx({
      body: `<w:p ${Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(' ')}>${wordParagraph(SPEECH[1]!)}</w:p>`,
    }),
  ],
  'docx: a million paragraphs': () => ['a.docx', makeDocx({ body: wordParagraph('甲').repeat(1_000_000) })],
  'docx: styles based on one another': () => [
    'a.docx',
    makeDocx({
      body: `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>${SPEECH[1]}</w:t></w:r></w:p>`,
      styles:
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    }),
  ],
  'docx: numbers of a thousand million letters': () => [
    'a.docx',
    makeDocx({
      body: wordParagraph(SPEECH[1]!, 1).repeat(20),
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${HUGE}"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    }),
  ],
  'docx: sixty parts of ten million': () => {
    const part = Buffer.alloc(10_000_000, '甲');
    const headers = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`word/header${i}.xml`, part]));
    return ['a.docx', zip({ '[Content_Types].xml': strToU8('<Types/>'), ...headers })];
  },
  'docx: never closed': () => ['a.docx', makeDocx({ body: `<w:p><w:r><w:t>${'甲'.repeat(1_000_000)}<![CDATA[` })],

  'odt: blanks without end': () => ['a.odt', odt(`<text:p>甲<text:s text:c="${HUGE}"/>乙${SPEECH[1]}</text:p>`)],
  'odt: cells without end': () => [
    'a.odt',
    odt(
      `<table:table><table:table-row table:number-rows-repeated="${HUGE}"><table:table-cell table:number-columns-repeated="${HUGE}"><text:p>${SPEECH[1]}</text:p></table:table-cell></table:table-row></table:table>`,
    ),
  ],
  'odt: lists within lists': () => [
    'a.odt',
    odt(
      nested('<text:list><text:list-item>', `<text:p>${SPEECH[1]}</text:p>`, '</text:list-item></text:list>', 50_000),
    ),
  ],

  'epub: one chapter a hundred thousand times': () => {
    const book = `<package><metadata><dc:title>书</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${'<itemref idref="c"/>'.repeat(100_000)}</spine></package>`;
    return [
      'a.epub',
      zip({
        mimetype: strToU8('application/epub+zip'),
        'META-INF/container.xml': strToU8(
          '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        ),
        'b.opf': strToU8(book),
        'c.xhtml': strToU8(`<html><body><p>${SPEECH[1]!.repeat(2_000)}</p></body></html>`),
      }),
    ];
  },
  'epub: chapters without end': () => ['a.epub', makeEpub('书', new Array(8_000).fill(SPEECH))],

  'html: cells over thousands of millions': () => [
    'a.html',
    `<table>${`<tr><td colspan="${HUGE}" rowspan="${HUGE}">${SPEECH[1]}</td></tr>`.repeat(500)}</table>`,
  ],
  'html: a page of links': () => ['a.html', `<p>${SPEECH[1]}</p>${'<div><a href="x">甲乙</a></div>'.repeat(60_000)}`],
  'html: tags that never end': () => ['a.html', `<p>${SPEECH[1]}</p>${'<a '.repeat(200_000)}${'<!--'.repeat(200_000)}`],
  'html: entities and scripts': () => [
    'a.html',
    `<p>${'&#x10ffff;&amp;amp;&#xd800;&nbsp'.repeat(50_000)}</p><script>${'</scrip'.repeat(100_000)}`,
  ],
  'mht: parts within parts': () => {
    const heads = Array.from(
      { length: 3_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    ).join('');
    return ['a.mht', `MIME-Version: 1.0\r\n${heads}Content-Type: text/html\r\n\r\n<p>${SPEECH[1]}</p>`];
  },
  'mht: boundaries without end': () => [
    'a.mht',
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\n甲\r\n'.repeat(200_000)}`,
  ],

  'csv: a quote that never ends': () => ['a.csv', `标题,正文\n一,"${`${SPEECH[1]}""\n`.repeat(500_000)}`],
  'csv: columns without end': () => ['a.csv', `标题,正文\n${',甲'.repeat(2_000_000)}`],
  'jsonl: one line': () => ['a.jsonl', `{"title":"甲","text":"${SPEECH[1]!.repeat(3_000_000)}"}`],
  'jsonl: escapes': () => ['a.jsonl', `{"title":"甲","text":"${'\\ud842\\u0000\\n'.repeat(300_000)}"}`],
  'md: brackets': () => ['a.md', `${'[['.repeat(100_000)}\n${'![a]('.repeat(100_000)}\n${SPEECH[1]}`],
  'md: fences and tables': () => [
    'a.md',
    `${'```\n'.repeat(100_001)}${`|${'a|'.repeat(1_000)}\n`.repeat(500)}${SPEECH[1]}`,
  ],
  'txt: one huge line': () => ['a.txt', SPEECH[1]!.repeat(2_200_000)],
  'txt: lines of one character': () => ['a.txt', '甲\n'.repeat(290_000)],
  'txt: nothing but marks': next => ['a.txt', '，。“”（一）〔'[below(next, 8)]!.repeat(3_000_000)],
  'txt: halves of characters': () => ['a.txt', Buffer.from('\ud842'.repeat(500_000), 'utf16le')],
};

function odt(body: string): Uint8Array {
  const names = ['office', 'text', 'style', 'table'].map(
    name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names.join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}
