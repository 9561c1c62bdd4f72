import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The builder process and the command line, bundled from the sources as they are now, in a folder from where packages are found. */
export interface BuiltBuilder {
  readonly folder: string;
  readonly builder: string;
  readonly cli: string;
  remove(): void;
}

export async function buildBuilder(): Promise<BuiltBuilder> {
  const caches = join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(caches, { recursive: true });
  const folder = mkdtempSync(join(caches, 'fanben-builder-'));
  await build({
    entryPoints: {
      builder: 'src/corpus/builder/main.ts',
      sortWorker: 'src/corpus/builder/sortWorker.ts',
      mineWorker: 'src/corpus/builder/mineWorker.ts',
      cli: 'src/cli/main.ts',
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
  });
  return {
    folder,
    builder: join(folder, 'builder.js'),
    cli: join(folder, 'cli.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
