import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fastKernel, plainKernel } from '../../../../src/engine/model/kernel';
import { createLanguageModel, type LanguageModel, type TextScore } from '../../../../src/engine/model/languageModel';
import { runs } from '../../../fixtures/runs';
import { ALPHABET, tinyModel } from './tinyModel';

const weights = tinyModel(3);
const fast = () => createLanguageModel(weights, bytes => fastKernel(bytes)!);
/** 龘 is a letter that the model does not know. */
const texts = fc
  .array(fc.constantFrom(...ALPHABET, '\n', '龘', ','), { minLength: 1, maxLength: 12 })
  .map(letters => letters.join(''));

/** What a model says once it has read the draft. */
function advice(model: LanguageModel, before: string, asked: readonly string[]): readonly TextScore[] {
  while (model.prepare({ before }));
  const given = model.advise({ before }, asked);
  assert.ok(given);
  return given;
}

describe('languageModel', () => {
  it('says the same on the fast kernel and on the plain one', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 40 }), (before, asked) => {
        const plain = createLanguageModel(weights, plainKernel);
        assert.deepEqual(advice(fast(), before, asked), advice(plain, before, asked));
      }),
      runs(10),
    );
  });

  it('says the same key by key, back and forth, as of a draft that is opened', () => {
    const edit = fc.record({ cut: fc.nat(9), typed: texts });
    fc.assert(
      fc.property(texts, fc.array(edit, { maxLength: 12 }), texts, (first, edits, asked) => {
        const model = fast();
        let before = first;
        for (const { cut, typed } of edits) {
          before = before.slice(0, before.length - cut) + typed;
          assert.deepEqual(advice(model, before, [asked]), advice(fast(), before, [asked]));
        }
      }),
      runs(10),
    );
  });

  it('says the same of what it has read on to at the last key', () => {
    const given = fc.tuple(texts, fc.array(texts, { minLength: 1, maxLength: 20 }), fc.array(fc.nat(19)), texts);
    fc.assert(
      fc.property(given, ([first, asked, taken, other]) => {
        const model = fast();
        let before = first;
        let rest = asked;
        for (const n of [0, ...taken]) {
          assert.deepEqual(advice(model, before, rest), advice(fast(), before, rest));
          const typed = rest[n % rest.length]![0]!;
          before += typed;
          // What begins with what was typed goes on, as the list does; beside it stands what is new.
          rest = [...rest.filter(text => text[0] === typed && text.length > 1).map(text => text.slice(1)), other];
        }
      }),
      runs(15),
    );
  });

  it('scores each text as if it were asked alone, prefix by prefix', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 40 }), (before, asked) => {
        const together = advice(fast(), before, asked);
        asked.forEach((text, i) => {
          const alone = advice(fast(), before, [text])[0]!;
          assert.deepEqual(together[i], alone);
          assert.equal(alone.upTo.length, text.length);
          const steps = [...alone.upTo].map((sum, at) => sum - (at > 0 ? alone.upTo[at - 1]! : 0));
          assert.ok(Math.abs(Math.min(...steps) - alone.least) < 1e-9);
          // The first character, asked for in the open: what is said of a draft of which it is typed goes on from it.
          const rest = text.slice(1);
          if (rest === '' || before.length > 300) return;
          const later = advice(fast(), before + text[0]!, [rest])[0]!;
          later.upTo.forEach((sum, at) => {
            assert.ok(Math.abs(alone.upTo[at + 1]! - alone.upTo[0]! - sum) < 1e-6);
          });
        });
      }),
      runs(8),
    );
  });

  it('reads a mark of half width behind a Chinese character as one of full width', () => {
    const [half, full] = [',', '，'].map(mark => advice(fast(), `稳中求进${mark}`, ['推动']));
    assert.deepEqual(half, full);
  });

  it('reads a long draft piece by piece, and keeps apart what it reads of several', () => {
    const model = fast();
    const long = '稳中求进，'.repeat(200);
    assert.equal(model.advise({ id: 'a', before: long }, ['推']), undefined);
    let pieces = 0;
    while (model.prepare({ id: 'a', before: long })) pieces++;
    assert.ok(pieces > 5 && pieces < 50, String(pieces));
    assert.ok(advice(model, '推动', ['高']));
    assert.ok(model.advise({ id: 'a', before: `${long}推` }, ['动']), 'a key costs one step');
  });
});
