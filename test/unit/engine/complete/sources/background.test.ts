import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packTree } from '../../../../../src/engine/background/packTree';
import { PhraseTree } from '../../../../../src/engine/background/phraseTree';
import { createScratch } from '../../../../../src/engine/complete/scratch';
import { addBackground, fillBackground } from '../../../../../src/engine/complete/sources/backgroundSource';
import { blendContexts } from '../../../../../src/engine/complete/sources/blend';
import { contextsBefore } from '../../../../../src/engine/complete/sources/contexts';
import { addCorpus } from '../../../../../src/engine/complete/sources/corpusSource';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { runs } from '../../../../fixtures/runs';
import { treeOfTexts } from '../../background/treeOfTexts';
import { segmentOf } from '../../segmentOf';

const scratch = createScratch();

/** What the sources say of every continuation: its probability given what comes before it. */
function blended(paragraphs: readonly string[], common: readonly string[], before: string): Map<string, number> {
  const view = [segmentOf([{ paragraphs }])];
  const suffixes = common.flatMap(text => [...text].map((_, at) => text.slice(at)));
  const tree = new PhraseTree(packTree(treeOfTexts(suffixes)));
  const { trie, evidence, background, blend } = scratch;
  trie.reset();
  const contexts = contextsBefore(view, before);
  addCorpus(trie, evidence, view, contexts, () => 0);
  addBackground(trie, evidence, background, tree, before);
  fillBackground(trie, background, tree);
  blendContexts(trie, evidence, contexts, background, { draft: 0, focus: 0 }, blend);
  return new Map(
    Array.from({ length: trie.size - 1 }, (_, i) => [
      trie.text(i + 1),
      blend.corpus[i + 1]! / blend.corpus[trie.parent[i + 1]!]!,
    ]),
  );
}

const text = fc
  .array(fc.constantFrom('全', '面', '推', '进', '，', '。'), { minLength: 1, maxLength: 12 })
  .map(units => units.join(''));

describe('the background below the corpus', () => {
  it('gives every continuation a probability above 0, and all after the same text 1 at most', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.array(text, { minLength: 1, maxLength: 30 }),
        text,
        (paragraphs, common, before) => {
          const sums = new Map<string, number>();
          for (const [continuation, probability] of blended(paragraphs, common, before)) {
            assert.ok(probability > 0 && probability <= 1 + 1e-6, `${continuation}: ${probability}`);
            const above = continuation.slice(0, -1);
            sums.set(above, (sums.get(above) ?? 0) + probability);
          }
          for (const [above, sum] of sums) assert.ok(sum < 1.01, `after ${above}: ${sum}`);
        },
      ),
      runs(40),
    );
  });

  it('does not rule out what follows a context that only ever ended a paragraph', () => {
    const found = blended(['全面推进', '全面推进', '推进面'], [], '全面推进');
    assert.ok(found.get('面')! > 1e-3);
  });

  it('lets the corpus overrule it', () => {
    const common = [...Array<string>(100).fill('全面推进')];
    const alone = blended(['进'], common, '全面');
    const overruled = blended(['全面进面', '全面进全', '全面进进', '全面进推'], common, '全面');
    assert.ok(alone.get('推')! > 0.9);
    assert.ok(overruled.get('进')! > overruled.get('推')!);
  });

  it('is silent where there is no corpus at all', () => {
    const tree = new PhraseTree(packTree(treeOfTexts(Array<string>(50).fill('全面推进'))));
    const suggestions = createSuggestions([], { background: () => tree });
    assert.deepEqual(suggestions.complete({ before: '要全面' }, { limit: 5 }).phrases, []);
  });
});
