import { is } from 'valibot';
import { ErrorCodes } from 'vscode-languageserver/node';
import { messageLimits } from '../../src/server/protocol/limits';
import { type RequestMethod, schemas } from '../../src/server/protocol/protocol';
import type { Position } from '../../src/server/protocol/schema';
import { exampleRequests } from '../server/exampleMessages';
import type { LspClient } from '../server/lspClient';

/** What a request is asked about: an open draft of a nasty text, and a file of the corpus. */
interface AskedAbout {
  readonly uri: string;
  readonly text: string;
  /** The end of the draft. */
  readonly position: Position;
  /** File of the corpus, whose only article is made of nasty texts, too. */
  readonly path: string;
}

const { paragraph, paragraphs, wordsParagraph, frameText, name } = messageLimits;
/** Lengths that are refused no more, the longest first. */
const CAPS = [paragraph, wordsParagraph, frameText, name, 100];
/** So many of a list come in one request, by its name: cursors, selections, paragraphs; of others one. */
const COPIES: Readonly<Record<string, number>> = { positions: 50, ranges: 50, texts: paragraphs };
/** One of a few words that a schema knows: `up`, `right`, `folder`. */
const KEYWORD = /^[a-z]+$/i;

/** An example of a message with as much as an editor could send: every text is the nasty one, every place the end of the draft. */
function inflated(example: unknown, key: string, about: AskedAbout): unknown {
  const { uri, text, position, path } = about;
  if (key === 'uri' || key === 'path') return key === 'uri' ? uri : path;
  if (key === 'position') return position;
  if (key === 'range') return { start: { line: 0, character: 0 }, end: position };
  if (key === 'limit') return 200;
  if (key === 'end' && typeof example === 'number') return text.length;
  if (typeof example === 'string') return KEYWORD.test(example) ? example : text;
  if (Array.isArray(example)) {
    const item = inflated(example[0], key === 'ranges' ? 'range' : key === 'positions' ? 'position' : '', about);
    return Array.from({ length: COPIES[key] ?? 1 }, () => item);
  }
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([name, inner]) => [name, inflated(inner, name, about)]));
}

/** Every request of the protocol. */
export const EVERY_REQUEST = Object.keys(exampleRequests('')) as RequestMethod[];

/**
 * Opens a draft of that text, asks, and closes it again. What is refused for its length is asked again with as much as is taken; with
 * `isTimed` it is not even sent, for all of the time would be that of its JSON, written and read.
 */
export async function askAbout(
  client: LspClient,
  method: RequestMethod,
  text: string,
  path: string,
  { isTimed = false } = {},
): Promise<void> {
  const uri = await client.open(text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  try {
    for (const most of [text.length, ...CAPS]) {
      const about = { uri, text: text.slice(0, most), position, path };
      const params = inflated(exampleRequests(path)[method], '', about);
      if (isTimed && !is(schemas[method], params)) continue;
      const answer = client.connection.sendRequest(method, params);
      const isRefused = await answer.then(
        () => false,
        ({ code }) => code === ErrorCodes.InvalidParams,
      );
      if (!isRefused) break;
    }
  } finally {
    await client.notify('textDocument/didClose', { textDocument: { uri } });
  }
}
