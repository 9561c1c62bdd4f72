import assert from 'node:assert/strict';
import { checkSteps } from '../../../src/engine/check/checkDraft';
import { readDraftSteps } from '../../../src/engine/check/draft/draft';
import { mineFrameSteps } from '../../../src/engine/mining/mineFrames';
import { layoutDraft, layoutSteps } from '../../../src/engine/officialDocument/layoutDraft';
import { htmlSteps } from '../../../src/engine/officialDocument/layoutHtml';
import { enclosingSpanSteps } from '../../../src/engine/outline/enclosingSpans';
import { afterEnterSteps } from '../../../src/engine/outline/enter/enter';
import { memberListSteps } from '../../../src/engine/outline/memberLists';
import { outlineSteps } from '../../../src/engine/outline/outline';
import { numberingSteps } from '../../../src/engine/outline/problems/problems';
import { unevenMemberSteps } from '../../../src/engine/outline/problems/unevenMembers';
import { moveSectionSteps } from '../../../src/engine/outline/renumbering/moveSection';
import { renumberSteps } from '../../../src/engine/outline/renumbering/renumber';
import { slotCandidateSteps } from '../../../src/engine/skeleton/particulars/slotCandidates';
import type { Steps } from '../../../src/engine/steps';
import { cutWords } from '../../../src/engine/text/segmentWords';
import { wordStartSteps } from '../../../src/engine/words/wordStarts';
import { nastyText } from '../../attack/nasty';
import { segmentOf } from './segmentOf';

/** So many small pieces are done in one step at most: lines, numbers, paragraphs. */
const MOST_PIECES = 256;
/** UTF-16 code units. */
const LENGTH = 12_000;

function stepsOf(steps: Steps<unknown>): number {
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

const LINES: Readonly<Record<string, (lines: readonly string[]) => Steps<unknown>>> = {
  outline: outlineSteps,
  'lists of members': memberListSteps,
  numbering: numberingSteps,
  renumbering: renumberSteps,
  'uneven titles': unevenMemberSteps,
  'spans around places': enclosingSpanSteps,
  'a section moved': lines => moveSectionSteps(lines, { paragraph: 0, start: 0 }, 'down'),
  'an Enter': lines => afterEnterSteps(lines, lines.length - 1),
  layout: lines => layoutSteps(lines),
  'the clipboard': lines => htmlSteps(layoutDraft(lines)),
  'a draft that is read': lines => readDraftSteps(lines),
  'all checks': lines => checkSteps([], lines),
};

describe('what looks at a whole draft gives way', () => {
  for (const [name, steps] of Object.entries(LINES))
    it(`behind every few lines: ${name}`, () => {
      const lines = nastyText('（一）标题甲乙\n', LENGTH).split('\n');
      assert.ok(stepsOf(steps(lines)) >= Math.floor(lines.length / MOST_PIECES) - 1);
    });

  for (const name of ['outline', 'lists of members', 'numbering', 'renumbering', 'spans around places'])
    it(`behind every few numbers of one endless line: ${name}`, () => {
      const points = LENGTH / '一是甲；'.length;
      assert.ok(stepsOf(LINES[name]!(['一是甲；'.repeat(points)])) >= Math.floor(points / MOST_PIECES) - 1);
    });

  it('behind every few runs of a draft that is all taken over', () => {
    const said = '扑下身子察实情守护好绿水青山';
    const view = [segmentOf([{ title: '甲', paragraphs: [said.repeat(300)] }])];
    const lines = nastyText(`${said}\n`, LENGTH).split('\n');
    assert.ok(stepsOf(checkSteps(view, lines, { codes: new Set(['leftover']) })) >= lines.length / 4);
  });

  it('behind every run of characters whose words are told', () => {
    assert.ok(stepsOf(wordStartSteps('推动高质量发展'.repeat(1_000), [])) >= 7_000 / MOST_PIECES);
  });

  it('behind every few clauses of one endless sentence that may be a frame', () => {
    const clauses = 600;
    // Of two lengths and without a character in common: none is parallel to its neighbour.
    const clause = (i: number) =>
      String.fromCharCode(...Array.from({ length: 3 + (i % 2) * 2 }, (_, at) => 0x4e00 + i * 8 + at));
    const text = Array.from({ length: clauses }, (_, i) => clause(i)).join('，');
    assert.ok(stepsOf(slotCandidateSteps(text, cutWords)) >= clauses / MOST_PIECES);
    assert.ok(
      stepsOf(slotCandidateSteps(text, cutWords)) >= stepsOf(slotCandidateSteps(text.slice(0, 900), cutWords)) * 2,
    );
  });

  it('behind every sentence of one endless paragraph that is mined', () => {
    const sentences = 1_000;
    const sentence = (i: number) => `${String.fromCharCode(0x4e00 + i)}丁、${String.fromCharCode(0x6e00 + i)}丙丁。`;
    const text = Array.from({ length: sentences }, (_, i) => sentence(i)).join('');
    assert.ok(stepsOf(mineFrameSteps([text])) >= sentences);
  });

  it('and twice as much takes about twice as many steps', () => {
    for (const [name, steps] of Object.entries(LINES)) {
      const count = (length: number) => stepsOf(steps(nastyText('1.甲乙丙丁\n', length).split('\n')));
      const [short, long] = [count(LENGTH / 2), count(LENGTH)];
      assert.ok(long >= short * 1.6 && long <= short * 2.5 + 8, `${name}: ${short} and ${long}`);
    }
  });
});
