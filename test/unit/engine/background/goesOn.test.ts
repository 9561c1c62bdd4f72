import assert from 'node:assert/strict';
import { goesOnInBackground } from '../../../../src/engine/background/goesOn';
import { packTree } from '../../../../src/engine/background/packTree';
import { PhraseTree } from '../../../../src/engine/background/phraseTree';
import { createSuggestions } from '../../../../src/engine/complete/suggestions';
import { segmentOf } from '../segmentOf';
import { treeOfTexts } from './treeOfTexts';

/** A tree of what begins with a word of these texts, each counted so often; a text once more wherever a word of it ends. */
function treeOf(counted: Readonly<Record<string, number>>): PhraseTree {
  const texts = Object.entries(counted).flatMap(([text, times]) => {
    const words = text.split('|');
    const from = words.map((_, first) => words.slice(first));
    const ends = from.flatMap(rest => rest.map((_, last) => rest.slice(0, last).join('')));
    return [...from.flatMap(rest => Array<string>(times).fill(rest.join(''))), ...ends];
  });
  return new PhraseTree(packTree(treeOfTexts(texts.filter(text => text !== ''))));
}

describe('how the background goes on', () => {
  it('is what nearly always follows, to the end of a word', () => {
    const tree = treeOf({ '守住|安全|生产|红线|意识': 40 });
    assert.equal(goesOnInBackground(tree, '要守住安全'), '生产红线意识');
    assert.equal(goesOnInBackground(tree, '要守住安全生产红线'), '意识');
    assert.equal(goesOnInBackground(tree, '要守住安全生产红线意识'), '');
  });

  it('is nothing where it goes on in several ways, over a mark, or is not known', () => {
    const tree = treeOf({ '守住|安全|生产|红线': 40, '守住|安全|生产|底线': 30, '守住|耕地|红线|，|不|放松': 40 });
    assert.equal(goesOnInBackground(tree, '守住安全生产'), '');
    assert.equal(goesOnInBackground(tree, '守住耕地'), '红线');
    assert.equal(goesOnInBackground(tree, '守住耕地红线'), '');
    assert.equal(goesOnInBackground(tree, '守住生态'), '');
  });

  it('ends no row of a list half-way that the corpus has not', () => {
    const view = [segmentOf([{ paragraphs: ['村里|的|事|大家|办|。'] }])];
    const tree = treeOf({ '守住|安全|生产|红线|意识': 60, '守住|底线': 40 });
    const rows = createSuggestions(view, { background: () => tree })
      .complete({ before: '各级干部要守住' }, { limit: 8 })
      .phrases.map(({ text }) => text);
    assert.ok(
      rows.some(text => text.endsWith('安全生产红线意识')),
      rows.join(),
    );
    assert.ok(
      rows.every(text => !/安全(?:生产)?(?:红线)?$/.test(text)),
      rows.join(),
    );
  });
});
