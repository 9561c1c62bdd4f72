import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeSpeakers, encodeSpeakers, mostSpeakerBytes } from '../../../../src/library/blocks/speakerColumn';

const speakers = fc.array(fc.option(fc.constantFrom('程向南', '周明远', '林致和'), { nil: null }), { maxLength: 20 });

describe('the column of speakers', () => {
  it('gives back who spoke in each article', () => {
    fc.assert(
      fc.property(speakers, said => {
        const bytes = encodeSpeakers(said);
        const read = decodeSpeakers(bytes, said.length);
        assert.deepEqual(
          said.map((_, article) => read?.(article)),
          said,
        );
        assert.ok(bytes.length <= mostSpeakerBytes(said.length));
      }),
    );
  });

  it('is refused where it is of other articles, cut, or names whom it has not', () => {
    const bytes = encodeSpeakers(['程向南', null, '周明远']);
    assert.equal(decodeSpeakers(bytes, 2), null);
    for (let end = 0; end < bytes.length; end++) assert.equal(decodeSpeakers(bytes.subarray(0, end), 3), null);
    const other = bytes.slice();
    other[other.length - 2] = 3;
    assert.equal(decodeSpeakers(other, 3), null);
    const names = bytes.slice();
    names[4] = 0x7b; // no list
    assert.equal(decodeSpeakers(names, 3), null);
  });
});
