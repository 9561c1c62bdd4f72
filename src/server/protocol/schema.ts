import * as v from 'valibot';
import { messageLimits } from './limits';

/** What checks the params of a message. It strips what it does not know, so that only what was checked goes further. */
export type Schema<Params = unknown> = v.GenericSchema<unknown, Params>;

/** The schema of each of these messages: `Schemas<CorpusRequests>`. */
export type Schemas<Messages> = {
  readonly [Method in keyof Messages]: Messages[Method] extends { params: infer Params } ? Schema<Params> : never;
};

/** A message without params; what is sent nevertheless is not looked at. */
export const nothing = v.pipe(
  v.unknown(),
  v.transform(() => null),
);

/** A whole number, also below 0. */
export const integer = v.pipe(v.number(), v.integer());
/** A count, or an offset in UTF-16 code units. */
export const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A text of so many UTF-16 code units at most. */
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** A text of which so many UTF-16 code units are taken. */
export const cutText = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(whole => whole.slice(0, most)),
  );
/** An absolute path, or an address. */
export const path = text(messageLimits.path);
/** A list that somebody has made by hand: folders, patterns, articles. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(messageLimits.listed));
/** Cursors, selections or slots. */
export const placesOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(messageLimits.places));

/** A position of the protocol: what is outside the document is moved into it, so any integer will do. */
export const position = v.object({ line: integer, character: integer });
export type Position = v.InferOutput<typeof position>;

/** A range of the protocol. */
export const range = v.object({ start: position, end: position });
/** As it is after the check: `end` exclusive, both 0-based, UTF-16. */
export type Range = v.InferOutput<typeof range>;

/** A document that is, or should be, open. */
export const textDocument = v.object({ uri: path });
/** Params of a request about an open document. */
export interface AboutDocument {
  textDocument: { uri: string };
}
