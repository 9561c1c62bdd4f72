import assert from 'node:assert/strict';
import fc from 'fast-check';
import { framesIn, withFrames } from '../../../../src/client/frames/frameFileText';

const frame = { prefix: ['jia'], body: ['一', '二'] };

describe('the text of a file of frames', () => {
  it('keeps comments, order and blanks where a frame is added', () => {
    const text =
      '// 单位的句式\n{\n  // 开头\n  "甲": { "prefix": "jia" }, // 常用\n  "乙": {} // 少用\n  /* 末尾 */\n}\n// 完\n';
    assert.equal(
      withFrames(text, { 丙: { prefix: 'bing' } }),
      '// 单位的句式\n{\n  // 开头\n  "甲": { "prefix": "jia" }, // 常用\n  "乙": {}, // 少用\n  /* 末尾 */\n  "丙": {\n    "prefix": "bing"\n  }\n}\n// 完\n',
    );
  });

  it('keeps them where a frame is replaced', () => {
    const text = '{\r\n\t// 开头\r\n\t"甲": {}, // 常用\r\n\t"乙": {},\r\n}\r\n';
    assert.equal(
      withFrames(text, { 甲: { body: '新' } }),
      '{\r\n\t// 开头\r\n\t"甲": {\r\n\t\t"body": "新"\r\n\t}, // 常用\r\n\t"乙": {},\r\n}\r\n',
    );
  });

  it('makes a file of nothing, and of comments alone', () => {
    assert.equal(withFrames('', {}), '{}\n');
    assert.deepEqual(framesIn(withFrames('', { 甲: frame })), { 甲: frame });
    const noted = withFrames('// 还没有句式', { 甲: frame });
    assert.ok(noted.startsWith('// 还没有句式\n{'), noted);
    assert.deepEqual(framesIn(noted), { 甲: frame });
  });

  it('leaves a mark at the beginning where it is', () => {
    const text = withFrames('\ufeff{"甲": {}}', { 乙: frame });
    assert.ok(text.startsWith('\ufeff{"甲": {},'), text);
    assert.deepEqual(framesIn(text), { 甲: {}, 乙: frame });
  });

  it('is none where it is not the JSON of VS Code', () => {
    for (const text of ['这不是 JSON', '[]', '"甲"', '{"甲": }', '{"甲": {}', '7'])
      assert.equal(framesIn(text), undefined);
  });

  it('whatever stands in it, has what it had and what was put in, and every comment', () => {
    const blank = fc.constantFrom('', ' ', '\n', '\n  ');
    const comment = fc.constantFrom('', '// 注：,"}\n', '/* 注{ */');
    const gap = fc.tuple(blank, comment, blank).map(parts => parts.join(''));
    const name = fc.constantFrom('甲', '乙', '三讲', '//', '"', '__甲');
    const value = fc.constantFrom(frame, {}, { body: '/* 不是注释 */, }' }, [], 7);
    const entry = fc.tuple(name, value, gap, gap, gap);
    const file = fc
      .tuple(fc.uniqueArray(entry, { selector: ([key]) => key }), fc.boolean(), gap, gap)
      .map(([entries, trails, before, after]) => {
        const rows = entries.map(([key, one, a, b, c]) => `${a}${JSON.stringify(key)}${b}:${JSON.stringify(one)}${c}`);
        const comma = trails && rows.length > 0 ? ',' : '';
        return `${before}{${rows.join(',')}${comma}${after}}${after}`;
      });
    const added = fc.dictionary(name, value, { noNullPrototype: true });
    const commentsOf = (text: string) => (text.match(/注：|注\{/g) ?? []).length;
    fc.assert(
      fc.property(file, added, (text, frames) => {
        const known = framesIn(text);
        assert.ok(known);
        const result = withFrames(text, frames);
        assert.deepEqual(framesIn(result), { ...known, ...frames });
        assert.equal(commentsOf(result), commentsOf(text));
      }),
    );
  });
});
