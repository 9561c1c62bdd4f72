import assert from 'node:assert/strict';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { frameSnippet } from '../../../../src/engine/templates/frameSnippet';

function snippetOf(text: string, members?: number): string {
  const [frame] = mineFrames(text.split('\n'));
  return frameSnippet(frame!, members);
}

describe('frameSnippet', () => {
  it('makes what all members are about one slot, to be written over once', () => {
    assert.equal(
      snippetOf('改作风、办实事，必须牢牢守住一碗水端平。\n改作风、办实事，必须牢牢守住雷打不能动。', 2),
      `\${1:〔改作风、办实事〕}，必须牢牢守住\${2:〔五字〕}\n\${1}，必须牢牢守住\${3:〔五字〕}`,
    );
  });

  it('repeats the fixed wording, and numbers the slots in reading order', () => {
    const text = '要大兴登门之风。坐着听不见真话。要大兴算账之风。花钱要问效。要大兴守时之风。';
    assert.equal(snippetOf(text), `要大兴\${1:〔两字〕}之风。要大兴\${2:〔两字〕}之风。要大兴\${3:〔两字〕}之风`);
    assert.equal(snippetOf(text, 2), `要大兴\${1:〔两字〕}之风。要大兴\${2:〔两字〕}之风`);
  });

  it('counts, and goes on counting', () => {
    const text = '一要修渠道，解决灌溉难问题；二要建晒坝，解决晾晒难问题；三要通班车，解决出行难问题。';
    const member = (numeral: string, slot: number) =>
      `${numeral}要\${${slot}:〔三字〕}，解决\${${slot + 1}:〔两字〕}难问题`;
    assert.equal(snippetOf(text, 4), [member('一', 1), member('二', 3), member('三', 5), member('四', 7)].join('；'));
  });

  it('ends a series of words with its last', () => {
    assert.equal(
      snippetOf('首先，立规矩。写到纸上。\n其次，树榜样。支书先办。\n最后，常提醒。月月碰头。', 4),
      `首先，\${1:〔三字〕}\n其次，\${2:〔三字〕}\n再次，\${3:〔三字〕}\n最后，\${4:〔三字〕}`,
    );
  });

  it('links the slots of a member that are filled alike', () => {
    const text = '不该吃的一口不吃、不该收的一分不收、不该管的一句不管。';
    assert.equal(snippetOf(text, 1), `不该\${1:〔一字甲〕}的一\${2:〔一字乙〕}不\${1}`);
  });

  it('links a chain from member to member', () => {
    assert.equal(
      snippetOf('许多事听过不如见过，见过不如干过，干过才算懂得。', 3),
      `\${1:〔一字甲〕}过不如\${2:〔一字乙〕}过，\${2}过不如\${3:〔一字乙〕}过，\${3}过不如\${4:〔一字乙〕}过`,
    );
  });

  it('has the forms of a word as the corpus has them, member by member', () => {
    const text = '必须推进账务公开。群众看得明白。必须推动项目公开。干部睡得安稳。';
    assert.equal(snippetOf(text, 1), `必须\${1:推进}\${2:〔两字〕}公开`);
    assert.ok(snippetOf(text, 2).includes(`必须\${3:推动}\${4:〔两字〕}公开`));
  });
});
