import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { openFormat } from '../../../../src/corpus/formats/formats';
import { memorySource } from '../../../../src/corpus/formats/source';
import type { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';

async function text(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const source = memorySource(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  const lines: string[] = [];
  for await (const entry of (await openFormat(source)).read({ source }))
    if ('raw' in entry) lines.push(...entry.raw.text.split('\n'));
  return lines.filter(line => line !== '');
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const paragraph = (line: string) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`;
const document = (body: string) => `<?xml version="1.0"?><w:document ${W} ${R}><w:body>${body}</w:body></w:document>`;
const relations = (type: string, target: string) =>
  strToU8(`<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}"/></Relationships>`);
const LINES = ['同志们：', '要抓紧春耕，不误农时。'];

describe('a .docx', () => {
  const chunk = (name: string, bytes: Uint8Array) =>
    zipSync({
      'word/document.xml': strToU8(document(`${paragraph('一')}<w:altChunk r:id="r1"/>${paragraph('二')}`)),
      'word/_rels/document.xml.rels': relations('aFChunk', `/word/${name}`),
      [`word/${name}`]: bytes,
    });
  const page = `<html><body>${LINES.map(line => `<p>${line}</p>`).join('')}</body></html>`;
  const mht = `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}`;
  const inner = zipSync({ 'word/document.xml': strToU8(document(LINES.map(paragraph).join(''))) });

  for (const [name, bytes] of [
    ['page.htm', strToU8(page)],
    ['page.mht', strToU8(mht)],
    ['inner.docx', inner],
    ['plain.txt', encode(LINES.join('\r\n'), 'gbk')],
  ] as const) {
    it(`holds the text of a document within it: ${name}`, async () => {
      const read = (await text('a.docx', chunk(name, bytes))).map(line => line.trim());
      assert.deepEqual(read, ['一', ...LINES, '二']);
    });
  }

  it('is found by its relations, and read in UTF-16', async () => {
    const main = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      encode(document(LINES.map(paragraph).join('')), 'utf-16le'),
    ]);
    const file = zipSync({ '_rels/.rels': relations('officeDocument', 'word/main.xml'), 'word/main.xml': main });
    assert.deepEqual(await text('a.docx', file), LINES);
  });
});

