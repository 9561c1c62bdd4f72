/**
 * Where else a text has a wording, as UTF-16 offsets, none over another. All of a page may be marked by mistake: a wording is short.
 *
 * @param at where it stands that is not told of
 * @example otherPlaces('抓落实，敢抓落实。', '抓落实', 0) // [5]
 */
export function otherPlaces(text: string, wording: string, at: number): number[] {
  if (wording === '' || wording.length > LONGEST) return [];
  const places: number[] = [];
  for (let found = text.indexOf(wording); found >= 0; found = text.indexOf(wording, found + wording.length))
    if (found !== at) places.push(found);
  return places;
}

const LONGEST = 200;
