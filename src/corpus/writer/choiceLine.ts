import { type Choice, isMemorable } from '../../engine/complete/writer/choices';

const KINDS = ['took', 'refused', 'banished', 'restored'] as const;

/** A choice as a line of the file: `{"took":"高质量发展","after":"坚定不移推动"}`. */
export function lineOf({ kind, context, text }: Choice): string {
  return JSON.stringify({ [kind]: text, after: context });
}

const SHORTEST = '{"took":"一","after":""}'.length;

/** Parses a line of the file of choices; undefined where it is not one that we write. */
export function choiceIn(line: string): Choice | undefined {
  // What is no JSON costs the parser a hundred times what a choice does, and a harmed file has a million such lines.
  if (line.length < SHORTEST || line[0] !== '{' || line.trimEnd().at(-1) !== '}') return undefined;
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

/** What is banished is so for good, however many lines come behind it. */
export function isForGood(line: string): boolean {
  // Before it is read whole: of most lines it can be told without.
  if (!/"(?:banished|restored)"/.test(line)) return false;
  const kind = choiceIn(line)?.kind;
  return kind === 'banished' || kind === 'restored';
}

/** The lines of the file; blank ones are what a crash has left. */
export function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '');
}
