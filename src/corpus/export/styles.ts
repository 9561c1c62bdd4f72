import { AlignmentType, type IBaseParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { Role } from '../../engine/officialDocument/paragraph';
import {
  CHARACTER_PITCH_PT,
  FONTS,
  type FontName,
  LATIN_FONT,
  LINE_PITCH_PT,
  SETTINGS,
} from '../../engine/officialDocument/typography';

/** Twentieths of a point, in which Word measures. */
export const TWIPS_PER_PT = 20;
/** What each character gives way, rounded up, so that a line holds as many as the standard wants: 三号 alone is a hair too wide. */
const CHARACTER_TWIPS = Math.floor((CHARACTER_PITCH_PT - SETTINGS.body.sizePt) * TWIPS_PER_PT);
/** Line pitch, in twentieths of a point. */
export const LINE_TWIPS = LINE_PITCH_PT * TWIPS_PER_PT;

/** A role -> its paragraph style in Word: the built-in one where there is one, so that Word's navigation shows the headings. */
export const STYLE_IDS: Readonly<Record<Role, string>> = {
  title: 'Title',
  byline: 'Byline',
  salutation: 'Addressee',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  body: 'OfficialText',
  signature: 'OfficialSignature',
  date: 'OfficialDate',
};

/** Names as Word lists them. */
const NAMES: Partial<Record<Role, string>> = {
  byline: '公文题注',
  salutation: '公文称呼',
  body: '公文正文',
  signature: '公文署名',
  date: '公文日期',
};

const OUTLINE_LEVELS: Partial<Record<Role, number>> = { heading1: 0, heading2: 1, heading3: 2, heading4: 3 };

/** The fonts of a run of text as `docx` wants them: one for letters and digits, one for Chinese characters. */
export function fontsOf(name: FontName) {
  return { ascii: LATIN_FONT, hAnsi: LATIN_FONT, cs: LATIN_FONT, eastAsia: FONTS[name][0]! };
}

function styleOf(role: Role): IBaseParagraphStyleOptions {
  const { font, sizePt, align, indent } = SETTINGS[role];
  const alignment = {
    center: AlignmentType.CENTER,
    justify: AlignmentType.BOTH,
    left: AlignmentType.LEFT,
    right: AlignmentType.RIGHT,
  }[align];
  const outlineLevel = OUTLINE_LEVELS[role];
  return {
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: fontsOf(font), size: sizePt * 2, bold: false, italics: false, color: 'auto' },
    paragraph: {
      alignment,
      // In characters; in twips for programs that do not count in characters.
      indent: indent === 0 ? {} : { firstLineChars: indent * 100, firstLine: indent * sizePt * TWIPS_PER_PT },
      spacing: { before: 0, after: 0, line: LINE_TWIPS, lineRule: LineRuleType.EXACT },
      ...(outlineLevel === undefined ? {} : { outlineLevel, keepNext: true }),
    },
  };
}

/** The styles of a document: one a role, all on a Normal of 仿宋 三号 with the exact pitch of the page's lines. */
export function styles(): IStylesOptions {
  const own = (Object.keys(NAMES) as Role[]).map(role => ({
    id: STYLE_IDS[role],
    name: NAMES[role]!,
    ...styleOf(role),
  }));
  return {
    default: {
      document: {
        run: {
          font: fontsOf('text'),
          size: SETTINGS.body.sizePt * 2,
          characterSpacing: CHARACTER_TWIPS,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: { line: LINE_TWIPS, lineRule: LineRuleType.EXACT } },
      },
      title: styleOf('title'),
      heading1: styleOf('heading1'),
      heading2: styleOf('heading2'),
      heading3: styleOf('heading3'),
      heading4: styleOf('heading4'),
    },
    paragraphStyles: own,
  };
}