describe('other files', () => {
  it('RTF: the character below a phonetic guide stays, whether its field has a result or not', async () => {
    const guide =
      '{\\field{\\*\\fldinst { EQ \\\\* jc0 \\\\o\\\\ad(\\\\s\\\\up 9(chuo),\\u-29164 ?)}}{\\fldrslt {\\u-29164 ?}}}';
    const read = await text('a.rtf', `{\\rtf1\\ansicpg936 \\u-30335 ?${guide}\\u21385 ?\\par}`);
    assert.deepEqual(read, ['要踔厉']);
  });

  it('RTF: many raised marks cost what they are', async () => {
    const marks = (count: number) => `{\\rtf1\\ansicpg936 ${"\\'d2\\'bb{\\super 1}".repeat(count)}\\par}`;
    assert.equal((await text('a.rtf', marks(3)))[0], '一一一');
    assert.equal((await text('a.rtf', marks(50_000)))[0]!.length, 50_000);
  });

  it('e-book: notes and numbers of printed pages are left out', async () => {
    const note = '<aside epub:type="footnote">[1] 数据来源于统计公报。</aside>';
    const body = `要抓紧春耕<a epub:type="noteref" href="#n">1</a>，<span epub:type="pagebreak">12</span>不误农时。${note}`;
    const opf =
      '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>';
    const page = strToU8(`<html><body><h1>在春季会议上的讲话</h1><p>${body}</p></body></html>`);
    const mimetype = strToU8('application/epub+zip');
    const book = zipSync({ mimetype: [mimetype, { level: 0 }], 'b.opf': strToU8(opf), 'a.xhtml': page });
    const read = await text('b.epub', book);
    assert.deepEqual(read.slice(-1), ['要抓紧春耕，不误农时。']);
  });

  it('e-book: a page that is named again and again is read once, one with a per cent sign in its name is read', async () => {
    const name = '增长8%.xhtml';
    const opf = `<package><manifest><item id="a" href="${name}"/></manifest><spine>${'<itemref idref="a"/>'.repeat(20_000)}</spine></package>`;
    const page = strToU8('<html><body><h1>在春季会议上的讲话</h1><p>要抓紧春耕，不误农时。</p></body></html>');
    const mimetype = strToU8('application/epub+zip');
    const book = zipSync({ mimetype: [mimetype, { level: 0 }], 'b.opf': strToU8(opf), [name]: page });
    assert.deepEqual((await text('b.epub', book)).slice(-1), ['要抓紧春耕，不误农时。']);
  });

  it('text: zeros behind it are no text', async () => {
    const line = '要抓紧春耕，不误农时。';
    for (const encoding of ['utf8', 'gbk']) {
      for (const body of [line, `${line}a`])
        assert.deepEqual(await text('a.txt', Buffer.concat([encode(body, encoding), Buffer.alloc(500)])), [body]);
    }
    const wide = Buffer.concat([encode(`\ufeff${line}\nA`, 'utf-16le'), Buffer.alloc(501)]);
    assert.deepEqual(await text('a.txt', wide), [line, 'A']);
  });

  it('a Word document in one line of XML is told however long the line is', async () => {
    const body = paragraph('要抓紧春耕。'.repeat(3000));
    const source = `<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="p"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${document(body).replace(/<\?xml[^>]*>/, '')}</pkg:xmlData></pkg:part></pkg:package>`;
    assert.equal((await text('a.xml', source))[0]!.length, 18_000);
  });

  it('OpenDocument with a password says so', async () => {
    const file = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': Uint8Array.of(1, 2, 3, 200, 201),
      'META-INF/manifest.xml': strToU8('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
    });
    await assert.rejects(text('a.odt', file), (error: UnreadableFileError) => error.reason.kind === 'encrypted');
  });

  it('a page: menus and links without number cost what they are, and leave the text', async () => {
    const title = '在春季会议上的讲话';
    const page = (links: string) =>
      `<html><head><title>${title}</title></head><body><h1>${title}</h1>${links}<p>要抓紧春耕，不误农时，把种子、化肥、农膜备足备齐。</p></body></html>`;
    // Together more than are looked for in the lines one by one.
    const many = 1_600;
    const menu = `<ul>${'<li><a href="a">春耕</a></li>'.repeat(many)}</ul>`;
    const blocks = '<div><a href="a">春耕</a></div>'.repeat(many);
    const last = '要抓紧春耕，不误农时，把种子、化肥、农膜备足备齐。';
    assert.deepEqual((await text('a.html', page(menu + blocks))).slice(-1), [last]);
  });

  it('RTF: bullets of lists are left out, numbers stay', async () => {
    const item = (sign: string, line: string) => `{\\listtext\\pard ${sign}\\tab}\\u${line.charCodeAt(0)} ?\\par `;
    const file = `{\\rtf1\\ansicpg936 ${item('\\bullet', '一')}${item('{\\u-3913 ?}', '丁')}${item('1.', '七')}}`;
    assert.deepEqual(await text('a.rtf', file), ['一', '丁', '1.\t七']);
  });

  it('OpenDocument: an item that holds only a list within counts for nothing, a list that goes on counts on', async () => {
    const style = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二" style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=". "/></text:list-style>`;
    const other = style.replace('"L"', '"M"').replace('、', '）');
    const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
    const list = (inside: string, attributes = '', name = 'L') =>
      `<text:list text:style-name="${name}"${attributes}>${inside}</text:list>`;
    const p = (line: string) => `<text:p>${line}</text:p>`;
    const goesOn = ' text:continue-numbering="true"';
    const body = [
      list(item(p('认清形势'))),
      p('要清醒。'),
      list(item(list(item(p('抓水')) + item(p('抓路')))) + item(p('压实责任')), goesOn),
      list(item(p('另起')), '', 'M'),
      list(item(p('严明纪律')), goesOn),
      list(item(p('从头'))),
    ].join('');
    const source = `<office:document>${style}${other}<office:body><office:text>${body}</office:text></office:body></office:document>`;
    assert.deepEqual(await text('a.fodt', source), [
      '一、认清形势',
      '要清醒。',
      '1. 抓水',
      '2. 抓路',
      '二、压实责任',
      '一）另起',
      '三、严明纪律',
      '一、从头',
    ]);
  });

  it('OpenDocument: text that is not shown is left out', async () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T2"><style:text-properties/></style:style>';
    const line =
      '<text:p>已完工<text:span text:style-name="T1">（待核<text:s/>）</text:span><text:span text:style-name="T2">三成</text:span>。</text:p>';
    const source = `<office:document>${styles}<office:body><office:text>${line}</office:text></office:body></office:document>`;
    assert.deepEqual(await text('a.fodt', source), ['已完工三成。']);
  });

  it('e-book: cover and contents are no chapters, whatever their files are called', async () => {
    const chapter = (title: string, line: string) => `<html><body><h1>${title}</h1><p>${line}</p></body></html>`;
    const pages = [chapter('封面', '云溪文稿'), chapter('目　录', '在会上的讲话'), chapter('在会上的讲话', LINES[1]!)];
    const manifest = pages.map((_, i) => `<item id="p${i}" href="p${i}.xhtml"/>`).join('');
    const spine = pages.map((_, i) => `<itemref idref="p${i}"/>`).join('');
    const bytes = zipSync({
      'META-INF/container.xml': strToU8('<container><rootfile full-path="a.opf"/></container>'),
      'a.opf': strToU8(`<package><manifest>${manifest}</manifest><spine>${spine}</spine></package>`),
      ...Object.fromEntries(pages.map((page, i) => [`p${i}.xhtml`, strToU8(page)])),
    });
    assert.deepEqual(await text('a.epub', bytes), ['在会上的讲话', LINES[1]!]);
  });

  const refused = (name: string, bytes: Uint8Array | string, zh: RegExp) =>
    assert.rejects(text(name, bytes), (error: UnreadableFileError) => zh.test(error.reason.zh));

  it('an archive without a file that could be read says so', () =>
    refused('a.zip', zipSync({}), /压缩包里没有可读的文件/));

  it('a page of an error or a login says what was saved', async () => {
    const page = (title: string, line: string) =>
      `<html><head><title>${title}</title></head><body><p>${line}</p></body></html>`;
    await refused('a.doc', page('404 Not Found', 'nginx'), /出错页或登录页/);
    await refused('a.html', page('页面不存在', '抱歉，您访问的页面不存在或已被删除！'), /出错页或登录页/);
    await refused('a.html', page('统一登录', '用户名'), /出错页或登录页/);
    const speech = page('在登录平台启用仪式上的讲话', '同志们，今天平台正式启用，大家登录以后要先改密码。');
    assert.equal((await text('a.html', speech)).length, 1);
    const long = page('验证码', '发送验证码的平台要先登记。'.repeat(20));
    assert.equal((await text('a.html', long)).length, 1);
  });

  it('OpenDocument: headings have the numbers of the outline, lists those of the levels they show', async () => {
    const head = (level: number, line: string) => `<text:h text:outline-level="${level}">${line}</text:h>`;
    const list = (line: string) =>
      `<text:list text:style-name="L"><text:list-item><text:list><text:list-item><text:p>${line}</text:p></text:list-item></text:list></text:list-item></text:list>`;
    const styles = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二" style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="一, 二" style:num-prefix="（" style:num-suffix="）"/></text:outline-style>`;
    const own = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix=" "/></text:list-style>`;
    const body = head(1, '认清形势') + head(2, '抓产业') + head(2, '抓人才') + head(1, '狠抓落实') + head(2, '抓考核');
    const source = `<office:document>${styles}${own}<office:body><office:text>${body}${list('到村到户')}</office:text></office:body></office:document>`;
    assert.deepEqual(await text('a.fodt', source), [
      '一、认清形势',
      '（一）抓产业',
      '（二）抓人才',
      '二、狠抓落实',
      '（一）抓考核',
      '1.1 到村到户',
    ]);
  });
});
