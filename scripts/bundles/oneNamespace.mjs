/**
 * Packages whose exports are many and which many files import. esbuild copies the exports of a CommonJS module for each
 * file that imports it: 69 times the 500 of `vscode`, half of the time that Fanben took to load. So one module stands
 * between, whose exports are those of the package, copied once.
 */
const packages = ['vscode', 'vscode-languageserver'];

const namespace = 'one namespace';

/** @type {import('esbuild').Plugin} */
export const oneNamespacePlugin = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode/ }, ({ path, kind, namespace: from, resolveDir }) => {
      if (kind !== 'import-statement' || from === namespace || !packages.includes(path)) return undefined;
      return { path, pluginData: resolveDir, namespace };
    });
    onLoad({ filter: /./, namespace }, ({ path, pluginData: resolveDir }) => ({
      contents: `export * from ${JSON.stringify(path)};`,
      resolveDir,
    }));
  },
};
