import assert from 'node:assert/strict';
import { fieldText } from '../../../../src/corpus/formats/word/fields';
import { makeDocx, readDocx } from '../../../fixtures/docx';

const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const field = (code: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${[...code].map(sign => `<w:r><w:instrText xml:space="preserve">${sign.replace('&', '&amp;').replace('<', '&lt;')}</w:instrText></w:r>`).join('')}` +
  (result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`) +
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
const lines = (body: string) => readDocx(makeDocx({ body }), 'a.docx').split('\n');

describe('fieldText', () => {
  const cases: Record<string, string> = {
    'EQ \\* jc2 \\* "Font:等线" \\* hps12 \\o\\ad(\\s\\up 11(chuō),踔)': '踔',
    ' eq \\* jc0 \\* hps16 \\o \\al(\\s \\up 9(lí),黎)': '黎',
    'eq \\o\\ac(○,1)': '①',
    'eq \\o\\ac(○,20)': '⑳',
    'EQ \\o \\ac( ○ , \\s\\up 2(3))': '③',
    'eq \\o\\ac(○,三)': '㊂',
    'eq \\o\\ac(□,正)': '正',
    PAGE: '',
    'HYPERLINK "http://a.example.cn"': '',
  };
  for (const [code, text] of Object.entries(cases)) it(code, () => assert.equal(fieldText(code), text));
});

describe('kinds of dirt in Word', () => {
  it('joins paragraphs whose break is deleted', () => {
    const deleted = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const body = [
      paragraph(deleted, run('今天只谈一件事，')),
      paragraph(deleted, run('就是怎样')),
      paragraph(run('把树管好。')),
      paragraph(deleted, run('散会。')),
    ].join('');
    assert.deepEqual(lines(body), ['今天只谈一件事，就是怎样把树管好。', '散会。']);
  });

  it('shows what a field shows', () => {
    const body = [
      paragraph(run('要'), field('EQ \\* jc2 \\o\\ad(\\s\\up 11(chuō),踔)'), run('厉奋发。')),
      paragraph(field('eq \\o\\ac(○,2)'), run('抓防火。')),
      paragraph(run('见'), field('HYPERLINK "http://a.example.cn"', '护林方案'), run('。')),
      paragraph(run('第'), field('PAGE'), run('页')),
    ].join('');
    assert.deepEqual(lines(body), ['要踔厉奋发。', '②抓防火。', '见护林方案。', '第页']);
  });

  it('keeps the base of a guide of its own', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('chuō')}</w:rt><w:rubyBase>${run('踔')}</w:rubyBase></w:ruby></w:r>`;
    assert.deepEqual(lines(paragraph(run('要'), ruby, run('厉奋发。'))), ['要踔厉奋发。']);
  });

  it('drops raised marks of notes and keeps exponents', () => {
    const body = paragraph(
      run('再创新高'),
      run('[1]', RAISED),
      run('，收入'),
      run('②', RAISED),
      run('增长，每亩12m'),
      run('3', RAISED),
      run('。'),
    );
    assert.deepEqual(lines(body), ['再创新高，收入增长，每亩12m3。']);
  });

  it('puts a row of a table in a line, a table within a cell too, and leaves layout alone', () => {
    const cell = (...inner: readonly string[]) => `<w:tc><w:tcPr/>${inner.join('')}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const text = (value: string) => cell(paragraph(run(value)));
    const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
    const long = '护林员要一天巡一次山。'.repeat(30);
    const body = [
      paragraph(run('如下：')),
      table(
        row(text('序号'), text('任务'), text('单位')),
        row(text('1'), cell(paragraph(run('造林')), paragraph(run('补植'))), text('林业局')),
        row(text('2'), text(''), text('防火办')),
      ),
      table(row(cell(paragraph(run('一')), table(row(text('甲'), text('乙'))), paragraph(run('二'))))),
      table(row(cell(paragraph(run(long)), paragraph(run(long))), text('旁注'))),
      paragraph(run('以上。')),
    ].join('');
    assert.deepEqual(lines(body), [
      '如下：',
      '序号｜任务｜单位',
      '1｜造林，补植｜林业局',
      '2｜防火办',
      '一',
      '甲｜乙',
      '二',
      long,
      long,
      '旁注',
      '以上。',
    ]);
  });

  it('puts an initial before the paragraph it begins', () => {
    const initial = paragraph('<w:pPr><w:framePr w:dropCap="drop" w:lines="2"/></w:pPr>', run('今'));
    assert.deepEqual(lines(initial + paragraph(run('天种树。'))), ['今天种树。']);
  });

  it('leaves out what a content control shows before it is filled', () => {
    const control = (content: string, properties = '') =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const empty = '<w:showingPlcHdr/>';
    const body = [
      control(paragraph(run('[键入标题]'), control(run('内层'))), empty),
      control(paragraph(run('在会上的'), control(run('讲话')), control(run('[日期]'), empty))),
      paragraph(run('同志们：')),
    ].join('');
    assert.deepEqual(lines(body), ['在会上的讲话', '同志们：']);
  });

  it('reads text that is drawn as a picture', () => {
    const drawn = '<w:r><w:pict><v:shape><v:textpath string="在会上的讲话"/></v:shape></w:pict></w:r>';
    assert.deepEqual(lines(paragraph(drawn) + paragraph(run('同志们：'))), ['', '在会上的讲话', '同志们：']);
  });

  it('puts the text of a box after the paragraph it hangs on', () => {
    const box = `<w:r><w:drawing><w:txbxContent>${paragraph(run('秘密★一年'))}${paragraph(run('000001'))}</w:txbxContent></w:drawing></w:r>`;
    assert.deepEqual(lines(paragraph(run('在会上的'), box, run('讲话')) + paragraph(run('同志们：'))), [
      '在会上的讲话',
      '秘密★一年',
      '000001',
      '同志们：',
    ]);
  });
});
