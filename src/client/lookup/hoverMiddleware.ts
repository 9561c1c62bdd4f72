import type { Middleware } from 'vscode-languageclient/node';
import { readSettings } from '../settings';

/** Asks the server for hovers only where the writer wants them. */
export const hoverMiddleware: Pick<Middleware, 'provideHover'> = {
  provideHover: (document, position, token, next) =>
    readSettings().hover ? next(document, position, token) : undefined,
};
