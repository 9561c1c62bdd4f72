import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { TableLine } from '../../engine/lookup/lines/linesAsCsv';
import { onPaper } from '../../engine/officialDocument/draftLine';
import { fontTable } from './fontTable';
import { pageProperties } from './page';
import { fontsOf, styles, TWIPS_PER_PT } from './styles';

/** 小四, as handouts have it. */
const SIZE_PT = 12;
const SOURCE_SIZE_PT = 10.5;
const LINE_PT = 22;

/** The bytes of a .docx with the lines of a wording below each other, grouped as they are shown, each with its source; for Word. */
export async function writeLinesDocx(title: string, lines: readonly TableLine[]): Promise<Uint8Array> {
  const children = [...grouped(lines)].flatMap(([group, own]) => [heading(group, own.length), ...own.map(paragraphOf)]);
  const document = new Document({
    title: onPaper(title),
    // The package would name itself.
    creator: '',
    lastModifiedBy: '',
    description: '',
    compatabilityModeVersion: 15,
    styles: styles(),
    sections: [
      {
        properties: pageProperties(),
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(onPaper(title))] }),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}

const spacing = { line: LINE_PT * TWIPS_PER_PT };

function heading(group: string, count: number): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { ...spacing, before: LINE_PT * TWIPS_PER_PT },
    indent: { firstLine: 0 },
    children: [new TextRun({ text: `${onPaper(group) || '–'}（${count}）`, size: SIZE_PT * 2 })],
  });
}

function paragraphOf({ before, match, after, ...source }: TableLine): Paragraph {
  const size = SIZE_PT * 2;
  return new Paragraph({
    spacing,
    children: [
      new TextRun({ text: onPaper(before), size }),
      new TextRun({ text: onPaper(match), size, bold: true, font: fontsOf('hei') }),
      new TextRun({ text: onPaper(after), size }),
      new TextRun({ text: onPaper(`（${originOf(source)}）`), size: SOURCE_SIZE_PT * 2 }),
    ],
  });
}

/** `周明远：《在全县大会上的讲话》，2023-02-06` */
function originOf({ title, date, speaker }: Pick<TableLine, 'title' | 'date' | 'speaker'>): string {
  return [`${speaker ? `${speaker}：` : ''}《${title}》`, date].filter(Boolean).join('，');
}

function grouped(lines: readonly TableLine[]): Map<string, TableLine[]> {
  const groups = new Map<string, TableLine[]>();
  for (const line of lines) {
    const known = groups.get(line.group);
    if (known) known.push(line);
    else groups.set(line.group, [line]);
  }
  return groups;
}
