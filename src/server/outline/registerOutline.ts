import { corpusHabit } from '../../engine/series/corpusHabit';
import type { ServerContext } from '../context';
import type { ActionSource } from '../problems/registerActions';
import { numberingActions } from './codeActions';
import { documentSymbols } from './documentSymbols';
import { foldingRanges } from './foldingRanges';
import { formatAfterEnter } from './formatAfterEnter';
import { lengthOf } from './length';
import { isMemberDue } from './memberDue';
import { movedSection } from './moveSection';
import { publishDiagnostics } from './publishDiagnostics';
import { renumberEdits } from './renumber';
import { selectionRanges } from './selectionRanges';

/** The outline of a draft: shown, walked, kept right. Returns what mends its numbers. */
export function registerOutline(context: ServerContext): ActionSource {
  const { router, settings, corpus } = context;
  router.answerAboutInTurns('textDocument/documentSymbol', [], document => documentSymbols(document, settings().texts));
  router.answerAboutInTurns('textDocument/foldingRange', [], foldingRanges);
  router.answerAboutInTurns('textDocument/selectionRange', [], (document, { positions }) =>
    selectionRanges(document, positions),
  );
  router.answerAboutInTurns('textDocument/onTypeFormatting', [], (document, { position }) =>
    formatAfterEnter(document, position, {
      mode: settings().options.numbering?.enter,
      corpusHabit: (marker, form) => corpusHabit(corpus.view(), marker, form),
    }),
  );
  router.answerAboutInTurns('fanben/renumber', [], renumberEdits);
  router.answerAboutInTurns('fanben/moveSection', { kind: 'noSection' }, movedSection);
  router.answerAbout('fanben/memberDue', false, isMemberDue);
  router.answerAboutInTurns('fanben/length', { characters: 0, selected: 0 }, lengthOf);
  publishDiagnostics(context);
  return (document, range, shown) => {
    const { options, texts } = settings();
    return numberingActions(document, range, shown, options, texts);
  };
}
