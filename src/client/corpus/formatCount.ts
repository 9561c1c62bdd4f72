/**
 * A number of characters as a person says it: 21,432 is `2.1 万` in Chinese, `21k` in English.
 * In Chinese the counting word follows at once (`2.1 万字`), so a number without 万 ends in a blank (`950 字`).
 *
 * @param language such as `zh-cn` or `en`
 */
export function formatCount(count: number, language: string): string {
  const units: readonly (readonly [number, string])[] = language.toLowerCase().startsWith('zh')
    ? [
        [1e8, ' 亿'],
        [1e4, ' 万'],
        [0, ' '],
      ]
    : [
        [1e6, 'M'],
        [1e3, 'k'],
        [0, ''],
      ];
  const [size, unit] = units.find(([size]) => count >= size) ?? [0, ''];
  return `${size === 0 ? count : short(count / size)}${unit}`;
}

function short(value: number): string {
  return value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value).toLocaleString('en');
}
