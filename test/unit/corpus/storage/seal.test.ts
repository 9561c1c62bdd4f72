import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createSeal, NO_SEAL } from '../../../../src/corpus/storage/seal';
import { anyText } from '../../../fixtures/anyText';

const newKey = () => randomBytes(32).toString('base64');

describe('seal', () => {
  it('gives back what was sealed, on one line, and shows nothing of it', () => {
    const seal = createSeal({ keys: [newKey()], isOn: true });
    fc.assert(
      fc.property(anyText({ maxLength: 200 }), text => {
        const line = seal.seal(text);
        assert.ok(!line.includes('\n'));
        // Half a character is none in UTF-8.
        assert.deepEqual(seal.open(line), { kind: 'text', text: Buffer.from(text).toString() });
        assert.equal(seal.isOutdated(line), false);
      }),
    );
    assert.ok(!seal.seal('高质量发展'.repeat(20)).includes('高质量'));
    assert.notEqual(seal.seal('同'), seal.seal('同'));
  });

  it('says which key a line needs that it has not', () => {
    const [mine, other] = [createSeal({ keys: [newKey()], isOn: true }), createSeal({ keys: [newKey()], isOn: true })];
    assert.deepEqual(mine.open(other.seal('甲')), { kind: 'locked', key: other.keys[0] });
    assert.equal(mine.isOutdated(other.seal('甲')), true);
  });

  it('reads with the keys before, and writes with the newest', () => {
    const [older, newer] = [newKey(), newKey()];
    const [before, after] = [
      createSeal({ keys: [older], isOn: true }),
      createSeal({ keys: [newer, older], isOn: true }),
    ];
    const line = before.seal('甲');
    assert.deepEqual(after.open(line), { kind: 'text', text: '甲' });
    assert.equal(after.isOutdated(line), true);
    assert.deepEqual(before.open(after.seal('甲')), { kind: 'locked', key: after.keys[0] });
  });

  it('switched off writes plainly, and still reads', () => {
    const key = newKey();
    const line = createSeal({ keys: [key], isOn: true }).seal('甲');
    const off = createSeal({ keys: [key], isOn: false });
    assert.equal(off.seal('甲'), '甲');
    assert.deepEqual(off.open(line), { kind: 'text', text: '甲' });
    assert.equal(off.isOutdated(line), true);
    assert.equal(off.isOutdated('甲'), false);
  });

  it('changed anywhere never says anything else', () => {
    const seal = createSeal({ keys: [newKey()], isOn: true });
    const text = '要坚定不移推动高质量发展';
    const line = seal.seal(text);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom(...'Aa0+/'), (at, character) => {
        const harmed = line.slice(0, at) + character + line.slice(at + 1);
        const found = seal.open(harmed);
        // Spare bits of base64 mean nothing; what is no seal any more is as it stands.
        assert.ok(found.kind !== 'text' || found.text === text || found.text === harmed, JSON.stringify(found));
      }),
    );
    assert.deepEqual(seal.open(`{"key":"${seal.keys[0]}","sealed":"AAAA"}`), { kind: 'damaged' });
  });

  it('takes what is no key for none', () => {
    assert.deepEqual(
      createSeal({ keys: ['', 'abc', '机密', randomBytes(16).toString('base64')], isOn: true }).keys,
      [],
    );
    assert.equal(createSeal({ keys: ['abc'], isOn: true }).seal('甲'), '甲');
    assert.equal(NO_SEAL.seal('甲'), '甲');
  });
});
