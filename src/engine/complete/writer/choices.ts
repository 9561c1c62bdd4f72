import { LONGEST_CONTEXT, leanElsewhere, leanHere, type Near, type Pool, SHORTEST_CONTEXT } from './leanToChoices';

/** What the writer did with an item of a list, as it is kept. */
export interface Choice {
  readonly kind: 'took' | 'refused' | 'banished' | 'restored';
  /** The end of what stood before the item: `contextOf(before)`; what is banished is so everywhere: `contextOf('')`. */
  readonly context: string;
  /** What the item would add there, or did. `推动|` with 高质量发展 taken: 高质量发展. */
  readonly text: string;
}

/** What is remembered for one place. */
export interface Recall {
  /**
   * Makes what was taken in like places more probable, and what was taken elsewhere a little: in place. The longer the
   * context that was the same then, the more it counts.
   */
  lean(pool: Pool, probability: Float64Array): void;
  /** How often, lately, this very text was taken in this very place; 0: never. */
  takenHere(text: string): number;
  /** Likewise in any place. */
  taken(text: string): number;
}

/** The writer's own choices. Bounded; old ones fade by the number of choices made since, for there is no clock here. */
export interface Choices {
  /** False where the choice tells nothing: the refusal of what was never taken. Such a one need not be kept. */
  learn(choice: Choice): boolean;
  /** What may not be offered anywhere, oldest first. */
  banished(): readonly string[];
  /** Undefined where nothing at all is remembered. `…，推动高|` */
  recall(before: string): Recall | undefined;
}

/** From here on a place is the same: there an item taken before comes first, and a refusal counts. */
const SAME_PLACE = 4;
/** Longer items are not remembered. UTF-16 code units. */
const LONGEST_TEXT = 40;
/** So many choices are remembered, and so many of them looked at for one place. */
const MOST = 4000;
const MOST_NEAR = 32;
/** After so many choices another one counts half. */
const HALF_LIFE = 800;
/** What a refusal leaves of a choice, and where it is forgotten. */
const REFUSED = 0.4;
const FORGOTTEN = 0.1;
interface Entry {
  readonly context: string;
  readonly text: string;
  weight: number;
  /** Number of the choice at which `weight` was right. */
  at: number;
}

/** A remembered wording, divided where a cursor may stand: `推动高|质量发展`. */
interface Division {
  readonly entry: Entry;
  readonly before: string;
  readonly rest: string;
}

/** The context of a choice: the end of the line so far, a line start as two line breaks. `\n推动|` → `\n\n推动` */
export function contextOf(before: string): string {
  const end = before.slice(-LONGEST_CONTEXT).replaceAll('\r', '');
  const line = end.lastIndexOf('\n');
  const isWhole = line < 0 && end.length < LONGEST_CONTEXT;
  return (line >= 0 || isWhole ? `\n\n${end.slice(line + 1)}` : end).slice(-LONGEST_CONTEXT);
}

/** Is this a choice that can be remembered? */
export function isMemorable({ context, text }: Pick<Choice, 'context' | 'text'>): boolean {
  return text.length >= 2 && text.length <= LONGEST_TEXT && !text.includes('\n') && context === contextOf(context);
}

/** Nothing was taken yet. */
export function createChoices(): Choices {
  /** Least lately taken first. */
  const entries = new Map<string, Entry>();
  const divisions = new Map<string, Division[]>();
  const byText = new Map<string, Set<Entry>>();
  const banished = new Set<string>();
  let made = 0;

  const weightNow = ({ weight, at }: Entry): number => weight * 0.5 ** ((made - at) / HALF_LIFE);

  const add = (entry: Entry) => {
    entries.set(keyOf(entry), entry);
    for (const division of divisionsOf(entry)) listed(divisions, endOf(division.before)).push(division);
    const same = byText.get(entry.text);
    if (same) same.add(entry);
    else byText.set(entry.text, new Set([entry]));
  };
  const remove = (entry: Entry) => {
    entries.delete(keyOf(entry));
    for (const { before } of divisionsOf(entry)) {
      const left = divisions.get(endOf(before))?.filter(division => division.entry !== entry);
      if (left && left.length > 0) divisions.set(endOf(before), left);
      else divisions.delete(endOf(before));
    }
    const same = byText.get(entry.text);
    same?.delete(entry);
    if (same?.size === 0) byText.delete(entry.text);
  };
  const near = (context: string): (Near & { readonly entry: Entry })[] =>
    (divisions.get(endOf(context)) ?? []).slice(-MOST_NEAR).map(({ entry, before, rest }) => ({
      entry,
      rest,
      weight: weightNow(entry),
      length: commonEnd(before, context),
    }));

  const take = ({ context, text }: Choice) => {
    made++;
    const known = entries.get(keyOf({ context, text }));
    const weight = known ? weightNow(known) + 1 : 1;
    if (known) remove(known); // to come back as the newest
    add({ context, text, weight, at: made });
    if (entries.size > MOST) remove(entries.values().next().value!);
  };
  const refuse = ({ context, text }: Choice): boolean => {
    const refused = near(context).filter(({ rest, length }) => rest === text && length >= SAME_PLACE);
    for (const { entry, weight } of refused) {
      entry.weight = weight * REFUSED;
      entry.at = made;
      if (entry.weight < FORGOTTEN) remove(entry);
    }
    return refused.length > 0;
  };
  const taken = (text: string): number => {
    let sum = 0;
    for (const entry of byText.get(text) ?? []) sum += weightNow(entry);
    return sum;
  };

  return {
    learn(choice) {
      if (!isMemorable(choice)) return false;
      if (choice.kind === 'refused') return refuse(choice);
      if (choice.kind === 'banished') {
        banished.delete(choice.text); // to be the newest
        banished.add(choice.text);
        return true;
      }
      if (choice.kind === 'restored') return banished.delete(choice.text);
      take(choice);
      return true;
    },
    banished: () => [...banished],
    recall(before) {
      if (entries.size === 0) return undefined;
      const around = near(contextOf(before));
      return {
        lean(pool, probability) {
          leanElsewhere(pool, probability, taken);
          if (around.length > 0) leanHere(pool, probability, around);
        },
        takenHere: text =>
          around.reduce(
            (sum, { rest, weight, length }) => sum + (rest === text && length >= SAME_PLACE ? weight : 0),
            0,
          ),
        taken,
      };
    },
  };
}

const keyOf = ({ context, text }: Pick<Entry, 'context' | 'text'>): string => `${context}\t${text}`;
const endOf = (context: string): string => context.slice(-SHORTEST_CONTEXT);

/** All divisions of a wording from which two characters or more are left. */
function divisionsOf(entry: Entry): Division[] {
  const { context, text } = entry;
  const divisions: Division[] = [];
  for (let written = 0; text.length - written >= 2; written++) {
    divisions.push({ entry, before: contextOf(context + text.slice(0, written)), rest: text.slice(written) });
  }
  return divisions;
}

function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

function listed<Key, Value>(map: Map<Key, Value[]>, key: Key): Value[] {
  const known = map.get(key);
  if (known) return known;
  const list: Value[] = [];
  map.set(key, list);
  return list;
}
