import { parseArgs } from 'node:util';
import { readManifest } from '../corpus/manifestFile';
import type { BuilderOptions } from '../corpus/runBuilder';
import { background } from './background';
import { check } from './check';
import { exportDraft } from './export';
import { frames } from './frames';
import { index } from './index';
import { cliLanguage } from './language';
import { collocates, concordance, history, like, profile, variants } from './lookup';
import { mcp } from './mcp';
import { outline } from './outline';
import { complete, passages, type QueryOptions, search } from './query';
import { read } from './read';
import { serve } from './serve';
import { usage } from './usage';

/** What a command needs of the world around; by default that of a program of its own. */
export interface World {
  readonly startBuilder?: BuilderOptions['startBuilder'];
}

/** The command line was not understood: the usage is shown. */
class UsageError extends Error {}

interface Arguments {
  readonly positionals: readonly string[];
  readonly values: {
    readonly storage?: string;
    readonly context?: string;
    readonly limit?: string;
    readonly out?: string;
    readonly force?: boolean;
    readonly json?: boolean;
    readonly background?: string;
    readonly corpus?: readonly string[];
    readonly without?: readonly string[];
    readonly least?: string;
    readonly order?: string;
    readonly terms?: readonly string[];
    readonly notes?: string;
    readonly converter?: string;
  };
}

type Option = keyof Arguments['values'];

interface Command {
  /** Options it takes. */
  readonly options: readonly Option[];
  /** How many words it takes: from, to. */
  readonly words: readonly [number, number];
  run(args: Arguments, world: World): Promise<number>;
}

const MANY = Number.POSITIVE_INFINITY;

