import { type BuilderOptions, type BuilderProcess, prepareBuilder } from './runBuilder';

/** Who saves once often saves again: so long a builder waits with its dictionary read. */
const READY_MS = 60_000;

/** A builder that waits for the next change: what it takes to start and to read the dictionary is not part of it. */
export interface ReadyBuilder {
  /** Starts one, where there is none: a change is about to come. */
  prepare(): void;
  /** Takes over what has done a build and can do another. */
  keep(builder: BuilderProcess | undefined): void;
  /** Gives it away, if there is one. */
  take(): BuilderProcess | undefined;
  dismiss(): void;
}

/** `readyMs`: how long it waits, in milliseconds. */
export function openReadyBuilder(options: BuilderOptions, readyMs = READY_MS): ReadyBuilder {
  let builder: BuilderProcess | undefined;
  let patience: NodeJS.Timeout | undefined;

  const take = () => {
    const taken = builder;
    clearTimeout(patience);
    builder = undefined;
    return taken;
  };
  const dismiss = () => {
    take()?.kill('SIGKILL');
  };
  const keep = (kept: BuilderProcess | undefined) => {
    if (!kept) return;
    dismiss();
    builder = kept;
    patience = setTimeout(dismiss, readyMs).unref();
  };
  return {
    prepare() {
      if (!builder?.connected) keep(prepareBuilder(options));
    },
    keep,
    take,
    dismiss,
  };
}
