import type { RequestMethod } from '../../protocol/protocol';
import type { Texts } from '../../textTable';
import type { LibrarySession } from './librarySession';

/** What was asked of libraries on demand, but not for all: a check of a draft, or a search that looks at some of the places. */
export type AskedPart = 'check' | 'search';

/**
 * Tells the writer that a request was not asked of the libraries that are read on demand, or not for all: an answer that has less says
 * so. Of each kind of request once, as long as these libraries are read so.
 */
export type LeftOut = (method: RequestMethod | 'fanben/setLens', part?: AskedPart) => void;

/** Nothing is told yet; `inform` shows a message to the writer. */
export function createLeftOut(
  libraries: Pick<LibrarySession, 'onDemand'>,
  texts: () => Texts,
  inform: (message: string) => void,
): LeftOut {
  const told = new Set<string>();
  return (method, part) => {
    const names = libraries.onDemand();
    const key = [method, part, ...names].join('\0');
    if (names.length === 0 || told.has(key)) return;
    told.add(key);
    const { leftOut, askedInPart, searchedInPart } = texts();
    inform(part === undefined ? leftOut(names) : part === 'check' ? askedInPart(names) : searchedInPart(names));
  };
}
