/**
 * Text of files for labels of pickers, trees and the status bar, which would draw `$(trash)` as an icon: an invisible mark between
 * `$` and `(` keeps it text. Everything else stays as it is.
 *
 * @example inert('价格 $(flame)') // '价格 $\u200b(flame)'
 */
export const inert = (text: string): string => text.replaceAll('$(', '$\u200b(');
