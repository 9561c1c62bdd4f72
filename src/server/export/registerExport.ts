import type { ServerContext } from '../context';
import { formattedText } from './formattedText';
import { wordDocument } from './wordDocument';

/** Answers what is asked of a draft for Word: the document, and its text for the clipboard. */
export function registerExport({ router, settings }: ServerContext): void {
  router.answerAbout('fanben/wordDocument', null, (document, _params, token) =>
    wordDocument(document, settings().texts, token),
  );
  router.answerAboutInTurns('fanben/formattedText', null, (document, params) =>
    formattedText(document, params, settings().texts),
  );
}
