import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { writeDocx } from '../../../../src/corpus/export/writeDocx';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { layoutDraft } from '../../../../src/engine/officialDocument/layoutDraft';
import { anyText } from '../../../fixtures/anyText';
import { readDocx } from '../../../fixtures/docx';
import { runs } from '../../../fixtures/runs';

const DRAFT = [
  '在全县防汛工作会议上的讲话',
  '（2026年5月6日）',
  '县长　李明',
  '',
  '各位同志：',
  '　　汛期将至，我们要把准备做在前面。“预案”要细，物资要足。',
  '　　一、看清形势',
  '　　（一）雨情偏重。据气象部门预报，今年雨水偏多 12.5%。',
  '　　二、压实责任',
  '　　1. 领导到岗',
  '　　大家辛苦了！',
  '青山县人民政府',
  '2026年5月6日',
];

describe('writeDocx', () => {
  it('writes what our own import reads back: the same lines, the same article', async () => {
    const paragraphs = layoutDraft(DRAFT);
    const back = readDocx(await writeDocx(paragraphs), 'a.docx');
    assert.deepEqual(
      back.split('\n'),
      paragraphs.map(({ text }) => text),
    );
    const plain = ({ title, date, speaker, paragraphs: all }: ReturnType<typeof cleanArticle>) => ({
      title,
      date,
      speaker,
      texts: all.map(({ text }) => text),
    });
    assert.deepEqual(plain(cleanArticle({ text: back })), plain(cleanArticle({ text: DRAFT.join('\n') })));
  });

  it('reads back any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText(), { maxLength: 4 }), async lines => {
        const paragraphs = layoutDraft(lines);
        const back = readDocx(await writeDocx(paragraphs), 'a.docx');
        assert.equal(back, paragraphs.map(({ text }) => text).join('\n'));
      }),
      runs(10),
    );
  });

  for (const [what, lines] of [
    ['in one line', ['修渠的人冬天不歇。'.repeat(Math.ceil(1_000_000 / 9))]],
    ['in five thousand', Array.from({ length: 5_000 }, (_, i) => `第${i}天，${'渠水进了田。'.repeat(33)}`)],
    ['of nothing but markup', ['<w:t>&amp;]]><!--“”\u202e\u0000\ud842'.repeat(Math.ceil(1_000_000 / 19))]],
  ] as const)
    it(`reads back a million characters ${what}`, async () => {
      assert.ok(lines.join('').length >= 1_000_000);
      const paragraphs = layoutDraft(lines);
      const back = readDocx(await writeDocx(paragraphs), 'a.docx');
      assert.ok(back === paragraphs.map(({ text }) => text).join('\n'), `${back.length} characters`);
      assert.ok(back.length > 900_000, `${back.length} characters`);
    });

  it('has the paper, margins, type and page numbers of the standard', async () => {
    const parts = unzipSync(await writeDocx(layoutDraft(DRAFT)));
    const part = (name: string) => strFromU8(parts[`word/${name}`]!);
    const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
    const [document, styles] = [part('document.xml'), part('styles.xml')];
    assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
    const margins = `<w:pgMar w:top="${twips(37)}" w:right="${twips(26)}" w:bottom="${twips(35)}" w:left="${twips(28)}"`;
    assert.ok(document.includes(margins), document.slice(-600));
    const style = (id: string) => new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    assert.match(style('Title'), /w:jc w:val="center".*方正小标宋简体.*<w:sz w:val="44"\/>/);
    assert.match(style('Heading1'), /黑体.*<w:sz w:val="32"\/>/);
    assert.match(style('Heading2'), /楷体_GB2312/);
    assert.match(style('Heading3'), /仿宋_GB2312/);
    assert.match(style('OfficialText'), /w:firstLineChars="200".*仿宋_GB2312/);
    assert.match(styles, /<w:spacing w:line="579" w:lineRule="exact"\/>/);
    assert.match(part('fontTable.xml'), /仿宋_GB2312"><w:altName w:val="[^"]*FangSong/);
    assert.match(part('settings.xml'), /<w:evenAndOddHeaders\/>/);
    const footers = ['footer1.xml', 'footer2.xml']
      .map(part)
      .map(xml => [/<w:jc w:val="(\w+)"/.exec(xml)?.[1], /PAGE/.test(xml)]);
    assert.deepEqual(footers, [
      ['right', true],
      ['left', true],
    ]);
  });

  it('holds 28 characters of its size and pitch in a line, and 22 lines on a page', async () => {
    const parts = unzipSync(await writeDocx(layoutDraft(DRAFT)));
    const styles = strFromU8(parts['word/styles.xml']!);
    const value = (pattern: RegExp) => Number(pattern.exec(styles)?.[1]);
    const defaults =
      value(/<w:docDefaults>.*?<w:sz w:val="(\d+)"/) * 10 + value(/<w:docDefaults>.*?<w:spacing w:val="(-?\d+)"/);
    const [width, height] = [11906 - 1587 - 1474, 16838 - 2098 - 1984];
    assert.equal(Math.floor(width / defaults), 28);
    assert.equal(Math.floor(height / value(/w:line="(\d+)"/)), 22);
  });
});
