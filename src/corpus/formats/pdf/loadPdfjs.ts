import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { PlainInflate } from './plainInflate';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** The library, and the folder with its encodings and fonts. */
export interface LoadedPdfjs {
  readonly pdfjs: Pdfjs;
  /** Ends in a separator. */
  readonly cMaps: string;
  readonly fonts: string;
}

let loading: Promise<LoadedPdfjs> | undefined;

/** Loads pdf.js when the first PDF turns up. It runs here, not in a worker: the builder is a process of its own already. */
export function loadPdfjs(): Promise<LoadedPdfjs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LoadedPdfjs> {
  // Only drawing needs these, and the library asks for them while it loads; it then warns that they are missing.
  const globals = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= class {};
  globals.DecompressionStream = PlainInflate;
  const { warn } = console;
  console.warn = () => undefined;
  const giveBack = keepNatives();
  try {
    // Found under this name, the worker's code is used where it is.
    globals.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // What is imported lazily is read when it is first asked for something.
    void pdfjs.getDocument;
    void (globals.pdfjsWorker as { WorkerMessageHandler?: unknown }).WorkerMessageHandler;
    const folder = dirname(createRequire(__filename).resolve('pdfjs-dist/package.json'));
    return { pdfjs, cMaps: join(folder, 'cmaps') + sep, fonts: join(folder, 'standard_fonts') + sep };
  } finally {
    console.warn = warn;
    giveBack();
  }
}

/**
 * The library brings functions of its own for what old browsers lack, and takes Node's `push` for one that lacks something: with
 * its own, a third of the reading goes there, and everything else in this process becomes slower, too. Returns what gives them back.
 */
function keepNatives(): () => void {
  const kept = NATIVES.map(([place, name]) => [place, name, Object.getOwnPropertyDescriptor(place, name)!] as const);
  return () => {
    for (const [place, name, native] of kept) Object.defineProperty(place, name, native);
  };
}

const NATIVES: readonly (readonly [place: object, name: string])[] = [
  [Array.prototype, 'push'],
  [Function.prototype, 'toString'],
  [JSON, 'parse'],
];
