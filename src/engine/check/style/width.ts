import type { Edit } from '../../text/edits';
import { fullWidthEdits } from '../../text/fullWidth';
import type { Draft } from '../draft/draft';
import type { Problem } from '../problem';

/** Addresses and code of Markdown keep their marks. */
const LITERAL = /https?:\/\/\S+|\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]*>/g;

/**
 * Half-width marks beside Chinese, and full-width digits and letters; each with what belongs there. Marks in a row are one problem. ％ is
 * as right as %.
 */
export function widthProblems({ lines, spoken }: Draft): Problem[] {
  const problems = spoken.flatMap(({ line }) => {
    const text = lines[line]!;
    const literal = [...text.matchAll(LITERAL)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }));
    const edits = fullWidthEdits(text).filter(
      edit =>
        text.slice(edit.start, edit.end) !== edit.text &&
        text[edit.start] !== '％' &&
        !literal.some(({ start, end }) => edit.start < end && start < edit.end),
    );
    return inRow(edits).map(row => problemOf(line, text, row));
  });
  return problems.length > MOST_TOLD ? [ofAll(problems)] : problems;
}

/** A draft with more was typed so from end to end: one word about it is enough, and one fix. */
const MOST_TOLD = 15;

function ofAll(problems: readonly Problem[]): Problem {
  const [first] = problems;
  const count = problems.length;
  return {
    ...first!,
    message: {
      zh: `全文有 ${count} 处半角标点或全角字母数字，可以一并改正。`,
      en: `${count} marks of the wrong width in this draft; all can be mended at once.`,
    },
    fix: {
      title: { zh: `全文 ${count} 处一并改正`, en: `Mend all ${count}` },
      edits: problems.flatMap(({ fix }) => fix!.edits),
    },
  };
}

/** Edits that touch are one. */
function inRow(edits: readonly Edit[]): Edit[][] {
  const rows: Edit[][] = [];
  for (const edit of edits) {
    const last = rows.at(-1);
    if (last && last.at(-1)!.end === edit.start) last.push(edit);
    else rows.push([edit]);
  }
  return rows;
}

function problemOf(line: number, text: string, row: readonly Edit[]): Problem {
  const [start, end] = [row[0]!.start, row.at(-1)!.end];
  const found = text.slice(start, end);
  const right = row.map(edit => edit.text).join('');
  const isWide = /^[０-９Ａ-Ｚａ-ｚ．]+$/.test(found);
  return {
    code: 'width',
    line,
    start,
    endLine: line,
    end,
    message: isWide
      ? { zh: `全角的“${found}”应为“${right}”。`, en: `Full-width “${found}” should be “${right}”.` }
      : { zh: `半角标点“${found}”应为“${right}”。`, en: `Half-width “${found}” should be “${right}”.` },
    fix: {
      title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
      edits: [{ paragraph: line, start, end, text: right }],
    },
  };
}
