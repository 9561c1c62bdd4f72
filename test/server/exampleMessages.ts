import type { Notifications, Requests } from '../../src/server/protocol/protocol';

/** A draft to ask about. */
export const DRAFT = '机密：各级干部要扑下身子';
export const textDocument = { uri: 'untitled:malformed.gao' };
export const place = { line: 0, character: DRAFT.length };
const range = { start: place, end: place };

/** One of each request as it should be. The compiler sees to it that none is left out. */
export const exampleRequests = (path: string): { [Method in keyof Requests]: Requests[Method]['params'] } => ({
  'textDocument/completion': { textDocument, position: place },
  'completionItem/resolve': { label: '抓落实', data: { segment: 'none', position: 0, length: 3 } },
  'textDocument/inlineCompletion': { textDocument, position: place, context: { triggerKind: 1 } },
  'textDocument/hover': { textDocument, position: place },
  'textDocument/references': { textDocument, position: place },
  'textDocument/definition': { textDocument, position: place },
  'textDocument/onTypeFormatting': { textDocument, position: place },
  'textDocument/documentSymbol': { textDocument },
  'textDocument/foldingRange': { textDocument },
  'textDocument/selectionRange': { textDocument, positions: [place] },
  'textDocument/codeAction': { textDocument, range, context: { diagnostics: [{ range, message: '序号' }] } },
  'fanben/check': { textDocument },
  'fanben/clearCheck': { textDocument },
  'workspace/executeCommand': {
    command: 'fanben.ignoreProblem',
    arguments: [{ uri: textDocument.uri, code: 'width', text: ',' }],
  },
  'fanben/report': null,
  'fanben/imported': { path },
  'fanben/keepLine': { path, entry: 0, line: '责任编辑：方晓禾', isKept: true },
  'fanben/corpusTree': { parent: { kind: 'folder', path }, from: 0 },
  'fanben/articleText': { path, entry: 0 },
  'fanben/noteArticle': { path, entry: 0, change: { title: '题目', excluded: false } },
  'fanben/facets': null,
  'fanben/libraries': null,
  'fanben/forgetChoices': null,
  'fanben/banishable': { uri: textDocument.uri },
  'fanben/banish': { text: '抓落实', isBanished: false },
  'fanben/lookUp': { words: '抓落实', limit: 3 },
  'fanben/source': { path, entry: 0, paragraph: 1, offset: 0, length: 2, text: '今天' },
  'fanben/locate': { path, entry: 0, paragraph: 1, offset: 0, length: 2, text: '今天' },
  'fanben/search': { words: '抓落实', order: 'article', limit: 3, textDocument },
  'fanben/linesFile': { words: '抓落实', order: 'right', limit: 3, format: 'csv' },
  'fanben/concordance': { words: '抓落实', order: 'right', limit: 3 },
  'fanben/collocates': { words: '落实', limit: 3 },
  'fanben/variants': { line: DRAFT, start: 3, end: 5, limit: 3 },
  'fanben/history': { words: '抓落实' },
  'fanben/speakerProfile': { speaker: '周明远' },
  'fanben/likeSentences': { textDocument, line: 0, start: 0, end: 9, limit: 3 },
  'fanben/nextParagraphs': { textDocument, line: 0, start: 0, end: 9, limit: 3 },
  'fanben/tool': { name: 'fanben_search', input: { query: '抓落实' } },
  'fanben/frames': null,
  'fanben/ownFrames': null,
  'fanben/articleFrames': { textDocument },
  'fanben/slotCandidates': { text: '以茶兴县' },
  'fanben/composeFrame': { text: '以茶兴县', slots: [{ start: 1, end: 2, name: '产业' }], name: '兴县' },
  'fanben/minedFrames': { known: '1' },
  'fanben/minedFrame': { version: '1', id: 0 },
  'fanben/articles': { path },
  'fanben/exemplar': { path, entry: 0 },
  'fanben/precedents': { textDocument, leans: true },
  'fanben/skeleton': { path, entry: 0, range: { paragraph: 0, start: 0, endParagraph: 1, end: 1 } },
  'fanben/renumber': { textDocument, range },
  'fanben/moveSection': { textDocument, position: place, direction: 'up' },
  'fanben/memberDue': { textDocument, position: place },
  'fanben/length': { textDocument, ranges: [range] },
  'fanben/wordDocument': { textDocument },
  'fanben/formattedText': { textDocument, ranges: [range] },
  'fanben/wordStarts': { texts: [DRAFT] },
});
/** One of each notification. */
export const exampleNotifications = (
  path: string,
): { [Method in keyof Notifications]: Notifications[Method]['params'] } => ({
  'workspace/didRenameFiles': { files: [{ oldUri: 'file:///old.gao', newUri: 'file:///new.gao' }] },
  'fanben/cancelIndexing': null,
  'fanben/reindex': { fromScratch: false, paths: [path] },
  'fanben/setCorpus': { corpus: [path], include: ['**'], exclude: [], maxFileBytes: 1_000_000 },
  'fanben/refreshLibraries': { target: '/none' },
  'fanben/setLens': { filter: { speakers: [], fromYear: 2000 }, folders: [{ path, enabled: true, weight: 1 }] },
  'fanben/listDismissed': { uri: textDocument.uri },
  'fanben/listAsked': { uri: textDocument.uri },
  'fanben/listOpen': { uri: textDocument.uri },
  'fanben/setFrameFiles': { paths: [path] },
  'fanben/setSayings': { sayings: ['功成不必在我'] },
  'fanben/setExemplars': { articles: [{ path, entry: 0 }] },
});
/** Of these the last would change the draft, if it were as it should be. */
export const exampleSynchronisation = {
  'textDocument/didOpen': {
    textDocument: { uri: 'untitled:other.gao', languageId: 'speech-draft', version: 1, text: '机密' },
  },
  'textDocument/didClose': { textDocument: { uri: 'untitled:other.gao' } },
  'textDocument/didChange': {
    textDocument: { uri: 'untitled:other.gao', version: 2 },
    contentChanges: [{ range, text: '机密' }],
  },
};
