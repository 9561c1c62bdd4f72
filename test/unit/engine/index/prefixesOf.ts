import { prefixColumns } from '../../../../src/engine/index/suffixes/prefixColumns';
import { encodePairs } from '../../../../src/engine/index/suffixes/prefixPairs';
import { openPrefixTable, type PrefixTable } from '../../../../src/engine/index/suffixes/prefixTable';

/** The table of a text, made and read as a segment keeps it. */
export function prefixesOf(units: Uint16Array, suffixes: Int32Array): PrefixTable {
  const columns = prefixColumns(units, suffixes);
  return openPrefixTable({ ...columns, pairs: encodePairs(columns) }, units.length)!;
}
