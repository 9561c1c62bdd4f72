/**
 * Packages that become a file of their own in dist/packages/, read when something of them is first used, and shared by
 * all bundles. For what is large and what many sessions never need. Sources import them as any other package:
 *
 *     import { pinyin } from 'pinyin-pro';   // nothing is read yet
 *     pinyin('范本');                         // now dist/packages/pinyin-pro.js is
 *
 * So what is imported may not be used while a module is being loaded (`class A extends B`, a constant made with it).
 */
export const lazyPackages = [
  '@mozilla/readability',
  'aws4fetch',
  'docx',
  'fuse.js',
  'iconv-lite',
  'jsonc-parser',
  'linkedom',
  'opencc-js/t2cn',
  '@vant/area-data',
  'papaparse',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.mjs',
  'pinyin-pro',
  'postal-mime',
  'undici',
  'vscode-languageclient/node',
];

/** `opencc-js/t2cn` -> `packages/opencc-js.t2cn`, without extension. */
const bundleOf = name => `packages/${name.replace('@', '').replaceAll('/', '.')}`;

/** What esbuild bundles beside the entries: bundle -> package. */
export const lazyEntries = Object.fromEntries(lazyPackages.map(name => [bundleOf(name), name]));

/**
 * Stands in for a package in the bundles that import it. esbuild copies the properties of a CommonJS module when it is
 * imported, and keeps its prototype: so this one has no properties, and a prototype that reads the package when asked.
 */
const standIn = name => `
  let loaded;
  const load = () => (loaded ??= require(${JSON.stringify(`./${bundleOf(name)}.js`)}));
  const get = (_, key) => {
    if (key === '__esModule') return true;
    const exported = load();
    return key === 'default' && !exported.__esModule ? exported : exported[key];
  };
  module.exports = Object.create(new Proxy({}, { get }));
`;

/** @type {import('esbuild').Plugin} */
export const lazyPackagesPlugin = {
  name: 'lazy packages',
  setup({ onResolve, onLoad }) {
    const namespace = 'lazy';
    const filter = /^[^./]/;
    onResolve({ filter }, ({ path, kind, namespace: from }) => {
      if (kind === 'entry-point' || !lazyPackages.includes(path)) return undefined;
      // A stand-in is CommonJS, whatever the name of what it stands for.
      return from === namespace ? undefined : { path: `${path}.cjs`, pluginData: path, namespace };
    });
    onResolve({ filter: /^\.\/packages\//, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace }, ({ pluginData }) => ({ contents: standIn(pluginData), loader: 'js' }));
  },
};
