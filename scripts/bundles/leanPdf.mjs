import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run.mjs';

const WORKER = /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/;
/** Reads how each character of a font is drawn, where the font consists of drawings. */
const DRAWINGS = 'await translated.loadType3Data(this, resources, task);';
/** Its license asks that changes be told; bundlers keep such a comment. */
const CHANGED = '/*! pdf.js, changed for Fanben: drawings of the characters of a font are not read. */\n';

/**
 * Takes out of pdf.js what only drawing needs and costs half of reading: a browser prints Chinese in fonts that are
 * drawings, a hundred of them to a file. There is no option for it.
 *
 * @type {import('esbuild').Plugin}
 */
export const leanPdfPlugin = {
  name: 'lean pdf',
  setup({ onResolve, onLoad }) {
    // Also where packages stay outside the bundle: what is measured is what is shipped.
    onResolve({ filter: /^pdfjs-dist\/legacy\/build\/pdf\.worker\.mjs$/ }, ({ pluginData }) =>
      pluginData === undefined
        ? { path: join(root, 'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs') }
        : undefined,
    );
    onLoad({ filter: WORKER }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const parts = source.split(DRAWINGS);
      if (parts.length !== 2) throw new Error(`${path}: not as expected, look at scripts/bundles/leanPdf.mjs`);
      return { contents: CHANGED + parts.join(''), loader: 'js' };
    });
  },
};
