import type { StatedField } from '../../article/article';
import type { StoredMeta } from '../columns/segmentParts';

/** A title is a line, furniture some lines: what is longer is no metadata. Bytes of an article's. */
export const MOST_META_BYTES = 64 << 10;

const FIELDS: Readonly<Record<StatedField, true>> = { title: true, date: true, speaker: true, occasion: true };

/** Has a value the shape of the metadata of an article? Of what others have indexed it is to be asked. */
export function isStoredMeta(value: unknown): value is StoredMeta {
  if (!isRecord(value)) return false;
  const { title, speaker = null, occasion = null, stated = [], furniture } = value;
  return (
    typeof title === 'string' &&
    isTextOrNull(speaker) &&
    isTextOrNull(occasion) &&
    Array.isArray(stated) &&
    stated.every(field => Object.hasOwn(FIELDS, field)) &&
    (furniture === undefined || (isRecord(furniture) && areTexts(furniture.head) && areTexts(furniture.foot)))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(one => typeof one === 'string');
