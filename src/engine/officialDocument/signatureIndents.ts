import { widthInCharacters } from './widthInCharacters';

/** Both ends of the block stay this far from the margin, and the date begins this far behind the signature. */
const STEP = 2;

/**
 * How far signature and date stay from the right margin, in characters, as the standard has it for a document without a seal:
 * the date begins two characters behind the signature; the longer of the two keeps two characters from the margin.
 */
export function signatureIndents(signature: string, date: string): { signature: number; date: number } {
  const lead = widthInCharacters(signature) - widthInCharacters(date);
  return lead >= STEP ? { signature: STEP, date: lead } : { signature: 2 * STEP - lead, date: STEP };
}
