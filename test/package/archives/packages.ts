import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';

/** A package that `scripts/test.mjs` has made. */
export interface Package {
  /** `universal`, a platform as VS Code names it, or `npm`. */
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
  /** What cuts words in it. */
  readonly segmenters: string;
}

export function packages(): Package[] {
  return JSON.parse(process.env.FANBEN_PACKAGES ?? '[]');
}

/** What is in an extension's package, as VS Code will lay it out: path -> content. */
export function unpack(path: string): Map<string, Uint8Array> {
  const inside = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => name.startsWith('extension/'));
  // vsce gives these three names of its own.
  const named: Record<string, string> = {
    'readme.md': 'README.md',
    'changelog.md': 'CHANGELOG.md',
    'LICENSE.txt': 'LICENSE',
  };
  return new Map(
    inside.map(([name, content]) => {
      const file = name.slice('extension/'.length);
      return [named[file] ?? file, content];
    }),
  );
}

export interface Tables {
  readonly required: Readonly<Record<'any' | 'extension' | 'native', readonly string[]>>;
  readonly forbidden: readonly { readonly what: string; readonly pattern: RegExp }[];
  readonly limits: Readonly<Record<'universal' | 'platform' | 'command', number>>;
}

/** The tables of `scripts/package/contents.mjs`. */
export function tables(): Promise<Tables> {
  return import(pathToFileURL(join(process.env.FANBEN_ROOT ?? '.', 'scripts/package/contents.mjs')).href);
}

/** Why a package with these files may not leave the house; nothing where it may. */
export function faults(files: readonly string[], needed: readonly string[], { forbidden }: Tables): string[] {
  return [
    ...needed.filter(file => !files.includes(file)).map(file => `${file} is missing`),
    ...forbidden.flatMap(({ what, pattern }) =>
      files.filter(file => pattern.test(file)).map(file => `${file}: ${what}`),
    ),
  ];
}
