import { readArticles } from '../../corpus/reading/readArticles';
import type { Article, Problem } from '../../engine/article/article';
import { inBoth } from '../../engine/text/bilingual';

/** What `fanben read FILE --json` prints of one article. */
export interface ReadReport extends Omit<Article, 'paragraphs' | 'problems'> {
  readonly paragraphs: readonly string[];
  /** Messages in both languages. */
  readonly problems: readonly (Omit<Problem, 'message'> & { readonly message: string })[];
}

/** The same of a file: its first article, and all of them where there are several. */
export interface ReadFileReport extends ReadReport {
  readonly articles?: readonly ReadReport[];
}

/**
 * `fanben read FILE [--json]`: one file as it is imported, on stdout. Where it holds several articles, the JSON is that of the
 * first with all of them beside it in `articles`. What could not be read goes to stderr. Returns the exit code.
 */
export async function read(path: string, json: boolean): Promise<number> {
  const reports: ReadReport[] = [];
  let problems = 0;
  try {
    for await (const item of readArticles(path)) {
      if ('article' in item) {
        reports.push(toReport(item.article));
      } else {
        problems++;
        console.error(`${path}: ${inBoth(item.problem)}`);
      }
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  if (reports.length === 0) {
    console.error(`${path}: 没有可读的文章 / holds no article that can be read`);
    return 1;
  }
  const isVolume = reports.length + problems > 1;
  const report: ReadFileReport = { ...reports[0]!, ...(isVolume && { articles: reports }) };
  console.log(json ? JSON.stringify(report, null, 2) : reports.map(toPlain).join('\n\n\n'));
  return 0;
}

function toReport(article: Article): ReadReport {
  return {
    ...article,
    paragraphs: article.paragraphs.map(({ text }) => text),
    problems: article.problems.map(problem => ({ ...problem, message: inBoth(problem.message) })),
  };
}

/** The article as a reader wants it, what was removed and what is doubtful after it. */
function toPlain(report: ReadReport): string {
  const about = [report.speaker, report.date, report.occasion].filter(part => part !== null).join(' · ');
  const notes = [
    ...report.removed.map(({ reason, line, text }) => `- ${line + 1}: [${reason}] ${text}`),
    ...report.problems.map(({ message, line, text }) => `! ${line + 1}: ${message}: ${text}`),
  ];
  const heading = about === '' ? report.title : `${report.title}\n${about}`;
  const end = notes.length === 0 ? '' : `\n\n--- 清理 / cleaned ---\n${notes.join('\n')}`;
  return `${heading}\n\n${report.paragraphs.join('\n')}${end}`;
}
