import type { RequestMethod } from '../protocol/protocol';
import type { Texts } from '../textTable';
import type { LibrarySession } from './librarySession';

/**
 * Tells the writer that a request was not asked of the libraries that are read on demand, for it takes all there is of one: an answer that has
 * less says so. Of each kind of request once, as long as these libraries are read so. `isInPart`: they were asked, but not for all.
 */
export type LeftOut = (method: RequestMethod, isInPart?: boolean) => void;

export function createLeftOut(
  libraries: Pick<LibrarySession, 'onDemand'>,
  texts: () => Texts,
  inform: (message: string) => void,
): LeftOut {
  const told = new Set<string>();
  return (method, isInPart = false) => {
    const names = libraries.onDemand();
    const key = [method, isInPart, ...names].join('\0');
    if (names.length === 0 || told.has(key)) return;
    told.add(key);
    inform(isInPart ? texts().askedInPart(names) : texts().leftOut(names));
  };
}
