import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../../engine/steps';
import {
  type News,
  type Notifications,
  type ParamsOf,
  type RequestMethod,
  type ResultOf,
  schemas,
} from '../protocol/protocol';
import type { AboutDocument, Schema } from '../protocol/schema';
import type { Texts } from '../textTable';
import { answering, describeFailure, type Report } from './answer';
import { checkedSynchronisation } from './checkedSynchronisation';
import { createCheck } from './checkMessage';
import { inTurns } from './inTurns';

/** Requests about an open document. */
export type DocumentMethod = {
  [Method in RequestMethod]: ParamsOf<Method> extends AboutDocument ? Method : never;
}[RequestMethod];

type Answer<Method extends RequestMethod> = ResultOf<Method> | Promise<ResultOf<Method>>;
/** What is answered where there is no answer. */
type Otherwise<Method extends RequestMethod> = ResultOf<Method> | ((params: ParamsOf<Method>) => ResultOf<Method>);
type NotificationParams<Method extends keyof Notifications> = Notifications[Method]['params'];

/**
 * The door of the server: takes messages in, checks each against its schema, and hands it to the feature that has the answer.
 * A request that is wrong is refused with an error that says where, a notification is left out and reported; the server goes on.
 */
export interface Router {
  /** `otherwise` is the answer where `handle` throws anything but a `ResponseError`; that is reported. */
  answer<Method extends RequestMethod>(
    method: Method,
    otherwise: Otherwise<Method>,
    handle: (params: ParamsOf<Method>, token: CancellationToken) => Answer<Method>,
  ): void;
  /** Answers about an open document; one that is not open has the answer `otherwise`. */
  answerAbout<Method extends DocumentMethod>(
    method: Method,
    otherwise: Otherwise<Method>,
    handle: (
      document: TextDocument,
      params: ParamsOf<Method> & AboutDocument,
      token: CancellationToken,
    ) => Answer<Method>,
  ): void;
  /** As {@link Router.answerAbout}, a little at a time: for what looks at all of a document. Others are served in between. */
  answerAboutInTurns<Method extends DocumentMethod>(
    method: Method,
    otherwise: Otherwise<Method>,
    handle: (document: TextDocument, params: ParamsOf<Method> & AboutDocument) => Steps<ResultOf<Method>>,
  ): void;
  hear<Method extends keyof Notifications>(
    method: Method,
    handle: (params: NotificationParams<Method>) => void | Promise<void>,
  ): void;
  tell<Method extends keyof News>(method: Method, params: News[Method]['params']): void;
}

/** Takes in the changes of `documents`, too. */
export function createRouter(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  texts: () => Texts,
  report: Report,
): Router {
  const check = createCheck(texts, report);
  documents.listen(checkedSynchronisation(connection, check));

  const answer: Router['answer'] = (method, otherwise, handle) => {
    const schema = schemas[method] as Schema<ParamsOf<typeof method>>;
    const answered = answering(method, params => substitute(otherwise, params), handle, report);
    connection.onRequest(method, (...sent: unknown[]) => {
      const token = sent.pop() as CancellationToken;
      const checked = check(method, schema, paramsIn(sent));
      return 'fault' in checked
        ? new ResponseError(ErrorCodes.InvalidParams, checked.fault)
        : answered(checked.params, token);
    });
  };

  const answerAbout: Router['answerAbout'] = (method, otherwise, handle) =>
    answer(method, otherwise, (params, token) => {
      const about = params as typeof params & AboutDocument;
      const document = documents.get(about.textDocument.uri);
      return document ? handle(document, about, token) : substitute(otherwise, params);
    });

  return {
    answer,
    answerAbout,
    answerAboutInTurns: (method, otherwise, handle) =>
      answerAbout(method, otherwise, (document, params, token) => inTurns(handle(document, params), token)),
    tell: (method, params) => void connection.sendNotification(method, params),
    hear(method, handle) {
      const schema = schemas[method] as Schema<NotificationParams<typeof method>>;
      connection.onNotification(method, async (...sent: unknown[]) => {
        const checked = check(method, schema, paramsIn(sent));
        if ('fault' in checked) return;
        try {
          await handle(checked.params);
        } catch (error) {
          report(`${method}: ${describeFailure(error)}`);
        }
      });
    },
  };
}

function substitute<Method extends RequestMethod>(
  otherwise: Otherwise<Method>,
  params: ParamsOf<Method>,
): ResultOf<Method> {
  return typeof otherwise === 'function' ? otherwise(params) : otherwise;
}

/** The library spreads a list of params over the arguments of a handler; of ours none wants a list. */
const paramsIn = (sent: readonly unknown[]): unknown => (sent.length > 1 ? sent : sent[0]);
