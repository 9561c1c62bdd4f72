import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readMarkdown } from '../../corpus/formats/plain/markdown';
import { layoutSteps } from '../../engine/layout/layoutDraft';
import type { LaidOutParagraph } from '../../engine/layout/paragraph';
import type { Steps } from '../../engine/steps';

/** A draft laid out, beside the lines its paragraphs tell of. In Markdown the markup is no text. */
export function* laidOut(document: TextDocument): Steps<{ lines: string[]; paragraphs: LaidOutParagraph[] }> {
  const source = document.getText();
  const { text, title } = document.languageId === 'markdown' ? readMarkdown(source) : { text: source };
  const lines = text.split(/\r\n|\r|\n/);
  return { lines, paragraphs: yield* layoutSteps(lines, title ?? null) };
}
