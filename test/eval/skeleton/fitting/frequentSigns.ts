import type { Lattice } from './lattice';

/**
 * The lattices of each speech without the signs that fewer than `least` speeches have: what only one or two have says nothing of the
 * next. `signs`: how many there are.
 */
export function frequentSigns(
  speeches: readonly (readonly Lattice[])[],
  signs: number,
  least: number,
): readonly (readonly Lattice[])[] {
  const counts = new Int32Array(signs);
  const last = new Int32Array(signs).fill(-1);
  speeches.forEach((lattices, number) => {
    for (const lattice of lattices) {
      for (const sign of lattice.signs.flatMap(of => [...of])) {
        if (last[sign] === number) continue;
        last[sign] = number;
        counts[sign]!++;
      }
    }
  });
  return speeches.map(lattices =>
    lattices.map(lattice => ({
      ...lattice,
      signs: lattice.signs.map(of => of.filter(sign => counts[sign]! >= least)),
    })),
  );
}
