import { SERIES } from '../outline/series';
import { FRAME_LEVELS, type Frame } from './frame';

/** Parts, slots and members of a frame are a handful: what has more was not mined. */
const MOST_MEMBERS = 10_000;
const MOST_PARTS = 1_000;

/** Is a value a frame, with no slot that it has not? Of what others have mined it is to be asked. */
export function isFrame(value: unknown): value is Frame {
  if (!isRecord(value)) return false;
  const { level, template, name, parts, slots, instances, members, joint, weight, balance } = value;
  if (!isList(parts, MOST_PARTS) || !isList(slots, MOST_PARTS) || !isList(instances, MOST_MEMBERS)) return false;
  return (
    (FRAME_LEVELS as readonly unknown[]).includes(level) &&
    [template, name, joint].every(isText) &&
    isCount(members) &&
    [weight, balance].every(Number.isFinite) &&
    parts.every(part => isText(part) || isPart(part, slots.length)) &&
    slots.every(isFrameSlot) &&
    instances.length > 0 &&
    instances.every(instance => isInstance(instance, slots.length))
  );
}

function isPart(value: unknown, slots: number): boolean {
  if (!isRecord(value)) return false;
  if ('slot' in value) return isCount(value.slot) && value.slot < slots;
  return SERIES.some(({ id }) => id === value.series) && [value.before, value.numeral, value.after].every(isText);
}

const isFrameSlot = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.name) &&
  typeof value.variation === 'boolean' &&
  isList(value.examples, MOST_MEMBERS) &&
  value.examples.every(isText);

function isInstance(value: unknown, slots: number): boolean {
  if (!isRecord(value)) return false;
  const { text, paragraph, start, end, fillers, marker = '', run } = value;
  return (
    [text, marker].every(isText) &&
    [paragraph, start, end, run].every(isCount) &&
    isList(fillers, slots) &&
    fillers.every(isText)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isList = (value: unknown, most: number): value is readonly unknown[] =>
  Array.isArray(value) && value.length <= most;
