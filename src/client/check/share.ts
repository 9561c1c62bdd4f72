/** `{ taken: 312, characters: 3900 }` → `8%`; less than one in a hundred, but some: `<1%`. */
export function shareOf({ taken, characters }: { readonly taken: number; readonly characters: number }): string {
  const percent = characters === 0 ? 0 : (100 * taken) / characters;
  return percent > 0 && percent < 1 ? '<1%' : `${Math.round(percent)}%`;
}
