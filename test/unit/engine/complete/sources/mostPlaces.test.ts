import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextsBefore } from '../../../../../src/engine/complete/sources/contexts';
import { ContinuationTrie } from '../../../../../src/engine/complete/sources/continuationTrie';
import { addCorpus } from '../../../../../src/engine/complete/sources/corpusSource';
import { CORPUS_COUNTERS, COUNTERS } from '../../../../../src/engine/complete/sources/counters';
import { mostPlaces } from '../../../../../src/engine/complete/sources/mostPlaces';
import { newEvidence } from '../../../../../src/engine/complete/sources/nodeEvidence';
import { segmentOf } from '../../segmentOf';

const unit = fc.constantFrom('推', '动', '高', '，');
const texts = fc.array(fc.string({ unit, minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 });

function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

describe('mostPlaces', () => {
  const trie = new ContinuationTrie(COUNTERS, CORPUS_COUNTERS);
  const evidence = newEvidence(1 << 15);

  it('is never less than there are, and as many as there are behind the longest context that goes on so', () => {
    fc.assert(
      fc.property(texts, fc.string({ unit, minLength: 1, maxLength: 8 }), (paragraphs, before) => {
        const view = [segmentOf(paragraphs.map(text => ({ paragraphs: [text] })))];
        const contexts = contextsBefore(view, before);
        trie.reset();
        addCorpus(trie, evidence, view, contexts, () => 0);
        for (let node = 1; node < trie.size; node++) {
          const text = trie.text(node);
          for (let length = 1; length <= before.length; length++) {
            const wanted = before.slice(-length) + text;
            const expected = paragraphs.reduce((sum, paragraph) => sum + occurrences(paragraph, wanted), 0);
            const most = mostPlaces(contexts, evidence, node, text.length, length);
            assert.ok(most >= expected, `${wanted}: ${most}, and there are ${expected}`);
            const longest = contexts[evidence.context[node]!]!.length;
            if (length >= longest) assert.equal(most, length === longest ? expected : 0);
          }
        }
      }),
    );
  });
});
