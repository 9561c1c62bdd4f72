/** A word that promises another, and how often that one begins the next clause where the first has begun this one. */
export interface Correlative {
  readonly opening: string;
  readonly closing: string;
  readonly probability: number;
}

/** Measured on speeches, essays and news; of several closings those that come once in five times. Longer openings first. */
const table = (entries: string): readonly Correlative[] =>
  entries
    .split(' ')
    .map(entry => {
      const [opening, closing, hundredths] = entry.split(/[:=]/) as [string, string, string];
      return { opening, closing, probability: Number(hundredths) / 100 };
    })
    .sort((a, b) => b.opening.length - a.opening.length);

/** Pairs whose second word begins the clause behind a comma. */
export const BEHIND_COMMA = table(
  '既要:又要=38 既要:也要=28 既有:也有=45 既是:也是=62 既能:又能=31 不仅要:还要=26 不仅要:更要=24 不仅是:也是=24 不仅仅是:更是=37 ' +
    '不仅:而且=20 不但:而且=24 不是:而是=38 与其:不如=32 只有:才能=35 无论是:还是=53 一边:一边=50 一手抓:一手抓=31 越是:越要=29 要么:要么=24',
);
/** The same behind a semicolon. */
export const BEHIND_SEMICOLON = table('一方面:另一方面=95 有的:有的=88');
/** The same behind a sentence. */
export const BEHIND_SENTENCE = table('一方面:另一方面=36');
