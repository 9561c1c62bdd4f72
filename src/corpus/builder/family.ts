import { corpusLimits } from '../limits';

/** What a process sees of whoever started it, and what it can do about it. */
export interface Family {
  /** Who the system says the parent is now. */
  parent(): number;
  isRunning(pid: number): boolean;
  end(): void;
  every(milliseconds: number, step: () => void): void;
}

/** Ends the process once its parent is gone: an orphan has another where the system gives it one; elsewhere the old one is asked for. */
export function endWithParent(parent: number, family: Family): void {
  family.every(corpusLimits.parentLookMs, () => {
    if (family.parent() !== parent || !family.isRunning(parent)) family.end();
  });
}
