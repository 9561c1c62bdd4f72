/** The index could not be written: unlike a bad file, this ends the build. `cause` says why. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Another writer took the storage folder over: this one was suspended, or the clock was set. */
export class LostLockError extends Error {
  override readonly name = 'LostLockError';
}
