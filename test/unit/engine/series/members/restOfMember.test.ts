import assert from 'node:assert/strict';
import fc from 'fast-check';
import { restOfMember } from '../../../../../src/engine/series/members/restOfMember';

const COLUMNS = ['必须保持“', ['清醒', '定力'], '”的', ['头脑', '心态'], '。'];

describe('the rest of a member', () => {
  it('is all of it before it is begun', () => {
    assert.deepEqual(restOfMember(COLUMNS, ''), { columns: COLUMNS, isFilling: false });
  });

  it('is what stands behind the words that are typed', () => {
    assert.deepEqual(restOfMember(COLUMNS, '必须'), { columns: ['保持“', ...COLUMNS.slice(1)], isFilling: false });
    assert.deepEqual(restOfMember(COLUMNS, '必须保持“自觉”的'), { columns: COLUMNS.slice(3), isFilling: true });
  });

  it('is unknown in the midst of a slot, and where something else is typed', () => {
    for (const typed of [
      '必须保持“自',
      '必须保持“自觉',
      '必须坚持',
      '必须保持“自觉，”的',
      '必须保持“那么长的一段话不是一个词”的',
    ]) {
      assert.equal(restOfMember(COLUMNS, typed), null, typed);
    }
  });

  it('has what was typed into a slot at its other places', () => {
    assert.deepEqual(restOfMember(['不该', ['做', '拿'], '的不', ['做', '拿']], '不该吃的'), {
      columns: ['不', '吃'],
      isFilling: true,
    });
  });

  it('follows every member that is typed as those before it, up to the end of any fixed wording', () => {
    const filler = fc.constantFrom('甲', '乙丙', '丁戊己');
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, filler, filler), { minLength: 1, maxLength: 5 }), slots => {
        const fixed = [...'一二三四五六'];
        const columns = slots.flatMap((fillers, i) => [fixed[i]!, fillers]);
        for (let end = 1; end < slots.length; end++) {
          const typed =
            slots
              .slice(0, end)
              .flatMap((fillers, i) => [fixed[i]!, fillers[0]!])
              .join('') + fixed[end];
          const rest = restOfMember(columns, typed);
          assert.ok(rest?.isFilling);
          assert.equal(rest.columns.length, columns.length - 2 * end - 1);
        }
      }),
    );
  });
});
