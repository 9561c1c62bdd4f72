import { pinyin } from 'pinyin-pro';
import { boundedBytes } from '../../corpus/reading/boundedFile';
import { slotCandidateSteps } from '../../engine/skeleton/particulars/slotCandidates';
import type { Steps } from '../../engine/steps';
import { composeFrame } from '../../engine/templates/composeFrame';
import { parseFrameFile } from '../../engine/templates/frameFile';
import type { FrameTemplate } from '../../engine/templates/template';
import { cutWords } from '../../engine/text/segmentWords';
import type { ComposedFrame, ComposeFrameParams, OwnFrames, SlotCandidate } from '../protocol/frames';
import type { Texts } from '../textTable';
import { insertableFrames } from './writtenTemplates';

/** A file larger than this is no file of frames. */
const MOST_BYTES = 2_000_000;

/** The writer's own frames, as their files are now. */
export interface OwnFrameFiles {
  readonly templates: readonly FrameTemplate[];
  /** Reads these files from now on; those that are not there have no frames. */
  read(paths: readonly string[]): void;
  /** Looks again, for word of a change may still be under way, and names what is wrong. */
  answer(): Promise<OwnFrames>;
}

/** `texts` says what is wrong in the writer's language. */
export function createOwnFrameFiles(texts: () => Texts): OwnFrameFiles {
  let templates: readonly FrameTemplate[] = [];
  let problems: OwnFrames['problems'] = [];
  let paths: readonly string[] = [];
  let reading: Promise<void> = Promise.resolve();
  const readAgain = () => {
    reading = reading.then(async () => {
      const files = await Promise.all(paths.map(path => readFrameFile(path, texts())));
      templates = files.flatMap(file => file.templates);
      problems = files.flatMap(file => file.problems);
    });
    return reading;
  };
  return {
    get templates() {
      return templates;
    },
    read(files) {
      paths = files;
      void readAgain();
    },
    async answer() {
      await readAgain();
      return { frames: insertableFrames(templates), problems: [...problems] };
    },
  };
}

async function readFrameFile(
  path: string,
  texts: Texts,
): Promise<{ templates: readonly FrameTemplate[]; problems: OwnFrames['problems'] }> {
  const unusable = (message: string) => ({ templates: [], problems: [{ path, message }] });
  try {
    const bytes = await boundedBytes(path, MOST_BYTES, () => new Error(`> ${MOST_BYTES / 1e6} MB`));
    const { frames, problems } = parseFrameFile(bytes.toString('utf8'));
    return { templates: frames, problems: problems.map(problem => ({ path, message: texts.badFrame(problem) })) };
  } catch (error) {
    const { code, name, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { templates: [], problems: [] };
    if (!(error instanceof SyntaxError)) return unusable(texts.unreadable(code ?? (name === 'Error' ? message : name)));
    // The parser's own message may quote what stands in the file.
    return unusable(texts.noJson(/(?:position|line) \d+/.exec(message)?.[0] ?? 'JSON'));
  }
}

/** What of a selected text may be a slot. */
export function candidatesOf(text: string): Steps<SlotCandidate[]> {
  return slotCandidateSteps(text, cutWords);
}

/** A text with slots as an entry of a file of snippets. Typing the name asks for it, or the initials of its pinyin. */
export function composedFrame({ text, slots, name }: ComposeFrameParams): ComposedFrame {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
  const typed = [name.replace(/\s+/g, ''), initials].filter(prefix => prefix.length >= 2);
  return { prefix: [...new Set(typed)], body: composeFrame(text, slots).split('\n') };
}
