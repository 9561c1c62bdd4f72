import type { Status } from '../../server/protocol/corpus';

/** What is known about the language server. */
export interface ServerState {
  readonly phase: 'stopped' | 'starting' | 'running' | 'restarting' | 'failed';
  /** What the server told last about its index; kept over a crash. */
  readonly status?: Status;
  /** Why, where `phase` is `failed`. */
  readonly reason?: string;
}
