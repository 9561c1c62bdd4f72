import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type TestFolder, testFolder } from '../fixtures/testFolder';
import { type Attack, below, oneOf, PATIENCE_MS, part } from './attackKind';
import { examine, startBuild } from './builderRun';
import { NASTY_PIECES, nastyText } from './nasty';

const EXTENSIONS = [
  '.txt',
  '.md',
  '.html',
  '.docx',
  '.doc',
  '.pdf',
  '.rtf',
  '.jsonl',
  '.csv',
  '.epub',
  '.zip',
  '.odt',
  '',
];

type Make = (folder: TestFolder, name: string, next: () => number) => void;
const link = (folder: TestFolder, name: string, target: string) => {
  mkdirSync(dirname(folder.path(name)), { recursive: true });
  symlinkSync(target, folder.path(name));
};
const HOSTILE: Readonly<Record<string, Make>> = {
  'links in a circle': (folder, name) => {
    link(folder, `${name}/a`, '..');
    link(folder, `${name}/b`, '..');
    link(folder, `${name}/self`, 'self');
  },
  'links out': (folder, name) => {
    link(folder, `${name}/pagemap.txt`, '/proc/self/pagemap');
    link(folder, `${name}/zero.txt`, '/dev/zero');
    link(folder, `${name}/proc`, '/proc');
  },
  pipe: (folder, name) => {
    if (process.platform === 'win32') return;
    folder.write(`${name}/有.txt`, '要扑下身子抓落实。');
    execFileSync('mkfifo', [folder.path(`${name}/pipe.txt`)]);
  },
  'endless line': (folder, name, next) =>
    folder.write(`${name}${oneOf(next, EXTENSIONS)}`, nastyText(oneOf(next, NASTY_PIECES), 300_000)),
  'random bytes': (folder, name, next) => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, () => below(next, 256)));
    folder.write(`${name}${oneOf(next, EXTENSIONS)}`, bytes);
  },
  'known beginning': (folder, name, next) => {
    const head = oneOf(next, [
      'PK\x03\x04',
      '%PDF-1.4\n',
      '{\\rtf1',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<html>',
      '\x1f\x8b\x08',
    ]);
    folder.write(`${name}${oneOf(next, EXTENSIONS)}`, Buffer.from(head + nastyText('\x00a(', 3_000), 'latin1'));
  },
  'nested page': (folder, name, next) => {
    const tag = oneOf(next, ['<div>', '<ul><li>', '<table><tr><td>', '<x-y>', '<b><i>', '<blockquote>', '<svg><g>']);
    folder.write(`${name}.html`, `${tag.repeat(5_000)}要扑下身子抓落实。`);
  },
  'nested groups': (folder, name) =>
    folder.write(`${name}.rtf`, `{\\rtf1 ${'{\\b '.repeat(5_000)}abc${'}'.repeat(5_000)}}`),
  'nested lines': (folder, name) =>
    folder.write(`${name}.md`, `${'>'.repeat(20_000)} ${'- '.repeat(20_000)}要扑下身子抓落实。`),
  'nested values': (folder, name) =>
    folder.write(
      `${name}.jsonl`,
      `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"text":"要扑下身子抓落实。"}`,
    ),
  'deep folders': (folder, name) => folder.write(`${`${name}/`.repeat(20)}深.txt`, '要扑下身子抓落实。'),
  'broken lines': (folder, name, next) =>
    folder.write(
      `${name}.jsonl`,
      Array.from({ length: 50 }, () => oneOf(next, ['{', 'null', '[]', '{"text":7}', '{"text":"甲"}'])).join('\n'),
    ),
  bomb: (folder, name) => writeFileSync(folder.path(`${name}.jsonl.gz`), gzipSync(Buffer.alloc(40_000_000, 'a'))),
  names: (folder, name) => folder.write(`${name}/$(alert)[x](command:y)\u202e.txt`, '要扑下身子抓落实。'),
};

/** Folders as nobody would make them by accident: the build ends, and the good articles are there. */
export const hostileFolders: Attack = async ({ share, next }) => {
  const faults: string[] = [];
  const times = part(40, share);
  for (let time = 0; time < times; time++) {
    const folder = testFolder();
    const kinds = Array.from({ length: 1 + below(next, 4) }, () => oneOf(next, Object.keys(HOSTILE)));
    try {
      folder.writeSpeech('好.txt', time);
      for (const [i, kind] of kinds.entries()) HOSTILE[kind]!(folder, `${i}`, next);
      const run = startBuild(folder);
      const timer = setTimeout(() => run.kill(), PATIENCE_MS);
      const result = await run.finished;
      clearTimeout(timer);
      const isDone = result.type === 'done' && !result.cancelled;
      const { articles, damaged } = await examine(folder.storage);
      if (!isDone || articles < 1 || damaged.length > 0)
        faults.push(`folder ${time} (${kinds.join(', ')}): ${result.type}`);
    } finally {
      folder.remove();
    }
  }
  return { counts: { folders: times }, faults };
};
