import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Vectors only where a file asks for them: `src/engine/model/kernel.ts` looks first whether a machine has them. */
const options = ['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

/**
 * `import bytes from '…/assembly/suffixSort.wasm'`: the file of that name in AssemblyScript becomes its WebAssembly, as bytes
 * within the bundle.
 *
 * @type {import('esbuild').Plugin}
 */
export const assemblyPlugin = {
  name: 'assembly',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/assembly\/[^/]+\.wasm$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path).replace(/\.wasm$/, '.ts'),
      namespace: 'assembly',
    }));
    onLoad({ filter: /./, namespace: 'assembly' }, async ({ path }) => ({
      contents: await compiled(path),
      loader: 'binary',
      watchFiles: [path],
    }));
  },
};

/**
 * The WebAssembly of a file in AssemblyScript. What is compiled once is not compiled again: the compiler takes some seconds to start.
 * Throws what the compiler says where it does not compile.
 */
async function compiled(path) {
  const source = readFileSync(path, 'utf8');
  const modules = join(dirname(dirname(path)), 'node_modules');
  const { version } = JSON.parse(readFileSync(join(modules, 'assemblyscript', 'package.json'), 'utf8'));
  const key = createHash('sha256')
    .update([version, ...options, source].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const kept = join(modules, '.cache', 'assembly', `${basename(path, '.ts')}-${key}.wasm`);
  try {
    return readFileSync(kept);
  } catch {
    const bytes = await compile(path);
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, bytes);
    return bytes;
  }
}

async function compile(path) {
  const { default: asc } = await import('assemblyscript/asc');
  const args = [basename(path), '--baseDir', dirname(path), '--outFile', 'out.wasm', ...options];
  let bytes;
  const { error, stderr } = await asc.main(args, {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) bytes = contents;
    },
  });
  if (error) throw new Error(`${path}: ${stderr.toString()}`);
  return bytes;
}
