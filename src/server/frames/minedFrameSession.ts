import { framesName } from '../../corpus/index/framesFile';
import {
  discardDamagedFrames,
  type FramesPlace,
  readStoredFrames,
  type StoredFrames,
  storedFramesVersion,
} from '../../corpus/index/storedFrames';
import type { CorpusView } from '../../engine/index/segment';
import type { CorpusFrame, CorpusInstance } from '../../engine/mining/mergeFrames';
import { frameSnippet } from '../../engine/templates/frameSnippet';
import { parseSnippet } from '../../engine/templates/snippetText';
import type { FramesOfLayout } from '../../library/blocks/layoutFrames';
import type {
  FrameSource,
  MinedFrame,
  MinedFrameBody,
  MinedFrameParams,
  MinedFrames,
  MinedFramesParams,
  MinedLevel,
} from '../protocol/minedFrames';

/** The frames that lie beside the index, read when they are asked for, and again when the index is another. */
export interface MinedFrameSession {
  list(params: MinedFramesParams): Promise<MinedFrames>;
  bodies(params: MinedFrameParams): MinedFrameBody[] | null;
}

/** Where mined frames come from. */
export interface MinedFramesWorld {
  readonly view: () => CorpusView;
  /** The parts of that view, and where their frames lie; the first is the writer's own. */
  readonly places: (view: CorpusView) => readonly FramesPlace[];
  /** Of libraries that are read on demand. */
  readonly elsewhere: () => readonly FramesOfLayout[];
  /** Files with frames were damaged, and are gone: they can be mined again. */
  readonly discarded: (names: readonly string[]) => void;
}

interface Loaded {
  readonly view: CorpusView;
  readonly files: string;
  readonly version: string;
  readonly stored: StoredFrames;
  readonly frames: readonly CorpusFrame[];
}

/** Where a writer looks for it; a series that shares nothing but its numbers is among the written templates. */
const LEVELS: Readonly<Record<CorpusFrame['level'], MinedLevel | null>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  sentence: 'sentence',
  pair: 'sentence',
  clause: 'clause',
  chain: 'clause',
  series: null,
};

/** Nothing is read before the first question. */
export function createMinedFrameSession({ view, places, elsewhere, discarded }: MinedFramesWorld): MinedFrameSession {
  let loaded: Loaded | undefined;
  /** One after the other: the second of two that ask at once finds what the first has read. */
  let queue: Promise<unknown> = Promise.resolve();
  let count = 0;

  const load = async (): Promise<Loaded | undefined> => {
    const now = view();
    const others = elsewhere();
    if (now.length === 0 && others.length === 0) return undefined;
    const all = places(now);
    const files = await storedFramesVersion(all, others);
    if (loaded?.view === now && loaded.files === files) return loaded;
    const merged = (await Promise.all(others.map(other => other.read()))).filter(read => read !== null);
    const stored = await readStoredFrames(all, merged);
    const own = all[0];
    // Those of a library cannot be mined here.
    const damaged = stored.damaged.filter(({ segment }) => own?.view.some(({ id }) => id === segment));
    const mustWait = own !== undefined && damaged.length > 0 && !(await discardDamagedFrames(own.storage, damaged));
    if (damaged.length > 0 && !mustWait) discarded(damaged.map(framesName));
    const frames = stored.frames.filter(({ level }) => LEVELS[level] !== null);
    count++;
    // Where another process writes, they are discarded when frames are asked for the next time; what could not be had is asked for again then.
    const isWhole = !mustWait && merged.length === others.length;
    loaded = { view: now, files: isWhole ? files : '', version: `${process.pid}.${count}`, stored, frames };
    return loaded;
  };

  return {
    async list({ known }) {
      const own = queue.then(load, load);
      queue = own.catch(() => undefined);
      const now = await own;
      if (!now) return { version: '', frames: [] };
      const { version, frames, stored } = now;
      return { version, frames: version === known ? null : frames.map((frame, id) => listed(frame, id, stored)) };
    },
    bodies({ version, id }) {
      const frame = loaded?.version === version ? loaded.frames[id] : undefined;
      return frame && loaded ? bodiesOf(frame, loaded.stored) : null;
    },
  };
}

/** A preview is one line of a list. */
const LONGEST_PREVIEW = 160;

function listed(frame: CorpusFrame, id: number, stored: StoredFrames): MinedFrame {
  const run = runsOf(frame)[0]!;
  return {
    id,
    level: LEVELS[frame.level]!,
    template: frame.template,
    articles: frame.articles,
    members: frame.members,
    example: exampleOf(frame, run),
    source: sourceOf(run[0]!, stored),
  };
}

type Run = readonly CorpusInstance[];

/** The instances as they stand together, those with the usual number of members first. */
function runsOf({ instances, members }: CorpusFrame): Run[] {
  const runs = new Map<string, CorpusInstance[]>();
  for (const instance of instances) {
    const key = `${instance.article} ${instance.run}`;
    const run = runs.get(key);
    if (run) run.push(instance);
    else runs.set(key, [instance]);
  }
  const isUsual = (run: Run) => (run.length === members ? 0 : 1);
  return [...runs.values()].sort((a, b) => isUsual(a) - isUsual(b));
}

function exampleOf({ joint }: CorpusFrame, run: Run): string {
  return run
    .map(({ text }) => text)
    .join(joint)
    .slice(0, LONGEST_PREVIEW);
}

function sourceOf({ article, paragraph, start, text }: CorpusInstance, stored: StoredFrames): FrameSource {
  const { path, entry, title, date } = stored.metaOf(article);
  return { path, entry, paragraph, offset: start, length: text.length, text, title, date };
}

/** A list of members is three long, or it is two or four; longer ones where the corpus has them. */
const FEWEST = 2;
const USUAL_MOST = 5;
const MOST = 9;

function bodiesOf(frame: CorpusFrame, stored: StoredFrames): MinedFrameBody[] {
  const counts = new Map(frame.memberCounts);
  const runs = runsOf(frame);
  const numbers =
    frame.members === 1
      ? [1]
      : Array.from({ length: MOST - FEWEST + 1 }, (_, i) => i + FEWEST).filter(n => n <= USUAL_MOST || counts.has(n));
  return numbers.map(members => {
    const body = frameSnippet(frame, members);
    const run = runs.find(({ length }) => length === members);
    return {
      members,
      articles: counts.get(members) ?? 0,
      body,
      preview: run ? exampleOf(frame, run) : previewOf(frame, body),
      source: run ? sourceOf(run[0]!, stored) : null,
    };
  });
}

/** With names in brackets, as in the template, so that they are not read as wording: 变“〔引语甲〕”为“〔引语乙〕”. */
function previewOf({ slots }: CorpusFrame, body: string): string {
  const names = new Set(slots.filter(({ variation }) => !variation).map(({ name }) => name));
  const shown = (name: string) => (names.has(name) ? `〔${name}〕` : name);
  return parseSnippet(body)
    .map(part => (typeof part === 'string' ? part : shown(part.name)))
    .join('')
    .slice(0, LONGEST_PREVIEW);
}
