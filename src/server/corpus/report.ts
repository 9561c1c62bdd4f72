import { dirname } from 'node:path';
import { type Manifest, totals } from '../../corpus/index/manifest';
import type { Report } from '../protocol/corpus';

/** What was indexed and what was skipped, in the language of the locale. */
export function corpusReport(manifest: Manifest, language: 'zh' | 'en'): Report {
  return {
    ...totals(manifest),
    files: manifest.files.map(({ path, articles, characters, removed, problems }) => ({
      path,
      articles,
      characters,
      removed,
      problems: problems.map(problem => problem[language]),
    })),
    skipped: manifest.skipped
      .filter(({ count }) => count === undefined)
      .map(({ path, reason }) => ({ path, reason: reason[language] })),
    ignored: manifest.skipped
      .filter(({ count }) => count !== undefined)
      .map(({ path, reason }) => ({ folder: dirname(path), reason: reason[language] })),
  };
}
