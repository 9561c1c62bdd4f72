import assert from 'node:assert/strict';
import { readArguments } from '../../eval/usage';

const options = {
  usage: 'npm run x',
  lists: ['corpus', 'held'],
  numbers: { top: 5, seed: 7 },
  texts: { out: 'a.json' },
  switches: ['json'],
} as const;

describe('readArguments', () => {
  it('takes lists in one go or piece by piece, and the rest in any order', () => {
    const given = readArguments(['--corpus', 'a', 'b', '--top', '3', '--corpus', 'c', '--json', '--held=d'], options);
    assert.deepEqual(
      { ...given },
      { corpus: ['a', 'b', 'c'], held: ['d'], top: 3, seed: 7, out: 'a.json', json: true },
    );
  });

  it('says what is wrong and how it is called', () => {
    for (const [args, problem] of [
      [['--top', 'many'], /--top takes a positive number, not “many”[\s\S]*usage: npm run x/],
      [['--top', '3', 'stray'], /“stray”[\s\S]*usage/],
      [['--colour'], /colour[\s\S]*usage/],
    ] as const) {
      assert.throws(() => readArguments(args, options), problem);
    }
  });
});
