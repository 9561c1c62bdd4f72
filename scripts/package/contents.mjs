/**
 * What goes into the packages, and nothing else does. Paths are relative to the project, a folder stands for all in it;
 * `dist/` is not of the project but built for the package.
 */

/** Read by the language server and the command line: in every package. A path with `?` need not be there. */
const engine = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'snippets',
  'checks',
  'media/background.bin?',
  'media/model.bin?',
];

export const extensionFiles = [
  ...engine,
  'package.nls.json',
  'package.nls.zh-cn.json',
  'l10n',
  'language-configuration.json',
  'syntaxes',
  'examples',
  'media/icon.png',
  'media/container.svg',
  'media/draft-dark.svg',
  'media/draft-light.svg',
  'media/walkthrough',
];

export const commandFiles = [...engine, 'README.en.md', 'media/editors'];

/** Bundles that only VS Code loads: not in the package of the command line. */
export const onlyInExtension = ['client.js', 'packages/vscode-languageclient.node.js', 'packages/fuse.js.js'];

/** What must never be in a package, whatever the tables say; a test holds every package against it. */
export const forbidden = [
  { what: 'sources', pattern: /\.(ts|mts|cts|tsx)$/ },
  { what: 'source maps', pattern: /\.map$/ },
  { what: 'tests', pattern: /(^|\/)(tests?|__tests__|fixtures)\// },
  { what: 'files of the build', pattern: /(^|\/)(scripts|src|out|\.github|\.vscode[^/]*)\/|(tsconfig|biome)\.json$/ },
  { what: 'hidden files', pattern: /(^|\/)\.[^/]+$/ },
  { what: 'other packages', pattern: /\.(vsix|tgz)$/ },
];

/** What must be in every package: without one of these nothing works. */
export const required = {
  any: [
    'package.json',
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
    'ThirdPartyNotices.txt',
    'dist/cli.js',
    'dist/mcp.js',
    'dist/server.js',
    'dist/builder.js',
    'dist/sortWorker.js',
    'dist/mineWorker.js',
    'dist/parentWatch.js',
    'dist/node_modules/jieba-wasm/pkg/nodejs/jieba_rs_wasm_bg.wasm',
    'dist/node_modules/pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap',
    'snippets/frames.code-snippets',
    'checks/terms.csv',
  ],
  extension: [
    'dist/client.js',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'l10n/bundle.l10n.zh-cn.json',
    'language-configuration.json',
    'syntaxes/speech-draft.tmLanguage.json',
    'media/icon.png',
    'examples/草稿.gao',
  ],
  native: [
    'dist/node_modules/nodejieba/build/Release/nodejieba.node',
    'dist/node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8',
  ],
};

/** Bytes of the universal package; a platform's may have the binary and its dictionary on top. */
export const limits = { universal: 25_000_000, platform: 30_000_000, command: 25_000_000 };
