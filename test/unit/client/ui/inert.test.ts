import assert from 'node:assert/strict';
import { sourceLine } from '../../../../src/client/lookup/sourceLine';
import { inert } from '../../../../src/client/ui/inert';
import { onOneLine } from '../../../../src/client/ui/onOneLine';

/** How VS Code finds icons in a label. */
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

describe('text of files in labels', () => {
  const text = '关于 $(flame) 与 $$(sync~spin) 的讲话';

  it('has no icons, and reads as before', () => {
    assert.match(text, ICON);
    for (const shown of [inert(text), onOneLine(text), sourceLine({ title: text, date: null, speaker: text })]) {
      assert.doesNotMatch(shown, ICON);
    }
    assert.equal(inert(text).replaceAll('\u200b', ''), text);
    assert.equal(inert('12 $ (每人)'), '12 $ (每人)');
  });
});
