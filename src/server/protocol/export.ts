/** A draft as an official document: its file for Word, or what goes on the clipboard for it. */
import * as v from 'valibot';
import { placesOf, range, type Schemas, textDocument } from './schema';

const exportParams = v.object({ textDocument });

/** A document for Word by GB/T 9704-2012. */
export interface WordDocument {
  /** The bytes of the .docx, base64. */
  docx: string;
  /** The title, where the draft has one. */
  title: string;
  /** Slots that nobody has filled, `〔地名〕`, in order. */
  slots: readonly string[];
  /** Lines of guidance that were left out. */
  guidance: number;
}

/** The parts of a draft, all of it without any. */
const copyParams = v.object({ textDocument, ranges: placesOf(range) });

/** The same text for a program that takes in formats, and for one that does not. */
export interface FormattedText {
  html: string;
  text: string;
}

/** The draft for other programs; `server/export` answers, and refuses one of more paragraphs than it exports at once. */
export interface ExportRequests {
  /** `null` where the draft holds no text. */
  'fanben/wordDocument': { params: v.InferOutput<typeof exportParams>; result: WordDocument | null };
  'fanben/formattedText': { params: v.InferOutput<typeof copyParams>; result: FormattedText | null };
}

/** What checks the params of each. */
export const exportSchemas: Schemas<ExportRequests> = {
  'fanben/wordDocument': exportParams,
  'fanben/formattedText': copyParams,
};
