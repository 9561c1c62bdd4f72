import { readArticles } from '../../corpus/reading/readArticles';
import type { Article } from '../../engine/article/article';
import { markerText } from '../../engine/outline/marker';
import { type OutlineNode, parseOutline } from '../../engine/outline/outline';
import { checkNumbering, type NumberingProblem } from '../../engine/outline/problems/problems';
import { describeProblem, type Language } from '../../engine/outline/problems/problemText';
import { inBoth } from '../../engine/text/bilingual';

/** A part of the hierarchy as `--json` prints it. Paragraphs are 0-based, offsets UTF-16. */
interface OutlineItem {
  marker: string;
  title: string;
  form: 'heading' | 'runIn';
  inline: boolean;
  paragraph: number;
  start: number;
  endParagraph: number;
  end: number;
  characters: number;
  children: OutlineItem[];
}

/** What `fanben outline FILE --json` prints of one article. */
export interface OutlineReport {
  title: string;
  outline: OutlineItem[];
  problems: (NumberingProblem & { message: string })[];
}

function itemOf({ marker, title, form, inline, children, ...place }: OutlineNode): OutlineItem {
  const { paragraph, start, endParagraph, end, characters } = place;
  const item = {
    marker: markerText(marker).trim(),
    title,
    form,
    inline,
    paragraph,
    start,
    endParagraph,
    end,
    characters,
  };
  return { ...item, children: children.map(itemOf) };
}

function reportOf({ title, paragraphs }: Article, language: Language): OutlineReport {
  const texts = paragraphs.map(({ text }) => text);
  const outline = parseOutline(texts);
  const problems = checkNumbering(texts).map(problem => ({
    ...problem,
    message: describeProblem(problem, language),
  }));
  return { title, outline: outline.map(itemOf), problems };
}

function treeLines(items: readonly OutlineItem[], indent: string): string[] {
  return items.flatMap(({ marker, title, characters, children }) => [
    `${indent}${marker}${title}  (${characters} 字)`,
    ...treeLines(children, `${indent}  `),
  ]);
}

function readable({ title, outline, problems }: OutlineReport): string {
  const tree = outline.length > 0 ? treeLines(outline, '  ') : ['  没有序号 / no numbered parts'];
  const remarks = problems.map(({ paragraph, message }) => `  ¶${paragraph + 1}: ${message}`);
  return [title, ...tree, ...(remarks.length > 0 ? ['问题 / Problems', ...remarks] : [])].join('\n');
}

/**
 * `fanben outline FILE [--json]`: prints the numbered hierarchy and its problems, one article after another;
 * as JSON one object, or one a line where the file holds several articles.
 * Returns the exit code: 1 if nothing could be read, with the reasons on stderr.
 */
export async function outline(path: string, json: boolean, language: Language): Promise<0 | 1> {
  let printed = 0;
  for await (const read of readArticles(path)) {
    if ('problem' in read) {
      console.error(`${path}: ${inBoth(read.problem)}`);
      continue;
    }
    const report = reportOf(read.article, language);
    console.log(json ? JSON.stringify(report) : readable(report));
    printed += 1;
  }
  return printed > 0 ? 0 : 1;
}
