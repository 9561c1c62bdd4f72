/** The first and the last year that are wanted; where one is missing, that side is open. */
export interface Years {
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** `2018-2023`, `2018-`, `-2023` or `2018` as years; none of what is written otherwise. */
export function yearsOf(text: string): Years {
  const match = /^\s*(\d{4})?\s*([-–—~至到])?\s*(\d{4})?\s*年?\s*$/.exec(text);
  if (!match) return {};
  const [, from, dash, to = dash ? undefined : from] = match;
  return { ...(from && { fromYear: Number(from) }), ...(to && { toYear: Number(to) }) };
}

/** `{ fromYear: 2018 }` → `2018-`; empty where there are none. */
export function yearsText({ fromYear, toYear }: Years): string {
  if (!fromYear && !toYear) return '';
  return fromYear === toYear ? String(fromYear) : `${fromYear ?? ''}-${toYear ?? ''}`;
}

/** Is this what may be typed for years: nothing, `2019`, `2019-2023`? */
export function isYears(text: string): boolean {
  return text.trim() === '' || Object.keys(yearsOf(text)).length > 0;
}
