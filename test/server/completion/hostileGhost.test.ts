import assert from 'node:assert/strict';
import { serveCorpus } from '../serveCorpus';

const INVOKED = 0;
const CLAUSES = ['大力弘扬“钉钉子”精神', '一件接着一件办', '一年接着一年干'];
const SENTENCE = `${CLAUSES.join('，')}。`;
/** What a file may have between any two characters, and an editor might obey. */
const HARMS = {
  controls: '\u0007\u0000\u001b[31m',
  'orders of writing': '\u202e\u2066',
  blanks: '\u200b\ufeff\u2060',
  'ends of lines': '\u2028\u0085\u000b\r',
  markup: '$1$(bell)<img src=x>[x](command:y)',
};
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const PLACES = ['开工仪式上', '年中总结会上', '表彰会上'];

describe('ghost text of a hostile corpus in a hostile draft', () => {
  for (const [harm, text] of Object.entries(HARMS))
    describe(harm, () => {
      const spoilt = CLAUSES.map(clause => clause.slice(0, 3) + text + clause.slice(3)).join('，');
      const files = PLACES.map((place, i) => {
        const lines = [`在${place}的讲话`, '（2021年3月1日）', `我们要${spoilt}。`, `各级干部都要${SENTENCE}`];
        return [`${i}.jsonl`, `${JSON.stringify({ text: lines.join('\n') })}\n`];
      });
      const served = serveCorpus(Object.fromEntries(files));

      it('is one line of plain text, and there where nothing of the kind is', async () => {
        const shown: string[] = [];
        const drafts = [SENTENCE, spoilt, `${spoilt}。\n各级干部要${spoilt}`];
        for (const draft of drafts)
          for (let at = 2; at < draft.length; at++) {
            const context = { triggerKind: INVOKED };
            const items = await served.client.ask('textDocument/inlineCompletion', `我们要${draft.slice(0, at)}|`, {
              context,
            });
            for (const { insertText, wordEnds } of items) {
              shown.push(insertText);
              assert.doesNotMatch(insertText, OBEYED, JSON.stringify(insertText));
              assert.equal(wordEnds.at(-1), insertText.length);
            }
          }
        assert.ok(
          shown.some(one => SENTENCE.includes(one)),
          `${shown.length} ghosts`,
        );
      });
    });
});
