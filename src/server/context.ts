import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BackgroundSession } from './corpus/backgroundSession';
import type { CorpusSession } from './corpus/corpusSession';
import type { LeftOut } from './corpus/libraries/leftOut';
import type { Report } from './door/answer';
import type { Router } from './door/router';
import type { Host } from './host';
import type { Ignored } from './problems/ignored';
import type { ProblemBoard } from './problems/problemBoard';
import type { Settings } from './settings';

/** What the features of the server are registered with. */
export interface ServerContext {
  readonly host: Host;
  readonly router: Router;
  readonly documents: TextDocuments<TextDocument>;
  readonly corpus: CorpusSession;
  readonly background: BackgroundSession;
  /** Those of now; before the client has initialised the server, those that hold without any. */
  settings(): Settings;
  /** Tells the writer, who will see it. */
  warn(message: string): void;
  /** Says that an answer leaves out the libraries that are read on demand. */
  readonly leftOut: LeftOut;
  /** Shows the problems that a finder has in a document, in place of those before. */
  readonly publish: ProblemBoard['put'];
  /** The problems that the writer does not want to see again. */
  readonly ignored: Ignored;
  /** Takes `step` at that moment, after the steps that were there before; one that fails is reported. */
  when(moment: Moment, step: () => void | Promise<void>): void;
  readonly report: Report;
}

/** Before the server says what it can do; when the client is ready; when the index is, and each time it has changed; before the server ends. */
export type Moment = 'initialize' | 'initialized' | 'indexed' | 'shutdown';
