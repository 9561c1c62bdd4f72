import type { Disposable, TextDocuments } from 'vscode-languageserver';
import { synchronisationSchemas } from '../protocol/documents';
import type { Schema } from '../protocol/schema';
import type { Check } from './checkMessage';

/** What `TextDocuments` listens to. */
type TextDocumentConnection = Parameters<TextDocuments<{ uri: string }>['listen']>[0];

/** The messages that keep documents in step, as `TextDocuments` listens to them: those that are wrong do not reach it. */
export function checkedSynchronisation(connection: TextDocumentConnection, check: Check): TextDocumentConnection {
  const checked =
    <Params>(method: keyof typeof synchronisationSchemas, listen: (handler: (params: Params) => void) => Disposable) =>
    (handler: (params: Params) => void): Disposable =>
      listen(params => {
        const result = check(method, synchronisationSchemas[method] as Schema as Schema<Params>, params);
        if ('params' in result) handler(result.params);
      });
  return {
    onDidOpenTextDocument: checked('textDocument/didOpen', handler => connection.onDidOpenTextDocument(handler)),
    onDidChangeTextDocument: checked('textDocument/didChange', handler => connection.onDidChangeTextDocument(handler)),
    onDidCloseTextDocument: checked('textDocument/didClose', handler => connection.onDidCloseTextDocument(handler)),
    // Nobody is asked to send these.
    onWillSaveTextDocument: () => NOTHING,
    onWillSaveTextDocumentWaitUntil: () => NOTHING,
    onDidSaveTextDocument: () => NOTHING,
  };
}

const NOTHING: Disposable = { dispose: () => {} };
