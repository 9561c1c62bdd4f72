import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemasOf } from '../../src/client/fitting';
import { tools } from '../../src/engine/tools/tools';

const read = (path: string) => readFileSync(path, 'utf8');
const json = (path: string) => JSON.parse(read(path));

const manifestText = read('package.json');
const manifest = JSON.parse(manifestText);
const contributes = manifest.contributes;
const settings = schemasOf(manifest);
const client = readdirSync('src/client', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => read(join('src/client', name)))
  .join('\n');

/** What a pattern's group finds, each once, sorted. */
const all = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(match => match[1] ?? ''))].sort();
/** As the compiler reads a string literal in single quotes. */
const unquote = (literal: string) => literal.replace(/\\(.)/g, '$1');

describe('package.json', () => {
  const declared = contributes.commands.map(({ command }: { command: string }) => command).sort();

  const colors = contributes.colors.map(({ id }: { id: string }) => id);
  const views = Object.values<{ id: string }[]>(contributes.views)
    .flat()
    .map(({ id }) => id);

  it('contributes the commands that the client registers, and no others', () => {
    assert.deepEqual(declared, all(client, /register(?:TextEditor)?Command\(\s*'([^']+)'/g));
  });

  it('tells the assistants of the editor of the tools that there are, as any other assistant is told', () => {
    assert.deepEqual(
      contributes.languageModelTools.map(({ name, modelDescription, inputSchema }: Record<string, unknown>) => ({
        name,
        description: modelDescription,
        inputSchema,
      })),
      tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
    );
    assert.equal(settings['fanben.assistant.enabled']?.default, false);
  });

  it('names no command of ours that is not there', () => {
    const named = all(
      `${manifestText}${client}${JSON.stringify(json('package.nls.json'))}`,
      /(?<=["':])(fanben\.[a-z]\w+)(?=["')])/g,
    );
    const contextKeys = all(client, /setContext', '([^']+)'/g);
    const others = [
      'fanben.corpus',
      // The extension itself.
      'fanben.fanben',
      'fanben.filter',
      'fanben.length',
      'fanben.overlap',
      'fanben.precedents',
      'fanben.slots',
      ...colors,
      ...views,
    ];
    const known = [...declared, ...Object.keys(settings), ...contextKeys, ...others];
    assert.deepEqual(
      named.filter(name => !known.includes(name)),
      [],
    );
  });

  it('hides from the palette exactly the commands that are of no use there', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }: { when: string }) => when === 'false');
    assert.deepEqual(
      hidden.map(({ command }: { command: string }) => command),
      [
        'fanben.insertSaying',
        'fanben.removeSaying',
        'fanben.insertExemplarPart',
        'fanben.removeExemplar',
        'fanben.openPassage',
        'fanben.deleteNumber',
        'fanben.showExemplarPart',
        'fanben.listDismissed',
        'fanben.slotReached',
        'fanben.takeGhostWord',
        'fanben.takeGhostClause',
        'fanben.dismissGhost',
        'fanben.wordLeft',
        'fanben.wordRight',
        'fanben.selectWordLeft',
        'fanben.selectWordRight',
        'fanben.deleteWordLeft',
        'fanben.deleteWordRight',
        'fanben.deleteSlotLeft',
        'fanben.deleteSlotRight',
        'fanben.corpus.reveal',
        'fanben.corpus.exclude',
        'fanben.corpus.include',
        'fanben.corpus.readAgain',
        'fanben.corpus.edit',
        'fanben.corpus.showRemoved',
        'fanben.corpus.compare',
        'fanben.corpus.switchFolderOff',
        'fanben.corpus.switchFolderOn',
        'fanben.corpus.weighFolder',
        'fanben.corpus.limitYears',
        'fanben.corpus.removeFolder',
        'fanben.corpus.showMore',
        'fanben.search.insert',
        'fanben.search.quote',
        'fanben.search.copy',
        'fanben.search.keep',
      ],
    );
  });

  it('asks only for context keys that the client sets', () => {
    const asked = all(
      JSON.stringify([contributes.keybindings, contributes.menus, contributes.views]),
      /(fanben\.\w+)(?=[ "]*(?:&&|\|\||"))/g,
    );
    const set = all(client, /setContext', '([^']+)'/g);
    const others = [...declared, ...views];
    assert.deepEqual(asked.filter(key => !others.includes(key)).sort(), set);
  });

  it('declares the settings that the client reads, and no others', () => {
    const readByClient = all(client, /\bsetting<[^>]+>\('([^']+)'/g).map(name => `fanben.${name}`);
    assert.deepEqual(Object.keys(settings).sort(), readByClient.sort());
  });

  it('gives every setting a default of its type', () => {
    for (const [name, { type, default: value }] of Object.entries(settings)) {
      assert.equal(Array.isArray(value) ? 'array' : typeof value, type, name);
    }
  });

  it('names files that exist', () => {
    const paths = all(manifestText, /"((?:\.\/)?(?:media|snippets|syntaxes|l10n|language-configuration)[^"%]*)"/g);
    assert.ok(paths.length > 8);
    for (const path of paths) assert.ok(existsSync(path), `${path} does not exist`);
  });

  it('has the same language everywhere', () => {
    const [{ id }] = contributes.languages;
    assert.deepEqual(
      [...contributes.grammars, ...contributes.snippets].map(({ language }) => language),
      [id, id],
    );
    assert.deepEqual(Object.keys(contributes.configurationDefaults).sort(), ['[markdown]', '[plaintext]', `[${id}]`]);
    assert.equal(all(client, /SPEECH_DRAFT = '([^']+)'/g)[0], id);
    assert.equal(json(contributes.grammars[0].path).scopeName, contributes.grammars[0].scopeName);
  });
});

describe('texts in two languages', () => {
  const used = all(manifestText, /%([\w.]+)%/g);

  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    it(`${file} has the texts that package.json uses, and no others`, () => {
      const texts = json(file);
      assert.deepEqual(Object.keys(texts).sort(), used);
      assert.deepEqual(
        Object.values<string>(texts).filter(text => text.trim() === ''),
        [],
      );
    });
  }

  it('offers the same commands in the links of both', () => {
    const links = (file: string) => all(read(file), /\(command:([\w.]+)\)/g);
    assert.deepEqual(links('package.nls.zh-cn.json'), links('package.nls.json'));
  });

  const strings = all(client, /l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)
    .map(unquote)
    .sort();

  it('translates every string of the client, and no others', () => {
    assert.equal(
      (client.match(/l10n\.t\(/g) ?? []).length,
      (client.match(/l10n\.t\(\s*'/g) ?? []).length,
      'plain literals only',
    );
    assert.deepEqual(Object.keys(json('l10n/bundle.l10n.zh-cn.json')).sort(), strings);
  });

  it('keeps the places of the arguments', () => {
    for (const [text, translation] of Object.entries<string>(json('l10n/bundle.l10n.zh-cn.json'))) {
      assert.deepEqual(all(translation, /(\{\d\})/g), all(text, /(\{\d\})/g), text);
    }
  });
});
