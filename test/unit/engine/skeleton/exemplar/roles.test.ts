import assert from 'node:assert/strict';
import { draftParts } from '../../../../../src/engine/skeleton/exemplar/draftParts';
import { guidanceLine, roleOf } from '../../../../../src/engine/skeleton/exemplar/roles';

describe('roleOf', () => {
  it('tells by the words of a heading', () => {
    const roles = {
      '一、2024年工作回顾': 'achievements',
      看清大势坚定信心: 'meaning',
      '第三，加强领导，确保各项工作取得实效': 'demands',
      正视存在的不足: 'problems',
      总体要求和主要目标: 'goals',
      加强组织领导压实责任: 'demands',
      扭住关键增强动能: 'tasks',
      我一定不负重托: 'pledge',
      春风化雨: 'elaboration',
    };
    for (const [heading, role] of Object.entries(roles)) assert.equal(roleOf(heading), role, heading);
  });
});

describe('draftParts', () => {
  const roles = (paragraphs: string[]) => draftParts(paragraphs).map(({ paragraph, role }) => `${paragraph} ${role}`);

  it('leaves what stands above the salutation alone', () => {
    assert.deepEqual(roles(['（2024年5月）', '各位代表：', '现在报告工作。', '一、工作回顾', '很好。']), [
      '1 salutation',
      '2 opening',
      '3 achievements',
    ]);
  });

  it('of a speech without numbers, tells opening, body and appeal', () => {
    assert.deepEqual(roles(['同志们：', '今天开个会。', '路要修。', '水要通。', '同志们，让我们干起来！']), [
      '0 salutation',
      '1 opening',
      '2 elaboration',
      '4 closing',
    ]);
  });

  it('gives guidance one line', () => {
    assert.match(guidanceLine('closing'), /^【提示·号召结尾】[^\n]+。$/);
  });
});
