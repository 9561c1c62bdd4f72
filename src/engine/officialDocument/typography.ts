import type { Role } from './paragraph';

/** A4 as GB/T 9704-2012 has it: a text block of 156 × 225 mm with 22 lines of 28 characters. */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  bottomMm: 35,
  leftMm: 28,
  rightMm: 26,
  charactersPerLine: 28,
  linesPerPage: 22,
} as const;

/** The fonts of an official document, by what they are for. */
export type FontName = 'title' | 'text' | 'kai' | 'hei' | 'number';

/** Each font with those that stand in for it where it is not installed, best first. */
export const FONTS: Readonly<Record<FontName, readonly string[]>> = {
  title: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
  text: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti'],
  hei: ['黑体', 'SimHei', '华文黑体', 'STHeiti'],
  number: ['宋体', 'SimSun', '华文宋体', 'STSong'],
};

/** Letters and digits amid Chinese text. */
export const LATIN_FONT = 'Times New Roman';

/** How the paragraphs of a role are set. */
export interface Setting {
  readonly font: FontName;
  /** 二号 is 22, 三号 16, 四号 14. */
  readonly sizePt: number;
  readonly align: 'center' | 'justify' | 'left' | 'right';
  /** Of the first line, in characters. */
  readonly indent: 0 | 2;
}

const TEXT: Setting = { font: 'text', sizePt: 16, align: 'justify', indent: 2 };

/** How each role is set, as GB/T 9704 has it. */
export const SETTINGS: Readonly<Record<Role, Setting>> = {
  title: { font: 'title', sizePt: 22, align: 'center', indent: 0 },
  byline: { font: 'kai', sizePt: 16, align: 'center', indent: 0 },
  salutation: { ...TEXT, align: 'left', indent: 0 },
  heading1: { ...TEXT, font: 'hei' },
  heading2: { ...TEXT, font: 'kai' },
  heading3: TEXT,
  heading4: TEXT,
  body: TEXT,
  signature: { ...TEXT, align: 'right', indent: 0 },
  date: { ...TEXT, align: 'right', indent: 0 },
};

/** How the number of a page is set. */
export const PAGE_NUMBER = { font: 'number', sizePt: 14 } as const;

/** From one line to the next: the text block's height in 22, in whole twentieths of a point, so that 22 always fit. */
export const LINE_PITCH_PT =
  Math.floor(((PAGE.heightMm - PAGE.topMm - PAGE.bottomMm) * 72 * 20) / 25.4 / PAGE.linesPerPage) / 20;

/** From one character to the next: the text block's width in 28. */
export const CHARACTER_PITCH_PT = ((PAGE.widthMm - PAGE.leftMm - PAGE.rightMm) * 72) / 25.4 / PAGE.charactersPerLine;
