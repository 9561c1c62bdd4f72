/** What the language server protocol itself says about documents, as far as it is served, and no more of each message than is read. */
import * as v from 'valibot';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver';
import { messageLimits } from './limits';
import {
  integer,
  listOf,
  natural,
  type Position,
  path,
  placesOf,
  position,
  type Range,
  range,
  type Schema,
  type Schemas,
  text,
  textDocument,
} from './schema';

const document = v.object({ textDocument });
type DocumentParams = v.InferOutput<typeof document>;
const place = v.object({ textDocument, position });
type PlaceParams = v.InferOutput<typeof place>;

/** 3: the list stands open, and its items are to be filled in anew. */
const completionParams = v.object({
  ...place.entries,
  context: v.optional(v.object({ triggerKind: v.optional(integer) })),
});

const inlineContext = v.object({
  triggerKind: v.optional(integer),
  /** An item of the list that is chosen just now. */
  selectedCompletionInfo: v.optional(v.unknown()),
});
/** Why ghost text is asked for. */
export type InlineContext = v.InferOutput<typeof inlineContext>;
const inlineParams = v.object({ ...place.entries, context: inlineContext });

/**
 * Items of ghost text carry more than the protocol asks for, so that a part of one can be taken: offsets in `insertText`,
 * ascending, the last its length.
 */
export interface GhostItem {
  insertText: string;
  /** Empty, at the cursor. */
  range: { start: Position; end: Position };
  /** Where words end, by the index. */
  wordEnds: readonly number[];
  /** Where clauses end, each with its mark. */
  clauseEnds: readonly number[];
}

/** These go back as they came; nothing of them is looked through. */
const item = v.looseObject({ label: v.string() }) as Schema<CompletionItem>;
const diagnostic = v.looseObject({ range, message: v.string() }) as Schema<Diagnostic>;

const selectionParams = v.object({ textDocument, positions: placesOf(position) });
const codeActionParams = v.object({
  textDocument,
  range,
  context: v.object({
    diagnostics: v.pipe(v.array(diagnostic), v.maxLength(messageLimits.diagnostics)),
    only: v.optional(listOf(text(messageLimits.name))),
    /** 1: the writer has asked; 2: the editor asks by itself, as the cursor moves. */
    triggerKind: v.optional(natural),
  }),
});
type CodeActionParams = DocumentParams & {
  range: Range;
  context: { diagnostics: Diagnostic[]; only?: string[] | undefined; triggerKind?: number | undefined };
};

/** What the language server protocol asks: each is answered by the folder of its feature. */
export interface DocumentRequests {
  'textDocument/completion': { params: v.InferOutput<typeof completionParams>; result: CompletionList };
  'completionItem/resolve': { params: CompletionItem; result: CompletionItem };
  'textDocument/inlineCompletion': { params: v.InferOutput<typeof inlineParams>; result: GhostItem[] };
  'textDocument/hover': { params: PlaceParams; result: Hover | null };
  'textDocument/references': { params: PlaceParams; result: Location[] };
  'textDocument/definition': { params: PlaceParams; result: Location[] };
  'textDocument/onTypeFormatting': { params: PlaceParams; result: TextEdit[] };
  'textDocument/documentSymbol': { params: DocumentParams; result: DocumentSymbol[] };
  'textDocument/foldingRange': { params: DocumentParams; result: FoldingRange[] };
  'textDocument/selectionRange': { params: v.InferOutput<typeof selectionParams>; result: SelectionRange[] };
  'textDocument/codeAction': { params: CodeActionParams; result: CodeAction[] };
}

/** What checks the params of each. */
export const documentSchemas: Schemas<DocumentRequests> = {
  'textDocument/completion': completionParams,
  'completionItem/resolve': item,
  'textDocument/inlineCompletion': inlineParams,
  'textDocument/hover': place,
  'textDocument/references': place,
  'textDocument/definition': place,
  'textDocument/onTypeFormatting': place,
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': selectionParams,
  'textDocument/codeAction': codeActionParams,
};

const change = v.object({ range: v.optional(range), text: text(messageLimits.document) });
const version = v.pipe(v.number(), v.integer());

/** How documents are kept in step: whoever misses one of these knows another text than the editor. */
export const synchronisationSchemas = {
  'textDocument/didOpen': v.object({
    textDocument: v.object({
      uri: path,
      languageId: text(messageLimits.name),
      version,
      text: text(messageLimits.document),
    }),
  }),
  'textDocument/didChange': v.object({
    textDocument: v.object({ uri: path, version }),
    contentChanges: v.array(change),
  }),
  'textDocument/didClose': document,
};
