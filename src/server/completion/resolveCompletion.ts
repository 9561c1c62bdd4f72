import { type CompletionItem, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { CorpusView } from '../../engine/index/segment';
import type { Origin } from '../../engine/passages/countByOrigin';
import { passageAt } from '../../engine/passages/passage';
import type { FrameTemplate } from '../../engine/templates/template';
import { previewText } from '../../engine/templates/template';
import { articlesByOrigin } from '../passages/articlesByOrigin';
import { escapeMarkdown, originMarkdown, sentenceMarkdown, titleLink } from '../passages/markdown';
import type { Texts } from '../textTable';
import type { CompletionData } from './completionList';

/** What the side of a list is filled from. */
export interface ResolveSources {
  readonly view: CorpusView;
  readonly templates: readonly FrameTemplate[];
  /** Whose segments the view has. */
  readonly origins: readonly Origin[];
  readonly texts: Texts;
  readonly hasLinks: boolean;
}

/** Adds what the list shows beside the chosen item: the newest passage of a phrase, the preview of a frame. */
export function resolveCompletion(item: CompletionItem, sources: ResolveSources): CompletionItem {
  const documentation = isData(item.data) ? documentationOf(item.data, sources) : undefined;
  return documentation === undefined ? item : { ...item, documentation };
}

function documentationOf(data: CompletionData, sources: ResolveSources): MarkupContent | undefined {
  const value = 'frame' in data ? frameMarkdown(data.frame, sources) : passageMarkdown(data, sources);
  return value === undefined ? undefined : { kind: MarkupKind.Markdown, value };
}

function frameMarkdown(name: string, { templates, texts }: ResolveSources): string | undefined {
  const template = templates.find(known => known.name === name);
  if (!template) return undefined;
  const description = template[texts.frameDescription];
  const lines = previewText(template).split('\n').map(escapeMarkdown);
  return `*${escapeMarkdown(description)}*\n\n${lines.join('  \n')}`;
}

/** Undefined when the segment has been merged away since. */
function passageMarkdown(
  { segment: id, position, length }: Exclude<CompletionData, { frame: string }>,
  { view, texts, origins, hasLinks }: ResolveSources,
): string | undefined {
  const segment = view.findIndex(candidate => candidate.id === id);
  if (segment < 0) return undefined;
  const passage = passageAt(view, { segment, position }, length);
  const apart = articlesByOrigin(view, origins, passage.match, texts);
  const origin = [originMarkdown(passage.article), apart === null ? '' : escapeMarkdown(apart)]
    .filter(Boolean)
    .join('  \n');
  return `${titleLink(passage, texts, hasLinks)}${origin && `  \n${origin}`}\n\n${sentenceMarkdown(passage)}`;
}

/** Items come back from outside: what is not ours is left as it is. */
function isData(data: unknown): data is CompletionData {
  if (typeof data !== 'object' || data === null) return false;
  if ('frame' in data) return typeof data.frame === 'string';
  const { segment, position, length } = data as Record<string, unknown>;
  return typeof segment === 'string' && Number.isInteger(position) && Number.isInteger(length);
}
