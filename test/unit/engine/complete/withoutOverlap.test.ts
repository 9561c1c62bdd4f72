import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutOverlap } from '../../../../src/engine/complete/withoutOverlap';

describe('withoutOverlap', () => {
  const cases: [text: string, after: string, left: string][] = [
    ['高质量发展', '发展，不断', '高质量'],
    ['高质量发展', '高质量发展', ''],
    ['抓落实，', '，让群众满意', '抓落实'],
    ['抓落实', '', '抓落实'],
    ['工作', '作为重点', '工作'],
    ['高质量发展', '高质量', ''],
    ['紧迫感、责任感', '紧迫感抓落实', ''],
    ['时不我待的紧迫感和责任感', '的紧迫感抓落实', '时不我待'],
    ['工作部署', '工人', '工作部署'],
    ['紧迫感抓好春耕', '，抓好春耕，守初心', '紧迫感'],
    ['紧迫感抓好', '，抓好春耕', '紧迫感'],
    ['抓好', '，抓好春耕', ''],
    ['紧迫感，', '，抓好春耕', '紧迫感'],
  ];
  for (const [text, after, left] of cases) {
    it(`${text} before ${after || 'nothing'} leaves ${left || 'nothing'}`, () =>
      assert.equal(withoutOverlap(text, after), left));
  }
  it('always leaves a beginning, and what it takes away begins as the text after the cursor does', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'稳进好，'), maxLength: 6 });
    fc.assert(
      fc.property(letters, letters, (text, after) => {
        const left = withoutOverlap(text, after);
        assert.ok(text.startsWith(left));
        assert.ok(left === text || text[left.length] === after[0] || text[left.length] === after[1]);
      }),
    );
  });
});
