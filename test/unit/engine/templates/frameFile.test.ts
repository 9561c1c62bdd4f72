// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
import assert from 'node:assert/strict';
import { parseFrameFile } from '../../../../src/engine/templates/frameFile';

describe('parseFrameFile', () => {
  it('reads what VS Code reads: one prefix or several, one line or several, comments, a comma too many', () => {
    const { frames, problems } = parseFrameFile(`\ufeff{
      // 开会用
      "三讲": { "prefix": "三讲", "body": "讲\${1:政治}，讲$2", "scope": "markdown" }, /* 再来一个 */
      "两抓": { "prefix": ["两抓", "lz"], "body": ["抓\${1:甲} // 不是注释", "抓\${2:乙}"], "description": "两手抓", },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      frames.map(({ name, prefixes, body, description }) => [name, prefixes, body, description]),
      [
        ['三讲', ['三讲'], '讲${1:〔政治〕}，讲${2:〔…〕}', '三讲'],
        ['两抓', ['两抓', 'lz'], '抓${1:〔甲〕} // 不是注释\n抓${2:〔乙〕}', '两手抓'],
      ],
    );
  });

  it('leaves out a frame that cannot be used, and names it and what is wrong', () => {
    const { frames, problems } = parseFrameFile(
      JSON.stringify({
        好: { prefix: '好的', body: '好' },
        坏: { prefix: '坏的', body: '${TM_FILENAME}' },
        空: 3,
        无: { body: '无' },
      }),
    );
    assert.deepEqual(
      frames.map(({ name }) => name),
      ['好'],
    );
    assert.equal(problems.length, 3);
    assert.match(problems[0]!, /“坏”.*body/);
    assert.match(problems[1]!, /“空”/);
    assert.match(problems[2]!, /“无”.*prefix/);
  });

  it('refuses what is no JSON, and what is no object', () => {
    assert.throws(() => parseFrameFile('一份讲话稿'), SyntaxError);
    assert.equal(parseFrameFile('[]').problems.length, 1);
  });

  it('is done with a file in which nothing is closed', () => {
    for (const open of ['/*'.repeat(900_000), `"${'\\"'.repeat(900_000)}`, `"${'\\'.repeat(1_800_001)}`]) {
      assert.throws(() => parseFrameFile(open), SyntaxError);
    }
  });
});
