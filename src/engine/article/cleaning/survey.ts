import { hasNoise } from './noise';
import { countReadings } from './readings';
import { countTraits, Trait, traitsOf } from './traits';

/** What a whole article tells about how its lines must be read. */
export interface Survey {
  /** A forum has mixed noise into the text. */
  readonly isNoisy: boolean;
  /** Readings in brackets follow ambiguous characters throughout. */
  readonly isAnnotated: boolean;
  /** The article is in traditional script, not just a quotation in it. */
  readonly isTraditional: boolean;
}

const FEWEST_READINGS = 2;
const TRADITIONAL_SHARE = 0.02;

/** Looks over an article; the searches run only where one pass over its characters says they may find something. */
export function surveyText(text: string, lines: Iterable<string>): Survey {
  const traits = traitsOf(text);
  const has = (trait: number) => (traits & trait) !== 0;
  const traditional = has(Trait.traditional) ? countTraits(text, Trait.traditional) : 0;
  return {
    isNoisy: has(Trait.oddSymbol) && someLine(lines),
    isAnnotated: has(Trait.accent) && has(Trait.traditional) && countReadings(text) >= FEWEST_READINGS,
    isTraditional: traditional > 2 && traditional >= text.length * TRADITIONAL_SHARE,
  };
}

function someLine(lines: Iterable<string>): boolean {
  for (const line of lines) if ((traitsOf(line) & Trait.oddSymbol) !== 0 && hasNoise(line)) return true;
  return false;
}