const commands: Readonly<Record<string, Command>> = {
  index: {
    options: ['storage', 'notes', 'converter', 'json'],
    words: [1, MANY],
    run: ({ positionals, values: { notes, converter, json = false, ...values } }, { startBuilder }) =>
      index(positionals, { storage: storageOf(values), json, notes, converter, startBuilder }),
  },
  read: {
    options: ['json'],
    words: [1, 1],
    run: ({ positionals, values }) => read(positionals[0]!, values.json ?? false),
  },
  outline: {
    options: ['json'],
    words: [1, 1],
    run: ({ positionals, values }) =>
      outline(positionals[0]!, values.json ?? false, cliLanguage() === 'zh' ? 'zh-cn' : 'en'),
  },
  frames: {
    options: ['storage', 'notes', 'json'],
    words: [0, 1],
    async run({ positionals: [path], values }) {
      if ((path === undefined) === (values.storage === undefined)) throw new UsageError('FILE | --storage DIR');
      const source = path === undefined ? { storage: await existingStorage(values), notes: values.notes } : { path };
      return frames(source, values.json ?? false);
    },
  },
  complete: {
    options: ['storage', 'context', 'limit', 'background', 'notes', 'json'],
    words: [0, 0],
    async run({ values }) {
      if (values.context === undefined) throw new UsageError('--context');
      return complete(values.context, { ...(await queryOptions(values, 5)), background: values.background });
    },
  },
  passages: {
    options: ['storage', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => passages(positionals[0]!, await queryOptions(values, 10)),
  },
  search: {
    options: ['storage', 'limit', 'notes', 'json'],
    words: [1, MANY],
    run: async ({ positionals, values }) => search(positionals, await queryOptions(values, 20)),
  },
  concordance: {
    options: ['storage', 'limit', 'order', 'notes', 'json'],
    words: [1, MANY],
    async run({ positionals, values }) {
      const order = values.order ?? 'right';
      if (order !== 'left' && order !== 'right' && order !== 'date') throw new UsageError('--order right|left|date');
      return concordance(positionals.join(' '), { ...(await queryOptions(values, 100)), order });
    },
  },
  collocates: {
    options: ['storage', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => collocates(positionals[0]!, await queryOptions(values, 20)),
  },
  variants: {
    options: ['storage', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => variants(positionals[0]!, await queryOptions(values, 20)),
  },
  history: {
    options: ['storage', 'notes', 'json'],
    words: [1, MANY],
    run: async ({ positionals, values }) => history(positionals.join(' '), await queryOptions(values, 1)),
  },
  profile: {
    options: ['storage', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => profile(positionals[0]!, await queryOptions(values, 1)),
  },
  like: {
    options: ['storage', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => like(positionals[0]!, await queryOptions(values, 10)),
  },
  check: {
    options: ['storage', 'terms', 'json'],
    words: [1, 1],
    async run({ positionals, values }) {
      const storage = values.storage === undefined ? undefined : await existingStorage(values);
      return check(positionals[0]!, { storage, terms: values.terms ?? [], json: values.json ?? false });
    },
  },
  export: {
    options: ['out', 'force', 'json'],
    words: [1, 1],
    async run({ positionals, values }) {
      if (!values.out) throw new UsageError('--out');
      return exportDraft(positionals[0]!, {
        out: values.out,
        force: values.force ?? false,
        json: values.json ?? false,
      });
    },
  },
  background: {
    options: ['corpus', 'out', 'without', 'least', 'json'],
    words: [0, MANY],
    run({ positionals, values }, { startBuilder }) {
      const { corpus = [], out, without = [], json = false } = values;
      if (corpus.length === 0) throw new UsageError('--corpus');
      if (!out) throw new UsageError('--out');
      return background([...corpus, ...positionals], {
        out,
        without,
        least: countOf('least', values, 8),
        json,
        startBuilder,
      });
    },
  },
  serve: { options: [], words: [0, 0], run: serve },
  mcp: { options: ['storage'], words: [0, 0], run: async ({ values }) => mcp(await existingStorage(values)) },
};

const optionTypes = {
  storage: { type: 'string' },
  notes: { type: 'string' },
  converter: { type: 'string' },
  context: { type: 'string' },
  limit: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
  background: { type: 'string' },
  corpus: { type: 'string', multiple: true },
  without: { type: 'string', multiple: true },
  least: { type: 'string' },
  order: { type: 'string' },
  terms: { type: 'string', multiple: true },
} as const;

async function queryOptions(values: Arguments['values'], defaultLimit: number): Promise<QueryOptions> {
  const limit = countOf('limit', values, defaultLimit);
  return { storage: await existingStorage(values), limit, json: values.json ?? false, notes: values.notes };
}

function countOf(name: 'limit' | 'least', values: Arguments['values'], byDefault: number): number {
  const given = values[name];
  const count = given === undefined ? byDefault : Number(given);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name}`);
  return count;
}

/** The storage folder, where there is an index in it. */
async function existingStorage(values: Arguments['values']): Promise<string> {
  const storage = storageOf(values);
  const manifest = await readManifest(storage);
  if (typeof manifest === 'string') throw new Error(noIndex[cliLanguage()](storage));
  return storage;
}

function storageOf({ storage }: Arguments['values']): string {
  if (!storage) throw new UsageError('--storage');
  return storage;
}

const noIndex = {
  zh: (storage: string) => `${storage} 里没有可用的索引，请先运行 fanben index`,
  en: (storage: string) => `There is no usable index in ${storage}: run fanben index first`,
};

function parse(command: Command, args: string[]): Arguments {
  const options = Object.fromEntries(command.options.map(name => [name, optionTypes[name]]));
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [least, most] = command.words;
    if (positionals.length < least || positionals.length > most) throw new UsageError();
    return { positionals, values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : '');
  }
}

/**
 * The command line: answers on stdout, progress and problems on stderr. Gives the exit code: 0 done, 1 failed, 2 not understood.
 *
 * @example await fanben(['search', '--storage', 'index', '群众'])
 */
export async function fanben([name = '', ...args]: readonly string[], world: World = {}): Promise<number> {
  if (/^(-h|--help|help)$/.test(name)) {
    console.log(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError();
    return await command.run(parse(command, args), world);
  } catch (error) {
    if (error instanceof UsageError) {
      if (error.message) console.error(`fanben ${name}: ${error.message}`);
      console.error(usage);
      return 2;
    }
    console.error(`fanben ${name}: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}
