import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmEditor } from './npmEditor.mjs';

const read = file => JSON.parse(readFileSync(file, 'utf8'));

/** The messages of VS Code that chineseUi.json translates, as `{ module: { key: translation } }`. */
function translations() {
  const chinese = read(join(dirname(fileURLToPath(import.meta.url)), 'chineseUi.json'));
  const messages = read(join(dirname(npmEditor.server), 'nls.messages.json'));
  let index = 0;
  const contents = {};
  for (const [module, keys] of read(join(dirname(npmEditor.server), 'nls.keys.json'))) {
    const pairs = keys.map(key => [key, chinese[String(messages[index++]).replace('&&', '')]]);
    const translated = pairs.filter(([, text]) => text);
    if (translated.length > 0) contents[module] = Object.fromEntries(translated);
  }
  return contents;
}

/**
 * Gives the npm-based VS Code a small Chinese language pack, as it cannot fetch the real one. It translates what a writer
 * sees all the time, by the English text, and above all makes `zh-cn` a language that a window can have, so that Fanben
 * speaks Chinese in it.
 *
 * @param {string} userDataDir of a server that does not run yet
 */
export function writeLanguagePack(userDataDir) {
  mkdirSync(userDataDir, { recursive: true });
  const file = join(userDataDir, 'zh-cn.i18n.json');
  const text = JSON.stringify({ version: '1.0.0', contents: translations() });
  writeFileSync(file, text);
  // What VS Code itself writes when a language pack is installed. It keeps its own copy by the hash.
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const extensions = [{ extensionIdentifier: { id: 'fanben.zh-cn' }, version: '1.0.0' }];
  const pack = { hash, extensions, translations: { vscode: file }, label: '中文(简体)' };
  writeFileSync(join(userDataDir, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}
