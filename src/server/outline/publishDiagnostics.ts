import type { ServerContext } from '../context';
import { describeFailure } from '../door/answer';
import { numberingDiagnostics } from './diagnostics';

/** A hand that rests this long has finished a word; what comes sooner starts the wait anew. */
const PAUSE_MS = 400;

/** Sends what is wrong with the numbers of every open document, some time after its last change. */
export function publishDiagnostics({
  host,
  documents,
  settings,
  publish,
  report,
}: Pick<ServerContext, 'host' | 'documents' | 'settings' | 'publish' | 'report'>): void {
  /** Takes back what is waiting. */
  const waiting = new Map<string, () => void>();
  /** A document without problems, that had none before either, is not worth a message. */
  const marked = new Set<string>();

  const send = (uri: string, diagnostics: ReturnType<typeof numberingDiagnostics>, version?: number) => {
    if (diagnostics.length === 0 && !marked.delete(uri)) return;
    if (diagnostics.length > 0) marked.add(uri);
    publish({ uri, version, diagnostics });
  };
  const stop = (uri: string) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };

  documents.onDidChangeContent(({ document: { uri } }) => {
    stop(uri);
    const check = () => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (!document) return;
      try {
        const { options, texts } = settings();
        send(uri, numberingDiagnostics(document, options, texts), document.version);
      } catch (error) {
        report(`numbering: ${describeFailure(error)}`);
      }
    };
    waiting.set(uri, host.after(PAUSE_MS, check));
  });
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    send(uri, []);
  });
}
