/** An open slot of a text: UTF-16 offsets, `end` exclusive, and its name without the brackets. */
export interface OpenSlot {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The year of 青政发〔2026〕3号 is none, nor are brackets in which nothing stands yet. */
const SLOT = /〔(?!(?:19|20)\d\d〕)([^〔〕\n]+)〕/g;

/** The slots nobody has filled, in order: `在〔会议名称〕上` → one from 1 to 7. */
export function openSlotsIn(text: string): OpenSlot[] {
  return [...text.matchAll(SLOT)].map(({ index, 0: { length }, 1: name }) => {
    return { start: index, end: index + length, name: name! };
  });
}

/** The words that a slot may keep, those of the article it came from: `守住底线？` → `守住底线`. Nothing for what only names what to write. */
export function ownWordsOf({ name }: Pick<OpenSlot, 'name'>): string | undefined {
  return name.length > 1 && name.endsWith('？') ? name.slice(0, -1) : undefined;
}

/**
 * Names of one thing that a draft says again and again: a conference, a place, a person, a year. Of these, slots with the same name
 * are one. Two numbers or two quotations have nothing to do with each other.
 */
const OF_ONE_THING =
  /^(?:.*名称|会议|地名|人名|机构|项目名|单位|牵头单位|上级党组织|届次|规划期|年份|工作名称|党课题目)[甲乙丙丁戊己庚辛壬癸]?$/;

/** Are all slots with this name one? `会议名称` and `地名甲` are; `数字` and `两字` are not. */
export function isOfOneThing(name: string): boolean {
  return OF_ONE_THING.test(name);
}
