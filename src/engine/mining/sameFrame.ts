import { type Frame, type FrameInstance, type FramePart, isCounter, isSlot } from '../parallel/frame';
import { isVariation } from '../parallel/variation';
import { nameOf, slotsNamed, templateText } from './describe';

/** What two frames have in common that are the same: level, fixed wording, places of the slots, way of counting. */
export function frameKey({ level, parts }: Pick<Frame, 'level' | 'parts'>): string {
  const written = parts.map(part => {
    if (typeof part === 'string') return part;
    return isCounter(part) ? `\u0001${part.series}` : `\u0002${part.slot}`;
  });
  return `${level}\u0003${written.join('\u0003')}`;
}

function textBefore(parts: readonly FramePart[], slot: number): string {
  const before = parts[parts.findIndex(part => isSlot(part) && part.slot === slot) - 1];
  return typeof before === 'string' ? before : '';
}

/** A frame with these instances instead: slots are named anew, by all that has filled them. */
export function withInstances<Instance extends FrameInstance>(
  frame: Frame,
  instances: readonly Instance[],
): Frame & { readonly instances: readonly Instance[] } {
  const { parts } = frame;
  const slots = slotsNamed(
    frame.slots.map((_, slot) => {
      const fillers = instances.map(instance => instance.fillers[slot] ?? '');
      return { fillers, before: textBefore(parts, slot), variation: isVariation(fillers) };
    }),
  );
  return { ...frame, slots, instances, template: templateText(parts, slots), name: nameOf(parts) };
}

/** Frames of one article that are the same become one, at the place of the first. */
export function joinEqual(frames: readonly Frame[]): Frame[] {
  const groups = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = frameKey(frame);
    const group = groups.get(key);
    if (group) group.push(frame);
    else groups.set(key, [frame]);
  }
  return [...groups.values()].map(group => {
    const [first] = group;
    if (group.length === 1) return first!;
    const instances = group
      .flatMap(frame => frame.instances)
      .sort((a, b) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end);
    const members = Math.max(...group.map(frame => frame.members));
    return { ...withInstances(first!, instances), members };
  });
}
