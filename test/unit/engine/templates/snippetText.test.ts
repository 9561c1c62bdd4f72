// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SnippetPart } from '../../../../src/engine/templates/snippetText';
import { escapeSnippet, parseSnippet, toSnippet } from '../../../../src/engine/templates/snippetText';

/** Texts in which what is special in a snippet stands in every position. */
const text = fc.string({ unit: fc.constantFrom(...'$}\\|,{:01a_要，\n'), maxLength: 12 });
const filled = text.filter(value => value !== '');

/** Parts as `parseSnippet` gives them: no empty and no neighbouring texts, one definition for each slot number. */
const parts: fc.Arbitrary<SnippetPart[]> = fc
  .record({
    slots: fc.array(
      fc.oneof(
        fc.record({ name: text }),
        fc.array(filled, { minLength: 1, maxLength: 4 }).map(choices => ({ name: choices[0]!, choices })),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    order: fc.array(fc.oneof(filled, fc.nat(3)), { maxLength: 12 }),
  })
  .map(({ slots, order }) => {
    const result: SnippetPart[] = [];
    for (const item of order) {
      if (typeof item === 'number') result.push({ slot: item % slots.length, ...slots[item % slots.length]! });
      else if (typeof result.at(-1) !== 'string') result.push(item);
    }
    return result;
  });

describe('snippetText', () => {
  it('escapes what the editor would read as syntax', () => {
    assert.equal(escapeSnippet('$1、}、\\'), '\\$1、\\}、\\\\');
  });

  it('gives escaped text back, whatever it holds', () => {
    fc.assert(fc.property(text, value => assert.deepEqual(parseSnippet(escapeSnippet(value)), value ? [value] : [])));
  });

  it('keeps text apart from the slots around it', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parsed = parseSnippet(`${escapeSnippet(before)}\${1}${escapeSnippet(after)}`);
        const expected = [before, { slot: 1, name: '' }, after].filter(part => part !== '');
        assert.deepEqual(parsed, expected);
      }),
    );
  });

  it('parses back what it wrote', () => {
    fc.assert(fc.property(parts, value => assert.deepEqual(parseSnippet(toSnippet(value)), value)));
  });

  it('writes names once and links the rest', () => {
    const linked = { slot: 1, name: '守初心' };
    assert.equal(toSnippet([linked, '，', linked, { slot: 0, name: '' }]), '${1:守初心}，${1}${0}');
  });

  it('writes choices with their own escapes', () => {
    const choice = { slot: 2, name: 'a,b', choices: ['a,b', 'c|d', '$}'] };
    assert.equal(toSnippet([choice]), '${2|a\\,b,c\\|d,$}|}');
  });

  it('links a bare slot to its definition, before and behind it', () => {
    const slot = { slot: 1, name: '推进', choices: ['推进', '深化'] };
    assert.deepEqual(parseSnippet('$1、${1|推进,深化|}、${1}'), [slot, '、', slot, '、', slot]);
  });

  it('lets the first definition stand, as the editor does', () => {
    const slot = { slot: 1, name: '推进' };
    assert.deepEqual(parseSnippet('${1:推进}、${1:深化}'), [slot, '、', slot]);
  });

  it('reads a lone dollar sign and a lone backslash as the editor does', () => {
    assert.deepEqual(parseSnippet('5$、\\n、}'), ['5$、\\n、}']);
  });

  for (const body of ['要$TM_FILENAME', '要${1:做${2:什么}}', '要${1:什么', '要${1|，|', '要${1/a/b/}', '要${1||}']) {
    it(`refuses ${body} and says where`, () => {
      assert.throws(() => parseSnippet(body), { name: 'SyntaxError', message: /^offset 1: / });
    });
  }
});
