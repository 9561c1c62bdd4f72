import type { ServerContext } from '../context';
import { formattedText } from './formattedText';
import { wordDocument } from './wordDocument';

/** A draft on its way to Word. */
export function registerExport({ router }: ServerContext): void {
  router.answerAbout('fanben/wordDocument', null, wordDocument);
  router.answerAbout('fanben/formattedText', null, formattedText);
}
