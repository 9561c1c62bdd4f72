import type { PhraseNodes } from '../../../../src/engine/background/packTree';

/** A tree of some texts and their beginnings; a text counts as often as it is given, and ends a word. */
export function treeOfTexts(texts: readonly string[]): PhraseNodes {
  const codes = [0];
  const counts = [texts.length];
  const endsWord = [false];
  const hasChildren: boolean[] = [];
  const isLast = [true];
  let level = [''];
  while (level.length > 0) {
    const next: string[] = [];
    for (const prefix of level) {
      const begin = [
        ...new Set(
          texts
            .filter(text => text.length > prefix.length && text.startsWith(prefix))
            .map(text => text[prefix.length]!),
        ),
      ];
      begin.sort().forEach((unit, i) => {
        const longer = prefix + unit;
        codes.push(unit.charCodeAt(0));
        counts.push(texts.filter(text => text.startsWith(longer)).length);
        endsWord.push(texts.includes(longer));
        isLast.push(i === begin.length - 1);
        next.push(longer);
      });
      hasChildren.push(begin.length > 0);
    }
    level = next;
  }
  return { codes, counts, endsWord, hasChildren, isLast };
}
