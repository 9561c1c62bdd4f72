/** Resolves when a promise is settled, or after so many milliseconds: whatever it waits for goes on. */
export function within(milliseconds: number, waited: Promise<unknown>): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    waited.then(done, done);
  });
}
