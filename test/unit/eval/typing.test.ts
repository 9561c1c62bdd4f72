import assert from 'node:assert/strict';
import { askEverywhere } from '../../eval/ask';
import type { HeldPassage } from '../../eval/heldOut';
import type { Predictor, Suggestion } from '../../eval/predictor';
import { typeThrough, worthOf } from '../../eval/typing';

const passage: HeldPassage = { before: '开头\n', text: '推动高质量发展。\n再接再厉', article: 0 };

function predictor(answers: Readonly<Record<string, readonly Suggestion[]>>, every = 1): Predictor {
  return {
    name: 'by heart',
    characters: 0,
    every,
    predict: before => answers[before.slice(before.lastIndexOf('\n') + 1)] ?? [],
  };
}

describe('typing', () => {
  it('takes the longest right item for one keystroke', () => {
    const known = {
      推: [
        { text: '动', replace: 0 },
        { text: '动高质量', replace: 0 },
        { text: '动高', replace: 0 },
      ],
    };
    const typing = typeThrough(askEverywhere(predictor(known), [passage], 5));
    assert.equal(typing.characters, 13);
    assert.equal(typing.keystrokes, 13 - 3);
  });

  it('takes an item that replaces what is typed of it, and none that would change it', () => {
    const known = {
      推动: [{ text: '推动高质', replace: 2 }],
      推动高质量: [{ text: '变量发展', replace: 1 }],
    };
    const typing = typeThrough(askEverywhere(predictor(known), [passage], 5));
    assert.equal(typing.keystrokes, 13 - 1);
  });

  it('counts no item that adds a single character, runs over the line, or stands below the first ones', () => {
    const known = {
      推: [{ text: '动', replace: 0 }],
      推动: [{ text: '高质量发展。\n再接', replace: 0 }],
      推动高: [
        { text: '速', replace: 0 },
        { text: '质量', replace: 0 },
      ],
    };
    const typing = typeThrough(askEverywhere(predictor(known), [passage], 1));
    assert.equal(typing.keystrokes, 13);
  });

  it('asks where a list could open: not at the start, not where less than two characters of the line are left', () => {
    const [places = []] = askEverywhere(predictor({}), [passage], 5);
    const asked = places.map(answer => answer !== null);
    assert.deepEqual(asked.slice(0, 2), [false, true]);
    assert.deepEqual(asked.slice(7, 10), [false, false, true]);
    assert.equal(asked.at(-1), false);
  });

  it('asks a slow predictor at some places only', () => {
    const all = askEverywhere(predictor({}), [passage], 5).flat().filter(Boolean).length;
    const some = askEverywhere(predictor({}, 3), [passage], 5).flat().filter(Boolean).length;
    assert.equal(some, Math.ceil(all / 3));
  });
});

describe('worthOf', () => {
  it('tells useless lists from silence', () => {
    const right = { added: '发展' };
    const worth = worthOf([
      { items: 5, right, elapsedMs: 1 },
      { items: 2, right: null, elapsedMs: 1 },
      { items: 0, right: null, elapsedMs: 1 },
      { items: 1, right: null, elapsedMs: 1 },
    ]);
    assert.deepEqual(worth, { asked: 4, shown: 0.75, hit: 0.25, useless: 2 / 3 });
    assert.deepEqual(worthOf([]), { asked: 0, shown: 0, hit: 0, useless: 0 });
  });
});
