/** The index could not be written: unlike a bad file, this ends the build. `cause` says why. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** The build was cancelled, and what was asked is not done any more. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Another writer took the storage folder over: this one was suspended, or the clock was set. */
export class LostLockError extends Error {
  override readonly name = 'LostLockError';
}
