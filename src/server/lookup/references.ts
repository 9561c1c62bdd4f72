import { pathToFileURL } from 'node:url';
import type { Location, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { findPassages } from '../../engine/passages/findPassages';
import { wordingAt } from '../../engine/passages/wordingAt';
import { lineText } from '../lines';
import { articleAddress } from '../passages/articleAddress';
import { locate } from '../passages/locate';
import { ownCluster } from '../passages/ownCluster';
import { passageRef } from '../passages/passageRef';
import { source } from '../passages/source';
import type { PassageRef } from '../protocol/passages';
import type { Texts } from '../textTable';

/** What references are looked up in, and how their places are written. */
export interface ReferenceSources {
  readonly directory: ArticleDirectory;
  readonly texts: Texts;
  /** Scheme of the documents in which the client shows articles; without it places are those of the files themselves. */
  readonly scheme: string | undefined;
}

/** More are looked up, not leafed through. To find a place in its file, the file is read. */
const MOST_ARTICLES = 200;
const MOST_FILES = 30;
const START = { line: 0, character: 0 };

/** Where the wording at a position comes from, the newest article first, each article once. */
export async function references(
  document: TextDocument,
  position: Position,
  { directory, texts, scheme }: ReferenceSources,
): Promise<Location[]> {
  const { view } = directory;
  const exceptCluster = ownCluster(directory, document.uri);
  const wording = wordingAt(view, lineText(document, position.line), position.character, { exceptCluster });
  if (!wording) return [];
  const most = scheme === undefined ? MOST_FILES : MOST_ARTICLES;
  const { passages } = findPassages(view, wording.text, most, { exceptCluster, directory });
  const places: Location[] = [];
  for (const passage of passages) {
    const ref = passageRef(passage);
    const place =
      scheme === undefined ? await inFile(directory, ref, texts) : inDocument(directory, ref, texts, scheme);
    if (place) places.push(place);
  }
  return places;
}

/** In the document that the client makes of the article, whatever the kind of its file. */
function inDocument(directory: ArticleDirectory, ref: PassageRef, texts: Texts, scheme: string): Location | null {
  const shown = source(directory, ref, texts);
  if (shown.kind === 'gone') return null;
  const { path, entry, title, start, end } = shown;
  return { uri: articleAddress(scheme, { path, entry, title }), range: { start, end } };
}

/** In a text file where the wording stands in it; a document of another kind at its beginning. */
async function inFile(directory: ArticleDirectory, ref: PassageRef, texts: Texts): Promise<Location | null> {
  const place = await locate(directory, ref, texts);
  if (place.kind === 'gone') return null;
  const range = place.kind === 'file' ? { start: place.start, end: place.end } : { start: START, end: START };
  return { uri: pathToFileURL(place.path).href, range };
}
