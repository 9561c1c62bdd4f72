const SIGN = '[×✕xXＸ＊*]';
/** ××××年×月×日, 202×年×月, 2023年×月×日 */
const DAY = new RegExp(
  `^[（(【[]?\\s*(?:${SIGN}{2,4}|(?:19|20)(?:\\d{2}|\\d${SIGN}|${SIGN}{2}))\\s*年\\s*(?:${SIGN}{1,2}|\\d{1,2})\\s*月(?:\\s*(?:${SIGN}{1,2}|\\d{1,2})\\s*日)?\\s*[）)】\\]]?$`,
);
const HAS_SIGN = new RegExp(SIGN);
/** 青山县委书记 ×××, ×××, 县长　某某某 */
const NAME = new RegExp(
  `^[（(]?(?:[\\u3400-\\u9fff、（）()${'×'}]{2,30}(?:书记|[县市省区州盟旗乡镇村局厅处科院校]长|主任|主席|常委|委员|经理|代表)\\s*[：:]?\\s*)?(?:${SIGN}{2,4}|某{2,3}|[\\u3400-\\u9fff](?:${SIGN}{1,2}|某{1,2}))(?:\\s*同志)?[）)]?$`,
);
const LONGEST_UTF16 = 40;

/**
 * A line in which a template leaves open who speaks or when: `青山县委书记 ×××`, `（××××年×月×日）`. Gives the year where it stands
 * there; null for other lines.
 *
 * @example openLine('（2023年×月×日）') // { year: '2023' }
 */
export function openLine(line: string): { readonly year: string | null } | null {
  const text = line.trim();
  if (text.length > LONGEST_UTF16) return null;
  if (HAS_SIGN.test(text) && DAY.test(text)) return { year: /(?:19|20)\d{2}/.exec(text)?.[0] ?? null };
  return NAME.test(text) ? { year: null } : null;
}
