import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gazetteer } from '../../../src/corpus/check/gazetteer';
import { idioms } from '../../../src/corpus/check/idioms';
import { readTermList } from '../../../src/corpus/check/readTermList';
import { parseDraft, readCorpus, readDrafts } from '../../eval/checks/labelledDraft';
import { scoreChecks } from '../../eval/checks/score';
import { speech } from '../../fixtures/sampleText';
import { segmentOf } from '../engine/segmentOf';

const ROOT = process.env.FANBEN_ROOT ?? '.';

describe('the checks, against drafts with marked faults', () => {
  it('reads marks', () => {
    const { lines, faults } = parseDraft('修路⟦width|,⟧引水⟦width|;⟧\n⟦pairs|“⟧好');
    assert.deepEqual(lines, ['修路,引水;', '“好']);
    assert.deepEqual(
      faults.map(({ code, line, start, end }) => [code, line, start, end]),
      [
        ['width', 0, 2, 3],
        ['width', 0, 5, 6],
        ['pairs', 1, 0, 1],
      ],
    );
  });

  it('finds nearly all faults, and hardly anything else', async () => {
    const filler = { title: '会议记录', paragraphs: speech(1, 320_000).split('。') };
    const view = [segmentOf([...readCorpus(ROOT), filler])];
    const terms = [await readTermList(join(ROOT, 'checks', 'terms.csv'))];
    const { codes, mistakes } = scoreChecks(view, readDrafts(ROOT), { terms, gazetteer, idioms });
    const sum = (of: 'faults' | 'found' | 'told' | 'wrong') => codes.reduce((all, code) => all + code[of], 0);
    assert.ok(sum('faults') >= 50);
    assert.ok(sum('found') / sum('faults') >= 0.95, mistakes.join('\n'));
    assert.ok(sum('wrong') / sum('told') <= 0.05, mistakes.join('\n'));
    for (const { code, faults, found } of codes)
      assert.ok(found * 2 >= faults && faults > 0, `${code}\n${mistakes.join('\n')}`);
  });
});
