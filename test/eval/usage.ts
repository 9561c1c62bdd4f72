import { parseArgs } from 'node:util';

/** What a program of the harness takes: lists (`--corpus a b --corpus c`), positive numbers, texts, and switches. */
export interface Options<List extends string, Num extends string, Text extends string, Switch extends string> {
  readonly usage: string;
  readonly lists?: readonly List[];
  /** With their defaults. */
  readonly numbers?: Readonly<Record<Num, number>>;
  readonly texts?: Readonly<Record<Text, string>>;
  readonly switches?: readonly Switch[];
}

export type Given<List extends string, Num extends string, Text extends string, Switch extends string> = Readonly<
  Record<List, readonly string[]> & Record<Num, number> & Record<Text, string> & Record<Switch, boolean>
>;

/** Reads arguments. Throws where they are not what `options` says; the message ends with the usage line. */
export function readArguments<
  List extends string = never,
  Num extends string = never,
  Text extends string = never,
  Switch extends string = never,
>(args: readonly string[], options: Options<List, Num, Text, Switch>): Given<List, Num, Text, Switch> {
  const { lists = [], numbers = {}, texts = {}, switches = [] } = options;
  const given: Record<string, string[] | number | string | boolean> = { ...numbers, ...texts };
  for (const name of lists) given[name] = [];
  for (const name of switches) given[name] = false;
  const types = Object.entries(given).map(([name, value]) => [
    name,
    { type: typeof value === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: Array.isArray(value) },
  ]);
  try {
    const { tokens } = parseArgs({
      args: [...args],
      options: Object.fromEntries(types),
      allowPositionals: true,
      tokens: true,
    });
    let list: string[] | undefined;
    for (const token of tokens) {
      if (token.kind === 'positional') {
        if (!list) throw new Error(`What is “${token.value}”?`);
        list.push(token.value);
      } else if (token.kind === 'option') {
        const { name, value = '' } = token;
        const before = given[name];
        list = Array.isArray(before) ? before : undefined;
        if (list) list.push(value);
        else if (typeof before === 'number') given[name] = positive(name, value);
        else given[name] = typeof before === 'boolean' ? true : value;
      }
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\nusage: ${options.usage}`);
  }
  return given as Given<List, Num, Text, Switch>;
}

/** A positive number given as an option; throws where it is none. */
export function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new Error(`--${name} takes a positive number, not “${text}”.`);
}

/** Runs a program to its end. What it throws is told in a line, and the exit code is 1. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
