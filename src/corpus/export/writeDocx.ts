import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { LaidOutParagraph } from '../../engine/officialDocument/paragraph';
import { runs } from '../../engine/officialDocument/runs';
import { SETTINGS } from '../../engine/officialDocument/typography';
import { fontTable } from './fontTable';
import { pageNumbers, pageProperties } from './page';
import { fontsOf, LINE_TWIPS, STYLE_IDS, styles, TWIPS_PER_PT } from './styles';

/** Who signs stays with the date, which is as wide as its indent was counted for: no gaps beside its digits. */
const ENDING = { keepNext: true, autoSpaceEastAsianText: false } as const;

function wordParagraph(paragraph: LaidOutParagraph): Paragraph {
  const { role, linesBefore, rightIndent } = paragraph;
  return new Paragraph({
    style: STYLE_IDS[role],
    ...(linesBefore > 0 ? { spacing: { before: linesBefore * LINE_TWIPS } } : {}),
    ...(rightIndent > 0 ? { indent: { right: rightIndent * SETTINGS[role].sizePt * TWIPS_PER_PT } } : {}),
    ...(role === 'signature' || role === 'date' ? ENDING : {}),
    children: runs(paragraph).map(run =>
      run.role === role
        ? new TextRun(run.text)
        : new TextRun({ text: run.text, font: fontsOf(SETTINGS[run.role].font) }),
    ),
  });
}

/** The bytes of a .docx with these paragraphs, on the paper and in the type of GB/T 9704-2012. */
export async function writeDocx(paragraphs: readonly LaidOutParagraph[]): Promise<Uint8Array> {
  const title = paragraphs.filter(({ role }) => role === 'title').map(({ text }) => text);
  const document = new Document({
    title: title.join(''),
    // The package would name itself.
    creator: '',
    lastModifiedBy: '',
    description: '',
    compatabilityModeVersion: 15,
    evenAndOddHeaderAndFooters: true,
    styles: styles(),
    sections: [{ properties: pageProperties(), footers: pageNumbers(), children: paragraphs.map(wordParagraph) }],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}
