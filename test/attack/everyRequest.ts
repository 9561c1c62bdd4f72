import type { ParamsOf, RequestMethod } from '../../src/server/protocol/protocol';
import type { Position, Range } from '../../src/server/protocol/schema';
import type { LspClient } from '../server/lspClient';

/** What a request is asked about: an open draft of a nasty text, and an article of the corpus. */
export interface AskedAbout {
  readonly uri: string;
  readonly text: string;
  /** The end of the draft. */
  readonly position: Position;
  /** All of the draft. */
  readonly range: Range;
  /** File of the corpus, whose only article is made of nasty texts, too. */
  readonly path: string;
}

type Params = { readonly [Method in RequestMethod]: (about: AskedAbout) => ParamsOf<Method> };

const textDocument = ({ uri }: AskedAbout) => ({ uri });
const document = (about: AskedAbout) => ({ textDocument: textDocument(about) });
const place = (about: AskedAbout) => ({ ...document(about), position: about.position });
const article = ({ path }: AskedAbout) => ({ path, entry: 0 });
const passage = (about: AskedAbout) => ({ ...article(about), paragraph: 0, offset: 0, length: 2, text: about.text });

/** Every request of the protocol with as much text as it takes, and more. The compiler sees to it that none is left out. */
const EVERY: Params = {
  'textDocument/completion': place,
  'completionItem/resolve': ({ text }) => ({ label: text, data: { segment: 'none', position: 0, length: 3 } }),
  'textDocument/inlineCompletion': about => ({ ...place(about), context: { triggerKind: 1 } }),
  'textDocument/hover': place,
  'textDocument/onTypeFormatting': place,
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': about => ({ ...document(about), positions: Array(50).fill(about.position) }),
  'textDocument/codeAction': about => ({ ...document(about), range: about.range, context: { diagnostics: [] } }),
  'fanben/report': () => null,
  'fanben/imported': ({ path }) => ({ path }),
  'fanben/corpusTree': ({ path }) => ({ parent: { kind: 'file', path }, from: 0 }),
  'fanben/articleText': article,
  'fanben/noteArticle': about => ({ ...article(about), change: {} }),
  'fanben/facets': () => null,
  'fanben/forgetChoices': () => null,
  'fanben/banishable': ({ uri }) => ({ uri }),
  'fanben/banish': ({ text }) => ({ text, isBanished: true }),
  'fanben/lookUp': ({ text }) => ({ words: text, limit: 200 }),
  'fanben/source': passage,
  'fanben/locate': passage,
  'fanben/frames': () => null,
  'fanben/ownFrames': () => null,
  'fanben/slotCandidates': ({ text }) => ({ text }),
  'fanben/composeFrame': ({ text }) => ({ text, slots: [{ start: 0, end: 1, name: text }], name: text }),
  'fanben/minedFrames': ({ text }) => ({ known: text }),
  'fanben/minedFrame': ({ text }) => ({ version: text, id: 0 }),
  'fanben/articles': ({ path }) => ({ path }),
  'fanben/exemplar': article,
  'fanben/skeleton': article,
  'fanben/renumber': document,
  'fanben/moveSection': about => ({ ...place(about), direction: 'up' }),
  'fanben/memberDue': place,
  'fanben/length': about => ({ ...document(about), ranges: Array(50).fill(about.range) }),
  'fanben/wordDocument': document,
  'fanben/formattedText': about => ({ ...document(about), ranges: [about.range] }),
  'fanben/wordStarts': ({ text }) => ({ texts: [text] }),
};

export const EVERY_REQUEST = Object.keys(EVERY) as RequestMethod[];

/** Opens a draft of that text, asks, and closes it again. Refused is an answer, too. */
export async function askAbout(client: LspClient, method: RequestMethod, text: string, path: string): Promise<void> {
  const uri = await client.open(text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const range = { start: { line: 0, character: 0 }, end: position };
  try {
    await client.connection
      .sendRequest(method, EVERY[method]({ uri, text, position, range, path }))
      .catch(() => undefined);
  } finally {
    await client.notify('textDocument/didClose', { textDocument: { uri } });
  }
}
