import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where problems of the server go. */
export type Report = (problem: string) => void;

/**
 * A request handler that never takes the server down: a `ResponseError` is sent as it is, any other exception is reported and
 * answered with `otherwise`; a cancelled request is not begun, and its answer not sent.
 */
export function answering<Params, Result>(
  name: string,
  otherwise: (params: Params) => Result,
  handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  report: Report,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void>> {
  const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handle(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof ResponseError) return error;
      report(`${name}: ${describeFailure(error)}`);
      return otherwise(params);
    }
  };
}

/** Kind and place of an error. Never its message: that may quote a draft. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
