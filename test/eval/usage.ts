import { parseArgs } from 'node:util';

/** What a program of the harness takes: lists (`--corpus a b --corpus c`), values with their defaults, and switches. */
export interface Options<List extends string, Value extends string, Switch extends string> {
  readonly usage: string;
  readonly lists: readonly List[];
  readonly values: Readonly<Record<Value, string>>;
  readonly switches: readonly Switch[];
}

export type Given<List extends string, Value extends string, Switch extends string> = Readonly<
  Record<List, readonly string[]> & Record<Value, string> & Record<Switch, boolean>
>;

/** The arguments of this process; ends it with the usage line where they are wrong. */
export function readArguments<List extends string, Value extends string = never, Switch extends string = never>({
  usage: line,
  lists,
  values,
  switches,
}: Options<List, Value, Switch>): Given<List, Value, Switch> {
  const given: Record<string, string[] | string | boolean> = { ...values };
  for (const name of lists) given[name] = [];
  for (const name of switches) given[name] = false;
  const isList = (name: string) => lists.some(list => list === name);
  const types = Object.entries(given).map(([name, value]) => [
    name,
    { type: typeof value === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: isList(name) },
  ]);
  try {
    const { tokens } = parseArgs({ options: Object.fromEntries(types), allowPositionals: true, tokens: true });
    let list: string[] | undefined;
    for (const token of tokens) {
      if (token.kind === 'positional') {
        if (!list) throw new Error(`What is “${token.value}”?`);
        list.push(token.value);
      } else if (token.kind === 'option') {
        const { name, value = true } = token;
        list = isList(name) ? (given[name] as string[]) : undefined;
        if (list) list.push(String(value));
        else given[name] = value;
      }
    }
  } catch (error) {
    usage(line, (error as Error).message);
  }
  return given as Given<List, Value, Switch>;
}

/** Says how a program is called, and ends it. */
export function usage(line: string, problem = ''): never {
  console.error(`${problem && `${problem}\n`}usage: ${line}`);
  process.exit(2);
}

/** A positive number given as an option; throws where it is none. */
export function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new Error(`--${name} takes a positive number, not “${text}”.`);
}
