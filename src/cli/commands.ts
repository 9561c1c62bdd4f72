import type { BuilderOptions } from '../corpus/runBuilder';
import { type Arguments, countOf, type Shape, storageOf, UsageError } from './arguments/arguments';
import { askedOptions, existingStorage, queryOptions } from './arguments/askedArguments';
import { background } from './corpus/background';
import { index } from './corpus/index';
import { publish } from './corpus/publish';
import { check } from './draft/check';
import { exportDraft } from './draft/export';
import { outline } from './draft/outline';
import { read } from './draft/read';
import { cliLanguage } from './output/language';
import { complete } from './questions/complete';
import { frames } from './questions/frames';
import { collocates, concordance, history, like, profile, variants } from './questions/lookup';
import { passages, search } from './questions/query';
import { mcp } from './serving/mcp';
import { serve } from './serving/serve';

/** What a command needs of the world around; by default that of a program of its own. */
export interface World {
  readonly startBuilder?: BuilderOptions['startBuilder'];
}

/** One command: which options and words it takes, and what it does. */
export interface Command extends Shape {
  run(args: Arguments, world: World): Promise<number>;
}

const MANY = Number.POSITIVE_INFINITY;

/** All commands by their names. */
export const commands: Readonly<Record<string, Command>> = {
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
    options: ['storage', 'library', 'on-demand', 'notes', 'json'],
    words: [0, 1],
    async run({ positionals: [path], values }) {
      const isAsked = values.storage !== undefined || values.library !== undefined;
      if ((path === undefined) !== isAsked) throw new UsageError('FILE | --storage DIR | --library TARGET');
      const source = path === undefined ? { ...(await askedOptions(values)), notes: values.notes } : { path };
      return frames(source, values.json ?? false);
    },
  },
  complete: {
    options: ['storage', 'library', 'on-demand', 'context', 'limit', 'background', 'model', 'notes', 'json'],
    words: [0, 0],
    async run({ values }) {
      if (values.context === undefined) throw new UsageError('--context');
      return complete(values.context, {
        ...(await queryOptions(values, 5)),
        background: values.background,
        model: values.model,
      });
    },
  },
  passages: {
    options: ['storage', 'library', 'on-demand', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => passages(positionals[0]!, await queryOptions(values, 10)),
  },
  search: {
    options: ['storage', 'library', 'on-demand', 'limit', 'notes', 'json'],
    words: [1, MANY],
    run: async ({ positionals, values }) => search(positionals, await queryOptions(values, 20)),
  },
  concordance: {
    options: ['storage', 'library', 'on-demand', 'limit', 'order', 'out', 'force', 'notes', 'json'],
    words: [1, MANY],
    async run({ positionals, values }) {
      const order = values.order ?? 'right';
      if (order !== 'left' && order !== 'right' && order !== 'date') throw new UsageError('--order right|left|date');
      const file = values.out === undefined ? undefined : { out: values.out, force: values.force ?? false };
      return concordance(positionals.join(' '), { ...(await queryOptions(values, 100)), order, file });
    },
  },
  collocates: {
    options: ['storage', 'library', 'on-demand', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => collocates(positionals[0]!, await queryOptions(values, 20)),
  },
  variants: {
    options: ['storage', 'library', 'on-demand', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => variants(positionals[0]!, await queryOptions(values, 20)),
  },
  history: {
    options: ['storage', 'library', 'on-demand', 'notes', 'json'],
    words: [1, MANY],
    run: async ({ positionals, values }) => history(positionals.join(' '), await queryOptions(values, 1)),
  },
  profile: {
    options: ['storage', 'library', 'on-demand', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => profile(positionals[0]!, await queryOptions(values, 1)),
  },
  like: {
    options: ['storage', 'library', 'on-demand', 'limit', 'notes', 'json'],
    words: [1, 1],
    run: async ({ positionals, values }) => like(positionals[0]!, await queryOptions(values, 10)),
  },
  check: {
    options: ['storage', 'library', 'on-demand', 'terms', 'json'],
    words: [1, 1],
    async run({ positionals, values }) {
      const storage = values.storage === undefined ? undefined : await existingStorage(values);
      const { library: libraries, terms = [], json = false, 'on-demand': isOnDemand } = values;
      return check(positionals[0]!, { storage, libraries, isOnDemand, terms, json });
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
  publish: {
    options: ['to', 'storage', 'name', 'licence', 'weight', 'blocks', 'force', 'notes', 'converter', 'json'],
    words: [1, MANY],
    run({ positionals, values: { to, blocks = 'auto', json = false, ...values } }, { startBuilder }) {
      if (!to) throw new UsageError('--to');
      if (!['auto', 'always', 'never'].includes(blocks)) throw new UsageError('--blocks auto|always|never');
      const isLaidOut = blocks === 'auto' ? undefined : blocks === 'always';
      return publish(positionals, { to, json, ...values, blocks: isLaidOut, startBuilder });
    },
  },
  serve: { options: [], words: [0, 0], run: serve },
  mcp: {
    options: ['storage', 'library', 'on-demand', 'notes'],
    words: [0, 0],
    run: async ({ values }) => mcp({ ...(await askedOptions(values)), notes: values.notes }),
  },
};
