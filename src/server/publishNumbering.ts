import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describeFailure, type Report } from './answer';
import type { ServerOptions } from './messages';
import { numberingDiagnostics } from './numberingDiagnostics';
import type { Texts } from './texts';

/** A hand that rests this long has finished a word; what comes sooner starts the wait anew. */
const PAUSE_MS = 400;

/** Sends what is wrong with the numbers of every open document, some time after its last change. */
export function publishNumbering(
  connection: Pick<Connection, 'sendDiagnostics'>,
  documents: TextDocuments<TextDocument>,
  options: () => Pick<ServerOptions, 'numbering'>,
  texts: () => Texts,
  report: Report,
): void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** A document without problems, that had none before either, is not worth a message. */
  const marked = new Set<string>();

  const send = (uri: string, diagnostics: ReturnType<typeof numberingDiagnostics>, version?: number) => {
    if (diagnostics.length === 0 && !marked.delete(uri)) return;
    if (diagnostics.length > 0) marked.add(uri);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const stop = (uri: string) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };

  documents.onDidChangeContent(({ document: { uri } }) => {
    stop(uri);
    const check = () => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (!document) return;
      try {
        send(uri, numberingDiagnostics(document, options(), texts()), document.version);
      } catch (error) {
        report(`numbering: ${describeFailure(error)}`);
      }
    };
    waiting.set(uri, setTimeout(check, PAUSE_MS).unref());
  });
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    send(uri, []);
  });
}
