import type { ServerContext } from '../context';
import { describeFailure } from '../door/answer';
import { inTurns } from '../door/inTurns';
import { NUMBERING, numberingDiagnostics } from './diagnostics';

/** A hand that rests this long has finished a word; what comes sooner starts the wait anew. */
const PAUSE_MS = 400;

/** Sends what is wrong with the numbers of every open document, some time after its last change. */
export function publishDiagnostics({
  host,
  documents,
  settings,
  ignored,
  publish,
  report,
}: Pick<ServerContext, 'host' | 'documents' | 'settings' | 'ignored' | 'publish' | 'report'>): void {
  /** Takes back the last look at each document, whether it is waiting or under way. */
  const waiting = new Map<string, () => void>();
  const stop = (uri: string) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };

  const later = (uri: string, pause = PAUSE_MS) => {
    stop(uri);
    const look = { isCancellationRequested: false };
    const check = async () => {
      const document = documents.get(uri);
      if (!document) return;
      try {
        const { options, texts } = settings();
        const { version } = document;
        const diagnostics = await inTurns(numberingDiagnostics(document, options, texts), look);
        const wanted = diagnostics.filter(
          ({ range }) => !ignored.isIgnored(uri, { code: NUMBERING, text: document.getText(range) }),
        );
        if (!look.isCancellationRequested) publish(uri, NUMBERING, wanted, version);
      } catch (error) {
        if (!look.isCancellationRequested) report(`numbering: ${describeFailure(error)}`);
      }
    };
    const takeBack = host.after(pause, () => void check());
    waiting.set(uri, () => {
      look.isCancellationRequested = true;
      takeBack();
    });
  };
  documents.onDidChangeContent(({ document: { uri } }) => later(uri));
  ignored.onAdd(uri => later(uri, 0));
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    publish(uri, NUMBERING, []);
  });
}
