import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftLine } from '../../../../src/engine/officialDocument/draftLine';
import { layoutDraft } from '../../../../src/engine/officialDocument/layoutDraft';
import { anyText } from '../../../fixtures/anyText';

/** `role text`, a heading that runs on with its end: `body|7 text`. */
const rolesOf = (lines: readonly string[], title?: string) =>
  layoutDraft(lines, title).map(({ role, lead, text }) => `${role}${lead ? `>${lead.role}:${lead.end}` : ''} ${text}`);

const TEXT = '各单位要把群众的小事当成大事来办，一件一件抓出结果。';

describe('layoutDraft', () => {
  it('knows title, date, speaker, salutation, headings, text, who signs, and the date', () => {
    const draft = [
      '在全县安全生产',
      '工作会议上的讲话',
      '（2026年3月5日）',
      '青山县县长　李明',
      '',
      '同志们：',
      `　　${TEXT}`,
      '　　一、认清形势',
      '　　（一）隐患不少。各类隐患仍有三百多处。',
      '　　（二）责任不实',
      '　　1. 排查不细',
      '　　（1）走过场',
      '　　一是抓排查。要逐户看。',
      TEXT,
      '青山县人民政府',
      '2026年3月5日',
    ];
    assert.deepEqual(rolesOf(draft), [
      'title 在全县安全生产',
      'title 工作会议上的讲话',
      'byline （2026年3月5日）',
      'byline 青山县县长　李明',
      'salutation 同志们：',
      `body ${TEXT}`,
      'heading1 一、认清形势',
      'body>heading2:8 （一）隐患不少。各类隐患仍有三百多处。',
      'heading2 （二）责任不实',
      'heading3 1. 排查不细',
      'heading4 （1）走过场',
      'body 一是抓排查。要逐户看。',
      `body ${TEXT}`,
      'signature 青山县人民政府',
      'date 2026年3月5日',
    ]);
  });

  it('sets the addressees of a notice flush left, but no sentence that ends in a colon', () => {
    const under = (line: string) => layoutDraft(['关于开展夏季防汛检查的通知', line, TEXT])[1]!.role;
    assert.equal(under('各乡镇人民政府，县直各部门：'), 'salutation');
    assert.equal(under('现将有关事项通知如下：'), 'body');
    assert.equal(layoutDraft(['大会讲话提纲', '同志们：', TEXT, '同志们！', TEXT])[3]!.role, 'body');
  });

  it('takes points of a list and whole sentences for text', () => {
    for (const line of ['1. 完成排查；', '（一）要抓紧，', `一、${TEXT.slice(0, -1).repeat(3)}。`, '第一，抓紧。']) {
      const [, found] = layoutDraft([TEXT, line]);
      assert.deepEqual([found!.role, found!.lead], ['body', undefined], line);
    }
  });

  it('finds who signs without a date only by a name, and a date that is still to be filled in', () => {
    const ends = (lines: string[]) => rolesOf(['工作汇报提纲', TEXT, ...lines]).slice(2);
    assert.deepEqual(ends(['青山县应急管理局']), ['signature 青山县应急管理局']);
    assert.deepEqual(ends(['为人民服务']), ['body 为人民服务']);
    assert.deepEqual(ends(['李明', '〔年份〕年〔月〕月〔日〕日']), [
      'signature 李明',
      'date 〔年份〕年〔月〕月〔日〕日',
    ]);
    assert.deepEqual(ends(['青山县政府', '青山县委', '二〇二六年三月五日']), [
      'signature 青山县政府',
      'signature 青山县委',
      'date 二〇二六年三月五日',
    ]);
  });

  it('begins the date two characters behind the signature, the longer of them two from the margin', () => {
    const indents = (signature: string) =>
      layoutDraft(['工作汇报提纲', TEXT, signature, '2026年3月5日'])
        .slice(2)
        .map(({ rightIndent }) => rightIndent);
    assert.deepEqual(indents('中共青山县委员会办公室'), [2, 5]);
    assert.deepEqual(indents('县委'), [8, 2]);
  });

  it('puts a line between head, text and end, and nowhere else', () => {
    const draft = ['工作汇报提纲', '', '', '2026年3月5日', TEXT, '', TEXT, '青山县应急管理局', '2026年3月6日'];
    assert.deepEqual(
      layoutDraft(draft).map(({ linesBefore }) => linesBefore),
      [0, 0, 1, 0, 1, 0],
    );
  });

  it('puts a title above that the file says apart, once', () => {
    assert.deepEqual(rolesOf([TEXT], '春耕动员讲话'), ['title 春耕动员讲话', `body ${TEXT}`]);
    assert.deepEqual(rolesOf(['春耕动员讲话', TEXT, TEXT], '春耕动员讲话'), [
      'title 春耕动员讲话',
      `body ${TEXT}`,
      `body ${TEXT}`,
    ]);
  });

  it('leaves out guidance and empty lines only: every other line is there, in order', () => {
    const line = fc.oneof(
      fc.constantFrom('', '　　', '【提示·开场】说明来意。', '同志们：', '一、抓落实', '2026年3月5日', '李明', TEXT),
      anyText(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const expected = lines.map(draftLine).filter(text => text !== '' && !text.startsWith('【提示·'));
        assert.deepEqual(
          layoutDraft(lines).map(({ text }) => text),
          expected,
        );
      }),
    );
  });
});
