// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
import assert from 'node:assert/strict';
import type { FrameKind, FrameTemplate } from '../../../../src/engine/templates/template';
import { parseTemplates, previewText, templatesFor } from '../../../../src/engine/templates/template';

const entry = {
  prefix: ['既要', 'jiyao'],
  body: ['既要${1:〔一面〕}，', '又要${2:〔另一面〕}和$1$0'],
  description: '对偶',
  descriptionEn: 'Both A and B',
  kind: 'couplet',
  keywords: ['辩证'],
};

function template(kind: FrameKind, ...prefixes: string[]): FrameTemplate {
  return { name: prefixes.join(), prefixes, body: '$0', description: '', descriptionEn: '', kind, keywords: [] };
}
const asked = (typed: string, ...templates: FrameTemplate[]) =>
  templatesFor(typed, templates).map(({ template, replaceLength }) => [template.name, replaceLength]);

describe('parseTemplates', () => {
  it('reads a frame', () => {
    const { prefix, body, ...rest } = entry;
    assert.deepEqual(parseTemplates({ 既要又要: entry }), [
      { name: '既要又要', prefixes: prefix, body: body.join('\n'), ...rest },
    ]);
  });

  it('takes no choices: the editor would put one in the place of a word composed there', () => {
    const [frame] = parseTemplates({ 把: { ...entry, body: ['必须${1|把牢,坚定|}${2:方向}，$1$0'] } });
    assert.equal(frame?.body, '必须${1:把牢}${2:〔方向〕}，${1}${0}');
  });

  it('keeps the order of the file', () => {
    const names = parseTemplates({ 乙: entry, 甲: entry, 丙: entry }).map(({ name }) => name);
    assert.deepEqual(names, ['乙', '甲', '丙']);
  });

  for (const json of [null, [entry], '{}']) {
    it(`refuses ${JSON.stringify(json)?.slice(0, 8)} as a file`, () => {
      assert.throws(() => parseTemplates(json), /a frame file is an object/);
    });
  }

  it('names the frame that is no object', () => {
    assert.throws(() => parseTemplates({ 好: entry, 坏: ['既要'] }), /“坏”/);
  });

  const faults: [field: keyof typeof entry, value: unknown][] = [
    ['prefix', undefined],
    ['prefix', []],
    ['prefix', ['既要', 3]],
    ['prefix', ['要']],
    ['prefix', ['既 要']],
    ['body', '既要$0'],
    ['body', ['既要${1:没有关上']],
    ['description', ' '],
    ['descriptionEn', undefined],
    ['kind', 'poem'],
    ['kind', undefined],
    ['keywords', []],
  ];
  for (const [field, value] of faults) {
    it(`names the field when "${field}" is ${JSON.stringify(value)}`, () => {
      const json = { 好: entry, 坏: { ...entry, [field]: value } };
      assert.throws(() => parseTemplates(json), new RegExp(`“坏”, field "${field}"`));
    });
  }
});

describe('previewText', () => {
  it('shows names, first choices and links as text', () => {
    assert.equal(previewText(parseTemplates({ 例: entry })[0]!), '既要〔一面〕，\n又要〔另一面〕和〔一面〕');
  });
});

describe('templatesFor', () => {
  const points = template('numbered', '一是', 'yishi');
  const both = template('couplet', '既要', 'jiyao');
  const speech = template('skeleton', '动员讲话');

  it('finds a prefix at the cursor and says what it replaces', () => {
    assert.deepEqual(asked('工作要到位。一是', points, both), [['一是,yishi', 2]]);
    assert.deepEqual(asked('工作要到位。一是抓', points, both), []);
  });

  it('takes pinyin letters only when they stand alone', () => {
    assert.deepEqual(asked('yishi', points), [['一是,yishi', 5]]);
    assert.deepEqual(asked('我们jiyao', both), [['既要,jiyao', 5]]);
    assert.deepEqual(asked('xjiyao', both), []);
    assert.deepEqual(asked('2jiyao', both), []);
  });

  it('takes the longest prefix of a template, and the longest template first', () => {
    const short = template('call', '扑下身子');
    const long = template('call', '扑下身子', '要扑下身子');
    assert.deepEqual(asked('我们要扑下身子', short, long), [
      ['扑下身子,要扑下身子', 5],
      ['扑下身子', 4],
    ]);
  });

  it('keeps the order of templates asked for by the same prefix', () => {
    const three = { ...points, name: '三点' };
    const four = { ...points, name: '四点' };
    assert.deepEqual(asked('一是', four, three), [
      ['四点', 2],
      ['三点', 2],
    ]);
  });

  it('finds no numbered points inside a word', () => {
    assert.deepEqual(asked('思想不统一是', points), []);
    assert.deepEqual(asked('二十一、', template('numbered', '一、')), []);
    assert.deepEqual(asked('　　一是', points), [['一是,yishi', 2]]);
  });

  it('finds sentence frames in the middle of a sentence', () => {
    assert.deepEqual(asked('我们既要', both), [['既要,jiyao', 2]]);
  });

  it('offers a whole speech only on a line of its own', () => {
    assert.deepEqual(asked('上一段。\n　动员讲话', speech), [['动员讲话', 4]]);
    assert.deepEqual(asked('听了他的动员讲话', speech), []);
    assert.deepEqual(asked('会上，动员讲话', speech), []);
  });
});
