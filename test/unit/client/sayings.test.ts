import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeSayings, parseSayings, withSaying } from '../../../src/client/sayings/saying';

describe('the file of sayings', () => {
  it('may be a list of texts, as somebody writes it by hand', () => {
    assert.deepEqual(parseSayings('["干字当头", {"text": "实字托底", "tags": ["作风"]}, 7, null, {"text": " "}]'), [
      { text: '干字当头', tags: [], source: '' },
      { text: '实字托底', tags: ['作风'], source: '' },
    ]);
    assert.deepEqual(parseSayings(''), []);
  });

  it('is refused where it is no list', () => {
    assert.throws(() => parseSayings('{"text": "干字当头"}'), TypeError);
    assert.throws(() => parseSayings('干字当头'), SyntaxError);
  });

  it('has a saying once, with the tags of both', () => {
    const once = withSaying([], { text: '干字\n当头', tags: ['作风'], source: '在大会上的讲话' });
    assert.deepEqual(withSaying(once, { text: '干字当头', tags: ['落实'], source: '' }), [
      { text: '干字当头', tags: ['作风', '落实'], source: '在大会上的讲话' },
    ]);
  });

  it('is read as it was written', () => {
    const text = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('干', '"', '\\', '“') });
    const saying = fc.record(
      {
        text,
        tags: fc.uniqueArray(text, { maxLength: 3 }),
        source: fc.constantFrom('', '讲话'),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.uniqueArray(saying, { selector: one => one.text }), sayings => {
        assert.deepEqual(parseSayings(changeSayings('', () => sayings)), sayings);
      }),
    );
  });

  it('keeps what is none of ours, what is beyond the most, and fields that others have added', () => {
    const written = ['干字当头', 7, null, { text: '实字托底', note: '引自旧稿' }, ['甲'], { 句: '乙' }];
    const file = JSON.stringify(written);
    assert.deepEqual(JSON.parse(changeSayings(file, all => [...all])), written);
    const [first, ...others] = written;
    assert.deepEqual(JSON.parse(changeSayings(file, all => all.slice(1))), others);
    const retagged = changeSayings(file, all => withSaying(all, { text: '实字托底', tags: ['作风'], source: '' }));
    assert.deepEqual(JSON.parse(retagged), [
      first,
      ...others.filter((_, at) => at !== 2),
      { text: '实字托底', note: '引自旧稿', tags: ['作风'] },
    ]);
    const many = Array.from({ length: 6_000 }, (_, at) => `第${at}句`);
    const more = changeSayings(JSON.stringify(many), all => withSaying(all, { text: '新句', tags: [], source: '' }));
    assert.deepEqual(JSON.parse(more), [...many, { text: '新句' }]);
  });
});
