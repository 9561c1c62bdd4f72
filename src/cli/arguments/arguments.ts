import { parseArgs } from 'node:util';

/** The command line was not understood: the usage is shown. */
export class UsageError extends Error {}

const OPTIONS = {
  storage: { type: 'string' },
  notes: { type: 'string' },
  converter: { type: 'string' },
  context: { type: 'string' },
  limit: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
  background: { type: 'string' },
  model: { type: 'string' },
  corpus: { type: 'string', multiple: true },
  without: { type: 'string', multiple: true },
  least: { type: 'string' },
  order: { type: 'string' },
  to: { type: 'string' },
  weight: { type: 'string', multiple: true },
  name: { type: 'string' },
  licence: { type: 'string' },
  blocks: { type: 'string' },
  'on-demand': { type: 'boolean' },
  library: { type: 'string', multiple: true },
  terms: { type: 'string', multiple: true },
} as const;

type Option = keyof typeof OPTIONS;

type ValueOf<Type> = Type extends { multiple: true }
  ? readonly string[]
  : Type extends { type: 'boolean' }
    ? boolean
    : string;

/** The words and options behind the name of a command. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: { readonly [Name in Option]?: ValueOf<(typeof OPTIONS)[Name]> };
}

/** Which words and options a command takes: others are refused. */
export interface Shape {
  readonly options: readonly Option[];
  /** How many words: from, to. */
  readonly words: readonly [number, number];
}

/** Throws `UsageError` where the arguments have not the shape. */
export function parseArguments(args: string[], { options: names, words: [least, most] }: Shape): Arguments {
  const options = Object.fromEntries(names.map(name => [name, OPTIONS[name]]));
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length < least || positionals.length > most) throw new UsageError();
    return { positionals, values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : '');
  }
}

/** The value of an option that is a count, 1 at least; `byDefault` where it is not given. @throws {UsageError} where it is none */
export function countOf(name: 'limit' | 'least', values: Arguments['values'], byDefault: number): number {
  const given = values[name];
  const count = given === undefined ? byDefault : Number(given);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name}`);
  return count;
}

/** The folder of the index, which has to be named. */
export function storageOf({ storage }: Arguments['values']): string {
  if (!storage) throw new UsageError('--storage');
  return storage;
}
