import { type Alignment, spanOf } from '../../parallel/alignUnits';
import type { Column } from '../../parallel/columns';
import { type GrowOptions, growRun } from '../../parallel/growRun';
import { parallelismOf } from '../../parallel/parallelism';
import type { Unit } from '../../parallel/unit';

/** A parallel structure that the draft has begun: what its members share so far. */
export interface MemberPattern {
  /** Without the numbers of the members: `['必须保持“', ['清醒', '定力'], '”的', ['头脑', '心态'], '。']`. */
  readonly columns: readonly Column[];
  /** The members so far, as they stand in the draft. One at least. */
  readonly members: readonly string[];
}

/** Marks that belong to the next member; 、，； do not, for the last member of a list ends otherwise. */
const OWN_MARKS = ['。', '！', '？'];

/** What stands behind the covered clauses in all members; a comma only where the members go on behind it. */
export function endOf({ units, clauses }: Pick<Alignment, 'units' | 'clauses'>): string {
  const [mark, ...others] = units.map(unit => unit.clauses[clauses - 1]!.mark);
  if (mark === undefined || others.some(other => other !== mark)) return '';
  const goesOn = units.every(unit => unit.clauses.length > clauses);
  return goesOn || OWN_MARKS.includes(mark) ? mark : '';
}

/** Are the members at equal distances, the next one where the cursor is? */
function isDue(indexes: readonly number[], next: number): boolean {
  const distance = next - indexes.at(-1)!;
  return indexes.every((index, i) => i === 0 || index - indexes[i - 1]! === distance);
}

/**
 * The parallel structure among the units whose next member is due behind the last of them: the one that began first, by the
 * same rules by which frames are mined. `null` if there is none.
 */
export function patternAmong(
  units: readonly Unit[],
  level: 'heading' | 'paragraph' | 'sentence',
  options: GrowOptions,
): MemberPattern | null {
  for (let from = 0; from < units.length - 1; from++) {
    const run = growRun(units, from, options);
    if (!run || !isDue(run.indexes, units.length)) continue;
    const { alignment } = run;
    if (!parallelismOf(alignment, level, '')) continue;
    const members = alignment.units.map(unit => {
      const { start, end } = spanOf(unit, alignment.clauses);
      return unit.source.slice(start, end);
    });
    const end = endOf(alignment);
    return { columns: end === '' ? alignment.columns : [...alignment.columns, end], members };
  }
  return null;
}
