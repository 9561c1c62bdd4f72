import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { corpusLimits } from '../../corpus/limits';
import type { Texts } from '../texts';

/** @throws {ResponseError} there are more paragraphs than are exported at once */
export function refuseTooLong(paragraphs: number, texts: Texts): void {
  const most = corpusLimits.exportedParagraphs;
  if (paragraphs > most) throw new ResponseError(ErrorCodes.InvalidRequest, texts.tooLongToExport(paragraphs, most));
}
