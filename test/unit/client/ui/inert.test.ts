import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourceLine } from '../../../../src/client/sources/sourceLine';
import { inert } from '../../../../src/client/ui/inert';
import { onOneLine } from '../../../../src/client/ui/onOneLine';

/** How VS Code finds icons in a label. */
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

/** How VS Code finds links in a notification. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/i;

describe('text of files in labels and notifications', () => {
  const text = '关于 $(flame) 与 $$(sync~spin) 的讲话';

  it('has no icons, and reads as before', () => {
    assert.match(text, ICON);
    for (const shown of [inert(text), onOneLine(text), sourceLine({ title: text, date: null, speaker: text })]) {
      assert.doesNotMatch(shown, ICON);
    }
    assert.equal(inert(text).replaceAll('\u200b', ''), text);
    assert.equal(inert('12 $ (每人)'), '12 $ (每人)');
  });

  it('has no links, and turns nothing round that stands behind it', () => {
    const names = ['[打开](command:workbench.action.quit).txt', '[a](https://b.c)', '[a](file:///d "e")'];
    for (const name of names) {
      assert.match(name, LINK);
      assert.doesNotMatch(inert(`未复制：${name}`), LINK);
      assert.equal(inert(name).replaceAll('\u200b', ''), name);
    }
    assert.equal(inert('\u202egpj.讲话\u2066'), 'gpj.讲话');
  });

  it('reaches notifications through one door', () => {
    const folder = resolve('src/client');
    const direct = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('tell.ts'))
      .filter(name => /\.show(Information|Warning|Error)Message\b/.test(readFileSync(join(folder, name), 'utf8')));
    assert.deepEqual(direct, []);
  });
});
