/** Marks that turn round what stands behind them, on the whole line. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of files for labels of pickers, trees, the status bar and notifications, which would draw `$(trash)` as an icon and
 * `[名](command:…)` as a link: an invisible mark between the two keeps it text. What turns the line round is left out, everything else
 * stays as it is.
 *
 * @example inert('价格 $(flame)') // '价格 $\u200b(flame)'
 * @example inert('[名](command:a)') // '[名]\u200b(command:a)'
 */
export const inert = (text: string): string => text.replace(OVERRIDES, '').replace(/([$\]])\(/g, '$1\u200b(');
