import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run.mjs';

const BUILD = /pdfjs-dist[\\/]legacy[\\/]build[\\/](pdf(?:\.worker)?\.mjs)$/;
/** Its license asks that changes be told; bundlers keep such a comment. */
const CHANGED =
  '/*! pdf.js, changed for Fanben: drawings of the characters of a font are not read, and text is handed over in fewer steps. */\n';

/** What is changed in which file: what stands there once, and what stands there instead. */
const CHANGES = {
  'pdf.worker.mjs': [
    // How each character of a font is drawn, where the font consists of drawings.
    ['await translated.loadType3Data(this, resources, task);', ''],
    // Mostly a page at a time instead of ten pieces of text: each step costs more than the pieces do.
    ['const TEXT_CHUNK_BATCH_SIZE = 10;', 'const TEXT_CHUNK_BATCH_SIZE = 1000;'],
    // A font that is known is not waited for: where each holds some characters, every few of them change it.
    [
      'async function handleSetFont(fontName, fontRef) {\n      const translated = await self.loadFont(fontName, fontRef, resources, task);\n',
      `const knownFonts = new Map();
    async function handleSetFont(fontName, fontRef) {
      const translated = await self.loadFont(fontName, fontRef, resources, task);
      if (!fontRef) knownFonts.set(fontName, translated);
      useFont(translated);
    }
    function useFont(translated) {
`,
    ],
    [
      'next(handleSetFont(fontNameArg, null));\n            return;',
      `if (knownFonts.has(fontNameArg)) {
              useFont(knownFonts.get(fontNameArg));
              break;
            }
            next(handleSetFont(fontNameArg, null));
            return;`,
    ],
  ],
  'pdf.mjs': [
    // There is no other thread: pieces of text need no copy of their own, but for what holds them, which is used again.
    [
      'data: structuredClone(obj, transfer ? {',
      'data: obj.chunk?.items ? { ...obj, chunk: { ...obj.chunk } } : structuredClone(obj, transfer ? {',
    ],
  ],
};

/**
 * Takes out of pdf.js what only drawing and threads need and costs more than half of reading: a browser prints Chinese in fonts that are
 * drawings, a hundred of them to a file. There is no option for it.
 *
 * @type {import('esbuild').Plugin}
 */
export const leanPdfPlugin = {
  name: 'lean pdf',
  setup({ onResolve, onLoad }) {
    // Also where packages stay outside the bundle: what is measured is what is shipped.
    onResolve({ filter: /^pdfjs-dist\/legacy\/build\/pdf(\.worker)?\.mjs$/ }, ({ path, pluginData }) =>
      pluginData === undefined ? { path: join(root, 'node_modules', path) } : undefined,
    );
    onLoad({ filter: BUILD }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [before, after] of CHANGES[BUILD.exec(path)[1]]) {
        const parts = contents.split(before);
        if (parts.length !== 2) throw new Error(`${path}: not as expected, look at scripts/bundles/leanPdf.mjs`);
        contents = parts.join(after);
      }
      return { contents: CHANGED + contents, loader: 'js' };
    });
  },
};
