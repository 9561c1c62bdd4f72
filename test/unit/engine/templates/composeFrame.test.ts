// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeFrame } from '../../../../src/engine/templates/composeFrame';
import { parseSnippet } from '../../../../src/engine/templates/snippetText';

describe('composeFrame', () => {
  it('puts slots where they were chosen, the same text one slot', () => {
    const text = '要大兴调研之风，以调研促落实';
    const slots = [
      { start: 9, end: 11, name: '做法' },
      { start: 3, end: 5, name: '做法' },
      { start: 12, end: 14, name: '' },
    ];
    assert.equal(composeFrame(text, slots), '要大兴${1:做法}之风，以${1}促${2:落实}');
  });

  it('escapes what a snippet would read as syntax, and leaves out what is no stretch of the text', () => {
    assert.equal(composeFrame('花$5}', [{ start: 9, end: 12, name: '甲' }]), '花\\$5\\}');
  });

  const chosen = fc.record({
    start: fc.nat(20),
    end: fc.nat(20),
    name: fc.string({ unit: fc.constantFrom(...' 甲$}\\|'), maxLength: 4 }),
  });
  it('parses back to the text, with a name in every slot', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'要抓$}\\，\n'), maxLength: 20 }),
        fc.array(chosen, { maxLength: 6 }),
        (text, slots) => {
          const named = slots.map(slot => ({ ...slot, name: text.slice(slot.start, slot.end) }));
          const parts = parseSnippet(composeFrame(text, named));
          assert.equal(
            parts
              .map(part => (typeof part === 'string' ? part : part.name))
              .join('')
              .replace(/\s/g, ''),
            text.replace(/\s/g, ''),
          );
          for (const part of parseSnippet(composeFrame(text, slots)))
            if (typeof part !== 'string') assert.notEqual(part.name, '');
        },
      ),
    );
  });
});
