import assert from 'node:assert/strict';
import { engineLimits } from '../../../../src/engine/limits';
import { parseOutline, walkOutline } from '../../../../src/engine/outline/outline';
import { checkNumbering } from '../../../../src/engine/outline/problems/problems';
import { describeProblem } from '../../../../src/engine/outline/problems/problemText';
import { renumber } from '../../../../src/engine/outline/renumbering/renumber';

const MOST = engineLimits.outlineMarkers;
const count = (lines: readonly string[]) => [...walkOutline(parseOutline(lines))].length;

describe('a text of more numbers than are read', () => {
  const lines = Array.from({ length: MOST + 5 }, (_, index) => `${(index % 999) + 1}.甲`);

  it('has an outline of the first of them, on lines and within one', () => {
    assert.equal(count(lines), MOST);
    assert.equal(count(['一是甲；二是乙；'.repeat(MOST)]) <= MOST, true);
  });

  it('says where reading stopped, in both languages, and what to do', () => {
    const unread = checkNumbering(lines).filter(({ code }) => code === 'unread');
    assert.deepEqual(
      unread.map(({ paragraph, fix }) => [paragraph, fix]),
      [[MOST - 1, []]],
    );
    assert.match(describeProblem(unread[0]!, 'zh-cn'), /前 10000 个.*分成几个文件/);
    assert.match(describeProblem(unread[0]!, 'en'), /first 10000.*split/);
  });

  it('keeps the numbers that are not read', () => {
    const wrong = [...lines.slice(0, MOST), '7.乙', '7.丙'];
    assert.equal(
      renumber(wrong).some(({ paragraph }) => paragraph >= MOST),
      false,
    );
  });

  it('and one that is as long without so many says nothing', () => {
    const few = Array.from({ length: 3 }, (_, index) => `${index + 1}.${'甲'.repeat(MOST)}`);
    assert.deepEqual(checkNumbering(few), []);
  });
});
