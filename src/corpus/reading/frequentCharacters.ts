/**
 * The most frequent characters of running Chinese text in both scripts, with its punctuation. Text decoded with the
 * right table has about two of five characters from this list, text decoded with a wrong one almost none.
 */
const FREQUENT_CHARACTERS: ReadonlySet<string> = new Set(
  '，。、；：“”《》（）的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说' +
    '产种面而方后多定行学法所民得经十三之进着等部度家力里如化高自二理起小现实加量都体制机当点从业本把性好应开合' +
    '還這為個國時來們於對會發動過說產種後學經進著裡現實加體製機當點從業應開員問題黨務領導展政事全新建設社義',
);

/** Share of the characters beyond ASCII that are frequent in Chinese; 0 where there are none. */
export function chineseShare(text: string): number {
  let others = 0;
  let frequent = 0;
  for (const character of text) {
    if (character <= '\u007f' || character === '\u3000' || character === '\u00a0') continue;
    others++;
    if (FREQUENT_CHARACTERS.has(character)) frequent++;
  }
  return others === 0 ? 0 : frequent / others;
}
