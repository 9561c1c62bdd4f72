import type { Predictor } from '../predictor';

/** What VS Code takes for a word by default: anything without a blank or an ASCII mark. Chinese marks do not end it. */
const WORD = /[^\s`~!@#%^&*()\-=+[{\]}\\|;:'",.<>/?]+/g;

/** VS Code's word-based suggestions: words of the draft that begin as the one at the cursor does, the latest first. */
export function editorWords(): Predictor {
  return {
    name: 'VS Code words',
    characters: 0,
    every: 1,
    predict(before, limit) {
      const words = before.match(WORD) ?? [];
      const typed = words.pop();
      if (typed === undefined || !before.endsWith(typed)) return [];
      const fitting = new Set(words.reverse().filter(word => word.length > typed.length && word.startsWith(typed)));
      return [...fitting].slice(0, limit).map(text => ({ text, replace: typed.length }));
    },
  };
}
