// Writes language-configuration.json and syntaxes/speech-draft.tmLanguage.json from the table of numbering series
// in src/engine/outline/series.ts. Run it after every change of that table; a unit test compares table and files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { enterRules } from './src/engine/outline/enter/enterRules';
      export { draftGrammar } from './src/engine/outline/grammar';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { enterRules, draftGrammar } = await import(`data:text/javascript;base64,${source}`);

const pairs = ['“”', '‘’', '（）', '《》', '【】'].map(pair => [...pair]);

const configuration = {
  // One Han character is one word: suggestions then open in the middle of a sentence, where no blank separates words.
  wordPattern: { pattern: '[A-Za-z0-9_]+|\\p{Script=Han}', flags: 'u' },
  // Those of slots alone: the editor's own “select to bracket” then goes from slot to slot, within the window.
  brackets: [['〔', '〕']],
  // They must not shine in the colours of nested code.
  colorizedBracketPairs: [],
  autoClosingPairs: pairs.map(([open, close]) => ({ open, close })),
  surroundingPairs: pairs,
  onEnterRules: enterRules(),
};

const files = {
  'language-configuration.json': configuration,
  'syntaxes/speech-draft.tmLanguage.json': draftGrammar(),
};
mkdirSync(join(root, 'syntaxes'), { recursive: true });
for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), `${JSON.stringify(content)}\n`);

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', ...Object.keys(files)], { cwd: root, stdio: 'inherit' });
