import { basename } from 'node:path';
import Papa from 'papaparse';
import { type TermList, termsOfRows } from '../../engine/check/terms/termList';
import { type Bilingual, inBoth } from '../../engine/text/bilingual';
import { corpusLimits } from '../limits';
import { boundedBytes } from '../reading/boundedFile';
import { decodeText } from '../reading/decode';

/** How messages call the example that Fanben comes with. */
export const SHIPPED_NAME = '范本示例';

/** Which list cannot be used, why, and what to do. */
export class TermListError extends Error {
  override readonly name = 'TermListError';
  constructor(
    readonly path: string,
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${inBoth(reason)}`, options);
  }
}

/**
 * Reads a list of wordings: a CSV file in any Chinese encoding, columns 不用, 改用, 说明 (or avoid, prefer, note).
 *
 * @param name as messages name it; that of the file by default
 * @throws {TermListError}
 */
export async function readTermList(path: string, name = basename(path).replace(/\.csv$/i, '')): Promise<TermList> {
  let rows: string[][];
  try {
    const bytes = await boundedBytes(path, corpusLimits.termListBytes, () => new TermListError(path, TOO_LARGE));
    rows = Papa.parse<string[]>(decodeText(bytes).text, { skipEmptyLines: true }).data;
  } catch (error) {
    if (error instanceof TermListError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new TermListError(
      path,
      {
        zh: `无法读取提法清单（${why}），没有采用`,
        en: `the list of wordings cannot be read (${why}); it is not used`,
      },
      { cause: error },
    );
  }
  const terms = termsOfRows(rows);
  if (terms.length === 0) throw new TermListError(path, NO_TERMS);
  if (terms.length > corpusLimits.termListRows) throw new TermListError(path, TOO_LARGE);
  return { name, terms };
}

const NO_TERMS = {
  zh: '提法清单里没有可用的行；第一列写不用的提法，第二列写改用的提法，第三列写说明',
  en: 'the list of wordings has no rows to use: put what to avoid in the first column, what to use in the second, why in the third',
};
const TOO_LARGE = {
  zh: '提法清单超过 2 MB 或两万行，没有采用；请拆成几份',
  en: 'the list of wordings has more than 2 MB or 20,000 rows and is not used: split it',
};
