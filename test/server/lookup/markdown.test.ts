import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Passage } from '../../../src/engine/passages/passage';
import { bold, escapeMarkdown, passageCommand, sentenceMarkdown } from '../../../src/server/passages/markdown';

/** What a Markdown reader shows of escaped text. */
function read(markdown: string): string {
  return markdown.replaceAll('&#36;', '$').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The text as it can stand on one line. */
function oneLine(original: string): string {
  return original.replace(/[\s\p{Cc}]+/gu, ' ');
}

const text = fc.string({ unit: fc.constantFrom(...'抓落实，“”。*_`[]()<>#!$&|\\~:/.@-+=1a \n\u0000') });

describe('escapeMarkdown', () => {
  it('leaves no mark unescaped, and shows what was there', () => {
    fc.assert(
      fc.property(text, original => {
        const escaped = escapeMarkdown(original);
        assert.equal(read(escaped), oneLine(original));
        assert.ok(!/[!-/:-@[-`{-~]/.test(escaped.replaceAll('&#36;', '').replace(/\\[!-/:-@[-`{-~]/g, '')), escaped);
      }),
    );
  });
});

describe('bold', () => {
  it('keeps the marks at both edges outside', () => {
    assert.equal(bold('“两手抓”'), '“**两手抓**”');
    assert.equal(bold('抓“两手”，'), '**抓“两手**”，');
    assert.equal(bold('……'), '……');
    assert.equal(bold(''), '');
  });

  it('neither begins nor ends a bold run at a mark or a blank, and loses nothing', () => {
    fc.assert(
      fc.property(text, original => {
        const markdown = bold(original);
        // An escaped star beside the bold run is none of its own.
        const [before, core, after] = markdown.replace(/\\./gsu, pair => (pair === '\\*' ? '&ast;' : pair)).split('**');
        if (core !== undefined)
          assert.ok(/^[^\p{P}\p{S}\p{Cc}\s]/u.test(core) && /[^\p{P}\p{S}\p{Cc}\s]$/u.test(core), markdown);
        assert.equal(read(`${before}${core ?? ''}${after ?? ''}`).replaceAll('&ast;', '*'), oneLine(original));
      }),
    );
  });
});

describe('sentenceMarkdown', () => {
  it('cuts long sentences on both sides of the match', () => {
    const passage = { before: '长'.repeat(200), match: '抓落实', after: '尾'.repeat(200) } satisfies Partial<Passage>;
    const markdown = sentenceMarkdown(passage);
    assert.match(markdown, /^…长{60}\*\*抓落实\*\*尾{60}…$/);
  });
});

describe('passageCommand', () => {
  it('can stand in a Markdown link, and gives the reference back', () => {
    fc.assert(
      fc.property(text, fc.nat(), (name, number) => {
        const ref = { path: `/语料/${name} (1)'.txt`, entry: number, paragraph: 1, offset: 2, length: 3 };
        const target = passageCommand(ref);
        assert.match(target, /^command:fanben\.openPassage\?[\w%.~-]+$/);
        assert.deepEqual(JSON.parse(decodeURIComponent(target.slice(target.indexOf('?') + 1))), ref);
      }),
    );
  });
});
