import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Absolute path of a file of jieba's dictionary, as nodejieba brings it. Throws where that is not installed: it is optional. */
export function dictionaryFile(name: string): string {
  // No bundler is to look for it: where it could not be built, it is not there.
  const home = dirname(createRequire(__filename).resolve('nodejieba/package.json'));
  return join(home, 'submodules', 'cppjieba', 'dict', name);
}
