import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { PAGE, PAGE_NUMBER } from '../../engine/officialDocument/typography';
import { fontsOf, LINE_TWIPS, TWIPS_PER_PT } from './styles';

/** From the edge of the paper to the foot of the page number, whose dash then stands 7 mm under the text block. */
const FOOTER_MM = 24.5;

const twips = (mm: number) => Math.round((mm / 25.4) * 72 * TWIPS_PER_PT);

/** Paper, margins, and the grid of 22 lines of 28 characters. */
export function pageProperties(): ISectionPropertiesOptions {
  return {
    page: {
      size: { width: twips(PAGE.widthMm), height: twips(PAGE.heightMm) },
      margin: {
        top: twips(PAGE.topMm),
        bottom: twips(PAGE.bottomMm),
        left: twips(PAGE.leftMm),
        right: twips(PAGE.rightMm),
        header: twips(15),
        footer: twips(FOOTER_MM),
      },
    },
    grid: {
      type: DocumentGridType.DEFAULT,
      linePitch: LINE_TWIPS,
    },
  };
}

/** `— 1 —`, one character in from the outer margin: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right'): Footer {
  const { font, sizePt } = PAGE_NUMBER;
  const look = {
    font: { ...fontsOf(font), ascii: fontsOf(font).eastAsia, hAnsi: fontsOf(font).eastAsia },
    size: sizePt * 2,
  };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: sizePt * TWIPS_PER_PT },
        children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** The footers of odd and even pages. */
export function pageNumbers(): { default: Footer; even: Footer } {
  return { default: pageNumber('right'), even: pageNumber('left') };
}
