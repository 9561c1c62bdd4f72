import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../server/childProcess';
import { exampleRequests } from '../server/exampleMessages';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, below, oneOf, PATIENCE_MS, part } from './attackKind';
import { NASTY_PIECES, nastyText } from './nasty';

const DRAFT = '机密：各级干部要扑下身子';

/** The files beside the index, which a writer, another program or a synchronising disk may have harmed. */
const FILES = ['choices', 'ignored', 'notes', 'terms', 'frames'] as const;

type Harm = (path: string, next: () => number) => void;
const text =
  (content: string): Harm =>
  path =>
    writeFileSync(path, content);
const HARMS: Readonly<Record<string, Harm>> = {
  'no JSON': text('{"notes": [{'),
  'a number': text('7'),
  nothing: text(''),
  'a list': text('[null, 7, {}, "甲"]'),
  'other shapes': text(
    '{"format":"fanben-notes","version":1,"notes":[7,null,{"path":8}],"drafts":{"a":7,"b":[null]},"__proto__":{"x":1}}',
  ),
  'of a later version': text('{"format":"fanben-notes","version":99,"notes":[],"drafts":{}}\n{"v":99}\n'),
  deep: text(`${'['.repeat(200_000)}${']'.repeat(200_000)}`),
  'one endless line': path => writeFileSync(path, Buffer.alloc(60_000_000, 'a')),
  'many lines': (path, next) => writeFileSync(path, nastyText(`${oneOf(next, NASTY_PIECES)}\n`, 3_000_000)),
  'random bytes': (path, next) =>
    writeFileSync(path, Buffer.from(Array.from({ length: 5_000 }, () => below(next, 256)))),
  'a folder': path => mkdirSync(path),
  'a link to itself': path => symlinkSync(path, path),
  'a link to a device': path => symlinkSync('/dev/zero', path),
  'a pipe': path => void (process.platform === 'win32' ? writeFileSync(path, '') : execFileSync('mkfifo', [path])),
};

/**
 * Side files harmed in every way: the server starts, answers what it is asked about them, knows what it knew, ends in order; and what
 * is not ours in them is still in their folder.
 */
export const sideFiles: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  // Written once: to each server the index is as it was, and none has to build.
  const article = await corpus.write('新.txt', `${DRAFT}抓落实。`);
  const faults: string[] = [];
  const all = FILES.flatMap(file => Object.keys(HARMS).map(how => ({ file, how, key: next() })));
  const chosen = all.sort((a, b) => a.key - b.key).slice(0, part(all.length, share));
  for (const [number, { file, how }] of chosen.entries()) {
    const step = `${file}, ${how}`;
    if (share >= 0.5) console.log(`  ${step}`);
    const folder = join(corpus.storage, `beside-${number}`);
    mkdirSync(folder, { recursive: true });
    const at = (name: string) => join(folder, name);
    HARMS[how]!(at(file), next);
    // Choices are a log whose bad lines are told and left out; of notes what has not their shape is.
    const before = file === 'choices' || how === 'other shapes' ? null : contentOf(at(file));
    const options = {
      corpus: [corpus.folder],
      storage: join(corpus.storage, 'index'),
      choices: at('choices'),
      ignored: at('ignored'),
      notes: at('notes'),
      check: { terms: [at('terms')] },
    };
    const client = await ServerProcess.start(options);
    const isInTime = await Promise.race([
      used(client, at('frames'), article).then(
        fault => fault ?? 'answered',
        error => `${error}`,
      ),
      new Promise<string>(done => setTimeout(done, PATIENCE_MS, 'no answer')),
    ]);
    if (isInTime !== 'answered') faults.push(`${step}: ${isInTime}`);
    if ((await client.stop()) !== 0) faults.push(`${step}: the server did not end in order`);
    const isKept = before === null || readdirSync(folder).some(name => contentOf(at(name))?.includes(before));
    if (!isKept) faults.push(`${step}: what was in it is gone`);
  }
  await corpus.remove();
  return { counts: { 'side files': chosen.length }, faults };
};

/** What a small regular file holds; null for what is none, holds nothing, or is large. */
function contentOf(path: string): Buffer | null {
  try {
    const info = statSync(path);
    return info.isFile() && info.size > 0 && info.size < 1e7 ? readFileSync(path) : null;
  } catch {
    return null; // a link to itself
  }
}

/** Asks for everything that reads or writes a side file; what is wrong with the answers. */
async function used(client: ServerProcess, frames: string, path: string): Promise<string | null> {
  await client.ready(0, PATIENCE_MS);
  const uri = await client.open(DRAFT, 'untitled:malformed.gao');
  await client.notify('fanben/setFrameFiles', { paths: [frames] });
  await client.notify('fanben/setSayings', { sayings: ['功成不必在我'] });
  const requests = {
    ...exampleRequests(path),
    // Of a draft that is no file nothing is kept.
    'workspace/executeCommand': {
      command: 'fanben.ignoreProblem',
      arguments: [{ uri: 'file:///draft.gao', code: 'width', text: ',' }],
    },
  };
  for (const method of [
    'fanben/ownFrames',
    'fanben/banish',
    'fanben/noteArticle',
    'fanben/keepLine',
    'workspace/executeCommand',
    'fanben/check',
    'fanben/corpusTree',
    'fanben/forgetChoices',
  ] as const)
    await client.connection.sendRequest(method, requests[method]).catch(() => undefined);
  await client.notify('textDocument/didClose', { textDocument: { uri } });
  const items = await client.complete('各级干部要扑下身子|');
  return items.some(({ label }) => label.includes('抓落实')) ? null : 'completion does not know what it knew';
}
