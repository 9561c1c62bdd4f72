import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HITS, type SearchEngine } from './searchEngine';

/** ripgrep reads the whole text for every question: what a writer has without any index. A process for each is part of it. */
export const ripgrep: SearchEngine = {
  name: 'ripgrep',
  ...(spawnSync('rg', ['--version']).status !== 0 && { missing: 'no rg on the path: apt-get install ripgrep' }),
  build(passages, folder) {
    const file = join(folder, 'passages.txt');
    writeFileSync(file, passages.join('\n'));
    const search = (...args: string[]) =>
      spawnSync('rg', ['--no-config', '--max-count', String(HITS), ...args, file], { encoding: 'utf8' }).stdout;
    return {
      phrase: phrase => search('--fixed-strings', '--', phrase),
      words(query) {
        const [one = '', other = ''] = query.split(' ').map(word => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
        return search('--', `${one}.*${other}|${other}.*${one}`);
      },
      close: () => {},
    };
  },
};
