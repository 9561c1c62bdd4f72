import { dirname } from 'node:path';
import { type Manifest, totals } from '../../corpus/index/manifest';
import type { Report } from '../protocol/corpus';

/** What was indexed and what was skipped, in the language of the locale. */
export function corpusReport(manifest: Manifest, language: 'zh' | 'en'): Report {
  const skipped = [...manifest.skipped].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    ...totals(manifest),
    files: manifest.files.map(({ path, articles, characters, removed, problems }) => ({
      path,
      articles,
      characters,
      removed,
      problems: problems.map(problem => problem[language]),
    })),
    skipped: skipped
      .filter(({ count }) => count === undefined)
      .map(({ path, reason }) => ({ path, reason: reason[language] })),
    ignored: skipped
      .filter(({ count }) => count !== undefined)
      .map(({ path, reason }) => ({ folder: dirname(path), reason: reason[language] })),
  };
}
