/** One row of a list of wordings. */
export interface Term {
  /** Not to be used. */
  readonly avoid: string;
  /** What belongs there; empty: nothing is right, the writer must see. The same as `avoid`: this list allows it, whatever others say. */
  readonly prefer: string;
  /** Why, for whoever reads. */
  readonly note: string;
}

/** A list of wordings, as a department keeps one. */
export interface TermList {
  /** As messages name it: the name of its file. */
  readonly name: string;
  readonly terms: readonly Term[];
}

/** A term, and the list it stands in. */
export interface ListedTerm extends Term {
  readonly list: string;
}

/**
 * Several lists as one: the earlier list wins, so the department's own goes first. What an earlier list wants used or allows, a later
 * one cannot forbid.
 */
export function mergedTerms(lists: readonly TermList[]): ListedTerm[] {
  const merged = new Map<string, ListedTerm>();
  const wanted = new Set<string>();
  for (const { name, terms } of lists) {
    for (const term of terms) {
      if (term.avoid === '' || merged.has(term.avoid) || (wanted.has(term.avoid) && term.prefer !== term.avoid))
        continue;
      merged.set(term.avoid, { ...term, list: name });
    }
    for (const { prefer } of terms) if (prefer !== '') wanted.add(prefer);
  }
  return [...merged.values()].filter(({ avoid, prefer }) => avoid !== prefer);
}

const HEADS: readonly (readonly [keyof Term, RegExp])[] = [
  ['avoid', /^(?:avoid|wrong|不用|禁用|慎用|不规范|错误|原表述|不宜用)/i],
  ['prefer', /^(?:prefer|right|改用|应为|规范|正确|建议|宜用|推荐)/i],
  ['note', /^(?:note|说明|备注|理由|出处)/i],
];

/** A row with more is a row of something else; it would stand in every message about it. UTF-16 code units. */
const LONGEST_CELL = 500;

/**
 * The rows of a table as terms. A first row that names the columns (不用, 改用, 说明) may stand in any order; without one they are
 * taken in this order. Rows without a wording to avoid, with text
 * for pages, and those that begin with `#`, are left out.
 */
export function termsOfRows(rows: readonly (readonly string[])[]): Term[] {
  const cells = rows.map(row => row.map(cell => cell.trim()));
  const head = cells.find(row => row.some(cell => cell !== '') && !row[0]!.startsWith('#')) ?? [];
  const named = HEADS.map(([field, pattern]) => [field, head.findIndex(cell => pattern.test(cell))] as const);
  const isNamed = named.slice(0, 2).every(([, column]) => column >= 0);
  const column = Object.fromEntries(isNamed ? named : HEADS.map(([field], index) => [field, index])) as Record<
    keyof Term,
    number
  >;
  return cells
    .filter(row => !(isNamed && row === head) && !row[0]?.startsWith('#'))
    .map(row => ({ avoid: row[column.avoid] ?? '', prefer: row[column.prefer] ?? '', note: row[column.note] ?? '' }))
    .filter(term => term.avoid !== '' && Object.values(term).every(cell => cell.length <= LONGEST_CELL));
}
