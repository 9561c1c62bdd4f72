import Fuse from 'fuse.js';
import type { ArticleEntry } from '../../server/protocol/exemplars';

/** The articles whose title, date or speaker fit what was typed, best first; all of them in their order while nothing is typed. */
export type ArticleSearch = (typed: string) => ArticleEntry[];

/** More than this nobody looks through: one more character says it better. */
const MOST = 200;

/** Prepares the search. What is written just so comes first, what is only like it behind. */
export function createArticleSearch(articles: readonly ArticleEntry[]): ArticleSearch {
  const records = articles.map(article => {
    const { title, date, speaker } = article;
    return {
      article,
      title,
      speaker: speaker ?? '',
      text: [title, date, speaker].filter(Boolean).join(' ').toLowerCase(),
    };
  });
  const fuse = new Fuse(records, { keys: ['title', 'speaker'], threshold: 0.45, ignoreLocation: true });
  return typed => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return records.slice(0, MOST).map(({ article }) => article);
    const exact = records.filter(({ text }) => words.every(word => text.includes(word)));
    const like = exact.length < MOST ? fuse.search(typed.trim(), { limit: MOST }).map(({ item }) => item) : [];
    return [...new Set([...exact, ...like])].slice(0, MOST).map(({ article }) => article);
  };
}
