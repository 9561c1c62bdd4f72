import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choiceIn, isForGood, lineOf } from '../../../../src/corpus/writer/choiceLine';
import { contextOf } from '../../../../src/engine/complete/writer/choices';
import { anyText } from '../../../fixtures/anyText';
import { runs } from '../../../fixtures/runs';

const KINDS = ['took', 'refused', 'banished', 'restored'] as const;

describe('a line of the file of choices', () => {
  it('is a choice, or none, whatever somebody has written there', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>('抓落实', ['抓落实'], 7, null, '甲\n乙', '\n\n推动', ''),
    );
    const names = fc.constantFrom(...KINDS, 'after', '__proto__', 'constructor');
    const line = fc.oneof(
      fc.dictionary(names, value).map(said => JSON.stringify(said)),
      fc.jsonValue().map(said => JSON.stringify(said)),
      anyText(),
    );
    fc.assert(
      fc.property(line, written => {
        const choice = choiceIn(written);
        if (choice) assert.deepEqual(choiceIn(lineOf(choice)), choice);
      }),
      runs(100),
    );
  });

  for (const line of [
    '{"banished":["抓落实"],"after":"\\n\\n"}',
    '{"banished":{"0":"抓落实"},"after":"\\n\\n"}',
    '{"banished":"抓落实"}',
    '{"banished":"抓落实","after":7}',
    '{"banished":"抓\\n落实","after":"\\n\\n"}',
    '["banished","抓落实"]',
    '{"Banished":"抓落实","after":"\\n\\n"}',
  ])
    it(`is none: ${line}`, () => assert.deepEqual([choiceIn(line), isForGood(line)], [undefined, false]));

  it('of what is banished stays for good, however it is written by hand', () => {
    const text = '抓落实';
    const after = contextOf('');
    for (const line of [
      lineOf({ kind: 'banished', context: after, text }),
      lineOf({ kind: 'restored', context: after, text }),
      JSON.stringify({ after, banished: text }),
      ` ${JSON.stringify({ banished: text, after }, null, 1).replaceAll('\n', ' ')} `.trimStart(),
    ]) {
      assert.equal(choiceIn(line)?.text, text, line);
      assert.ok(isForGood(line), line);
    }
    assert.ok(!isForGood(lineOf({ kind: 'took', context: after, text })));
  });
});
