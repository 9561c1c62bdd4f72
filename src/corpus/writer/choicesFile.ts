import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Choice, type Choices, createChoices, isMemorable } from '../../engine/complete/writer/choices';
import { openRegular } from '../reading/boundedFile';
import { appendOwn } from '../storage/appendOwn';
import { putAside, removeAside, takeBack } from '../storage/lockedAside';
import { NO_SEAL, type Seal } from '../storage/seal';
import { watchFile } from '../storage/watchFile';
import { OWN_FOLDER, writeAtomic } from '../storage/writeAtomic';
import { choiceIn, isForGood, lineOf, linesOf } from './choiceLine';

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

/**
 * What is wrong with the file: lines that are none of ours, left out and cleared away; it cannot be used at all; or what is in it
 * was sealed under a key that is lost, and lies aside now.
 */
export type ChoicesProblem =
  | { readonly kind: 'damaged'; readonly path: string; readonly lines: number }
  | { readonly kind: 'unusable'; readonly path: string; readonly code: string }
  | { readonly kind: 'locked'; readonly path: string; readonly aside: string };

/** Lines that stay when the file is cut; it is cut when it has twice as many. */
const KEPT_LINES = 4000;
/** Of a larger file only the end is read. */
const MOST_BYTES = 4_000_000;
const NEWLINE = 0x0a;

/**
 * Opens the file of choices; it need not be there. What it holds is remembered as soon as it is read. Lines are written as `seal`
 * has them; at opening also those that are there already.
 */
export function openChoices(path: string, tell: (problem: ChoicesProblem) => void, seal: Seal = NO_SEAL): ChoicesFile {
  let choices = createChoices();
  /** How far the file is read, and which file that is. */
  let read = { end: 0, ino: 0, lines: 0 };
  let isTold = false;
  let isOpening = true;
  /** Everything that touches the file, one after the other. */
  let queue: Promise<void> = Promise.resolve();

  const startAnew = (ino: number) => {
    choices = createChoices();
    read = { end: 0, ino, lines: 0 };
  };

  /** Learns the lines that have come since; all of them, where it is another file or was cut. */
  const catchUp = async () => {
    const file = await openRegular(path).catch(ignoreMissing);
    if (!file) return startAnew(0);
    let [bad, outdated, locked] = [0, 0, 0];
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
        const found = seal.open(line);
        const choice = found.kind === 'text' ? choiceIn(found.text) : undefined;
        if (choice) choices.learn(choice);
        else if (found.kind === 'locked') locked++;
        else bad++;
        if (seal.isOutdated(line)) outdated++;
        read.lines++;
      }
      read.end = from + end;
    } finally {
      await file.close();
    }
    // Only at opening: two windows with other settings would do so in turn, without end.
    const isOtherwise = isOpening && (outdated > 0 || locked > 0);
    isOpening = false;
    if (bad > 0 || isOtherwise || read.lines > 2 * KEPT_LINES) await tidy();
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
      const choicesIn: string[] = [];
      const locked = new Map<string, string[]>();
      for (const line of linesOf(bytes)) {
        const found = seal.open(line);
        if (found.kind === 'text' && choiceIn(found.text)) choicesIn.push(found.text);
        if (found.kind === 'locked') locked.set(found.key, [...(locked.get(found.key) ?? []), line]);
      }
      for (const [key, lines] of locked) tell({ kind: 'locked', path, aside: await putAside(path, key, lines) });
      const good = choicesIn.filter((line, i) => i >= choicesIn.length - KEPT_LINES || isForGood(line));
      const text = Buffer.from(good.map(line => `${seal.seal(line)}\n`).join(''));
      await writeAtomic(path, [text]);
      // What another window has added meanwhile went to the file of before.
      const late = Buffer.alloc((await file.stat()).size - size);
      await file.read(late, 0, late.length, size);
      const written = await open(path, 'r');
      read = {
        end: text.length,
        ino: (await written.stat()).ino,
        lines: good.length,
      };
      await written.close();
      if (late.length === 0) return;
      await appendOwn(path, late.toString('utf8'));
      await catchUp();
    } finally {
      await file.close();
    }
  };

  /** Takes back the choices that were set aside while their key was missing, if it is at hand again. */
  const unlock = async () => {
    const text = await takeBack(path, seal.keys);
    if (text !== '') await appendOwn(path, `\n${text}`);
  };

  const append = async (choice: Choice) => {
    await mkdir(dirname(path), { recursive: true, mode: OWN_FOLDER });
    // The first line break ends a line that somebody left unfinished.
    await appendOwn(path, `\n${seal.seal(lineOf(choice))}\n`);
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

  quietly(unlock);
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
        await removeAside(path);
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
