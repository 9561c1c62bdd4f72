import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Texts } from '../textTable';

/** @throws {ResponseError} there are more paragraphs than may be */
export function refuseTooLong(paragraphs: number, most: number, texts: Texts): void {
  if (paragraphs > most) throw new ResponseError(ErrorCodes.InvalidRequest, texts.tooLongToExport(paragraphs, most));
}
