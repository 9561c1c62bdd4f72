/** What a draft made from a skeleton still asks of its writer. */
export interface LeftOver {
  /** Slots as they stand there, `〔地名〕`, in order; one that occurs twice stands twice. */
  readonly slots: readonly string[];
  /** Lines of guidance: `【提示·开场】…`. They are no text of the draft. */
  readonly guidance: number;
}

const SLOT = /〔(?!(?:19|20)\d\d〕)[^〔〕]*〕/g;
const GUIDANCE = /^[ \t　]*【提示·[^】]*】/;

/** Is this line advice to the writer (`【提示·开场】…`), which is no text of the draft? */
export function isGuidance(line: string): boolean {
  return GUIDANCE.test(line);
}

/** The slots nobody has filled and the guidance nobody has taken out. The year of 青政发〔2026〕3号 is no slot. */
export function leftOver(lines: readonly string[]): LeftOver {
  const text = lines.filter(line => !isGuidance(line));
  return { slots: text.flatMap(line => line.match(SLOT) ?? []), guidance: lines.length - text.length };
}
