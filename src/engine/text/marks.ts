/**
 * The marks a continuation is judged by. Fewer than in `punctuation.ts`: … and — lead on rather than end. The sets are part
 * of what the ranker was trained on, so a change of them wants `npm run train`.
 */

const codes = (text: string) => new Set(Array.from(text, c => c.charCodeAt(0)));
const ENDING = codes('，、；：。！？”’）》');
const ALL = codes('，、；：。！？”’）》“‘（《\n');
const SENTENCE_END = codes('。！？\n');

/** May a continuation end with this mark? Not with an opening one. */
export const isEndingMark = (code: number): boolean => (code > 0x4dff && code < 0xff00 ? false : ENDING.has(code));
/** Is it any of the marks, or a line break? */
export const isMark = (code: number): boolean => (code > 0x4dff && code < 0xff00 ? false : ALL.has(code));
/** Does a sentence end with it? A line break ends one, too. */
export const isSentenceEnd = (code: number): boolean => SENTENCE_END.has(code);

const LEADS_ON = codes('的地得和与及或在把被对向从以于并而就既让使为由将按靠朝更最很太又担转抓守促保抢扛扑沉');
const PARTICLES = codes('的地得和与及或');
/** Is it a particle (的, 了, …), with which no phrase begins? */
export const isParticle = (code: number): boolean => PARTICLES.has(code);
/** A word of one character that leads on to another: a writer does not stop there. */
export const isLeadingWord = (code: number): boolean => LEADS_ON.has(code);
