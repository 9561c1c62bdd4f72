import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { Origin } from '../../engine/passages/countByOrigin';
import { findPassages } from '../../engine/passages/findPassages';
import type { Passage } from '../../engine/passages/passage';
import { wordingAt } from '../../engine/passages/wordingAt';
import { lineText } from '../lines';
import type { Texts } from '../textTable';
import { articlesByOrigin } from './articlesByOrigin';
import { allLink, bold, escapeMarkdown, originMarkdown, sentenceMarkdown, titleLink } from './markdown';
import { yearLine } from './yearLine';

/** What a hover is made from. */
export interface HoverSources {
  readonly directory: ArticleDirectory;
  readonly texts: Texts;
  /** Whose segments the view has. */
  readonly origins?: readonly Origin[];
  /** The client follows links of ours; to another editor they would be nothing but noise. */
  readonly hasLinks: boolean;
  /** Set where the document is itself an article of the corpus: what others have is wanted then. */
  readonly exceptCluster?: number;
}

const MOST_PASSAGES = 3;

/** The passages that the wording under the pointer comes from; null where the corpus does not know it. */
export function hoverAt(document: TextDocument, position: Position, sources: HoverSources): Hover | null {
  const { directory, texts, origins = [], hasLinks, exceptCluster } = sources;
  const { view } = directory;
  const wording = wordingAt(view, lineText(document, position.line), position.character, { exceptCluster });
  if (!wording) return null;
  const found = findPassages(view, wording.text, MOST_PASSAGES, {
    exceptCluster,
    directory,
    ownSegments: origins[0]?.segments,
  });
  if (found.passages.length === 0) return null;
  const apart = articlesByOrigin(view, origins, wording.text, texts, exceptCluster);
  const count = apart === null ? texts.articles(found.articles, found.estimated) : escapeMarkdown(apart);
  const isMore = found.occurrences > found.passages.length;
  const all = isMore && hasLinks ? [allLink(wording.text, found.occurrences, texts)] : [];
  const heading = [bold(shortened(wording.text)), count, yearLine(found, directory, texts), ...all]
    .filter(Boolean)
    .join(' · ');
  const passages = found.passages.map(passage => passageMarkdown(passage, texts, hasLinks));
  return {
    contents: { kind: MarkupKind.Markdown, value: [heading, ...passages].join('\n\n') },
    range: {
      start: { line: position.line, character: wording.start },
      end: { line: position.line, character: wording.end },
    },
  };
}

/** A heading of one line: whole sentences that the corpus has show their beginning and end. */
function shortened(wording: string): string {
  return wording.length > 40 ? `${wording.slice(0, 24)}……${wording.slice(-12)}` : wording;
}

/** Two lines: where and when, then the sentence. */
function passageMarkdown(passage: Passage, texts: Texts, hasLinks: boolean): string {
  const head = [titleLink(passage, texts, hasLinks), originMarkdown(passage.article)].filter(Boolean).join(' · ');
  return `${head}  \n${sentenceMarkdown(passage)}`;
}
