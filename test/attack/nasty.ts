/** Pieces of which nasty texts are made: markers, brackets, digits, blanks, quotes, halves of characters, nothing but marks. */
export const NASTY_PIECES: readonly string[] = [
  '推动高质量发展',
  '（一）',
  '（一）甲',
  '一是甲；',
  '第一，甲。一是甲；首先，二是乙。',
  '一、（一）1.（1）一是',
  '一、标题甲乙\n',
  '\n',
  ' ',
  '　',
  '“',
  '“甲',
  '《甲》、',
  '〔',
  '，',
  '。',
  '1',
  '1.',
  '1,',
  '2024年',
  '一二',
  'a',
  '\ud842',
  '𠮷',
  '既要甲又要乙，',
  '要大兴调研之风，',
  '王书记',
  '$(x)[](a)',
  '#',
  '\t',
];

/** A text of one piece over and over, in UTF-16 code units. */
export const nastyText = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
