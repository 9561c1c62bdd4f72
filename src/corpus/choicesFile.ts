import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Choice, type Choices, createChoices, isMemorable } from '../engine/complete/writer/choices';
import { watchFile } from './watchFile';
import { OWN_FILE, OWN_FOLDER, writeAtomic } from './writeAtomic';

/** The writer's choices as a file keeps them: one line a choice, read by every window, each adding lines at the end. */
export interface ChoicesFile {
  /** What is remembered now; take it anew for every request. */
  choices(): Choices;
  /** Learns a choice and keeps it. Refusals of what was never taken are not kept. */
  add(choice: Choice): void;
  /** Forgets everything, in every window. Rejects where the file cannot be written. */
  forget(): Promise<void>;
  /** Resolves when what was added is in the file. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** What is wrong with the file: lines that are none of ours, left out and cleared away, or it cannot be used at all. */
export type ChoicesProblem =
  | { readonly kind: 'damaged'; readonly path: string; readonly lines: number }
  | { readonly kind: 'unusable'; readonly path: string; readonly code: string };

/** Lines that stay when the file is cut; it is cut when it has twice as many. */
const KEPT_LINES = 4000;
/** Of a larger file only the end is read. */
const MOST_BYTES = 4_000_000;
const NEWLINE = 0x0a;
const KINDS = ['took', 'refused', 'banished', 'restored'] as const;

/** Opens the file of choices; it need not be there. What it holds is remembered as soon as it is read. */
export function openChoices(path: string, tell: (problem: ChoicesProblem) => void): ChoicesFile {
  let choices = createChoices();
  /** How far the file is read, and which file that is. */
  let read = { end: 0, ino: 0, lines: 0 };
  let isTold = false;
  /** Everything that touches the file, one after the other. */
  let queue: Promise<void> = Promise.resolve();

  const startAnew = (ino: number) => {
    choices = createChoices();
    read = { end: 0, ino, lines: 0 };
  };

  /** Learns the lines that have come since; all of them, where it is another file or was cut. */
  const catchUp = async () => {
    const file = await open(path, 'r').catch(ignoreMissing);
    if (!file) return startAnew(0);
    let bad = 0;
    try {
      const { size, ino } = await file.stat();
      if (ino !== read.ino || size < read.end) startAnew(ino);
      const from = Math.max(read.end, size - MOST_BYTES);
      const bytes = Buffer.alloc(size - from);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      // The last line may still be being written.
      const end = bytes.subarray(0, bytesRead).lastIndexOf(NEWLINE) + 1;
      const start = from > read.end ? bytes.indexOf(NEWLINE) + 1 : 0;
      for (const line of linesOf(bytes.subarray(start, end))) {
        const choice = choiceIn(line);
        if (choice) choices.learn(choice);
        else bad++;
        read.lines++;
      }
      read.end = from + end;
    } finally {
      await file.close();
    }
    if (bad > 0 || read.lines > 2 * KEPT_LINES) await tidy();
    // One is a line that a crash or a power cut left unfinished.
    if (bad > 1) tell({ kind: 'damaged', path, lines: bad });
  };

  /** Puts the last good lines in the place of all. From the file, not from memory: another window may have cut it. */
  const tidy = async () => {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(Math.min(size, MOST_BYTES));
      await file.read(bytes, 0, bytes.length, size - bytes.length);
      const choicesIn = linesOf(bytes).filter(line => choiceIn(line));
      // What is banished is so for good.
      const good = choicesIn.filter(
        (line, i) => i >= choicesIn.length - KEPT_LINES || /^\{"(?:banished|restored)"/.test(line),
      );
      await writeAtomic(path, [Buffer.from(good.map(line => `${line}\n`).join(''))]);
      const written = await open(path, 'r');
      read = {
        end: Buffer.byteLength(good.join('\n')) + (good.length > 0 ? 1 : 0),
        ino: (await written.stat()).ino,
        lines: good.length,
      };
      await written.close();
    } finally {
      await file.close();
    }
  };

  const append = async (choice: Choice) => {
    await mkdir(dirname(path), { recursive: true, mode: OWN_FOLDER });
    const file = await open(path, 'a', OWN_FILE);
    try {
      // One write, so that lines of two windows do not mix. The first line break ends a line that somebody left unfinished.
      await file.writeFile(`\n${lineOf(choice)}\n`);
    } finally {
      await file.close();
    }
  };

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const done = queue.then(step);
    queue = done.catch((error: NodeJS.ErrnoException) => {
      if (!isTold) tell({ kind: 'unusable', path, code: error.code ?? error.name });
      isTold = true;
    });
    return done;
  };
  const quietly = (step: () => Promise<void>) => void inTurn(step).catch(() => undefined);

  quietly(catchUp);
  const watch = watchFile(path, () => quietly(catchUp));
  return {
    choices: () => choices,
    add(choice) {
      if (!isMemorable(choice)) return;
      if (choice.kind === 'refused' && !choices.recall(choice.context)?.takenHere(choice.text)) return;
      quietly(async () => {
        try {
          await append(choice);
        } catch (error) {
          choices.learn(choice); // at least until the window closes
          throw error;
        }
        await catchUp();
      });
    },
    forget: () =>
      inTurn(async () => {
        await mkdir(dirname(path), { recursive: true, mode: OWN_FOLDER });
        await writeAtomic(path, []);
        await catchUp();
      }),
    flush: () => queue,
    async close() {
      watch.close();
      await queue;
    },
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '');
}

/** `{"took":"高质量发展","after":"坚定不移推动"}` */
function lineOf({ kind, context, text }: Choice): string {
  return JSON.stringify({ [kind]: text, after: context });
}

function choiceIn(line: string): Choice | undefined {
  try {
    const said = JSON.parse(line) as Record<string, unknown>;
    const kind = KINDS.find(name => said[name] !== undefined);
    const { after } = said;
    const text = kind && said[kind];
    if (!kind || typeof text !== 'string' || typeof after !== 'string') return undefined;
    const choice: Choice = { kind, context: after, text };
    return isMemorable(choice) ? choice : undefined;
  } catch {
    return undefined;
  }
}
