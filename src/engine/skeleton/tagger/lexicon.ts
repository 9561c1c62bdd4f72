/** What is known of words beyond the article: by public texts, by the dictionary, by the list of the country's places. */
export interface Lexicon {
  /** How often public texts have a wording; 0 where they do not. */
  publicCount(wording: string): number;
  /** Part of speech by the dictionary, in its letters (`v`, `ns`, `nr`); empty for what it does not have. */
  tagOf(word: string): string;
  /** How much likelier a character is in a given name than elsewhere, as a natural logarithm; 0 where nothing is known. */
  givenOdds(character: string): number;
  /** Is that a province, a city or a county, by its full name (佳县)? */
  isPlace(name: string): boolean;
}

/** A lexicon that is asked for each thing once. */
export interface KnownLexicon extends Omit<Lexicon, 'isPlace'> {
  /** A place of the country's list, with its rank or without: 佳县, 遵义. */
  isListed(name: string): boolean;
}

const RANKS = ['县', '市', '区', '省', '州', '盟', '自治县', '自治区'];
/** No name of the list is longer, in UTF-16 code units. */
const LONGEST_LISTED = 15;

/** Remembers what a lexicon has answered: the same words come again and again. */
export function remembered(lexicon: Lexicon): KnownLexicon {
  return {
    givenOdds: lexicon.givenOdds,
    tagOf: once(word => lexicon.tagOf(word)),
    publicCount: once(wording => lexicon.publicCount(wording)),
    isListed: once(
      name =>
        name.length <= LONGEST_LISTED &&
        (lexicon.isPlace(name) || (name.length > 1 && RANKS.some(rank => lexicon.isPlace(name + rank)))),
    ),
  };
}

function once<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return text => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = ask(text);
      known.set(text, answer);
    }
    return answer;
  };
}

/** A quotation that public texts have so often is everybody's: “一带一路”. */
const PUBLIC_QUOTE = 20;

/** Does everybody use what stands between these marks? */
export const isPublicQuote = (lexicon: Pick<Lexicon, 'publicCount'>, quote: string): boolean =>
  lexicon.publicCount(quote.slice(1, -1)) >= PUBLIC_QUOTE;
