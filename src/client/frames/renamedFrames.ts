/** Name → frame, as a file of frames holds them. */
export type Frames = Record<string, unknown>;

/**
 * Frames that are taken in, with other names where there are frames of these names that say something else: a second 三讲 comes
 * as `三讲 2`. None is lost, of those that are known or of those that come.
 */
export function renamedFrames(coming: Frames, known: Frames): Frames {
  const taken = new Map(Object.entries(known));
  const isFree = (name: string, frame: unknown) =>
    !taken.has(name) || JSON.stringify(taken.get(name)) === JSON.stringify(frame);
  const entries = Object.entries(coming);
  const clashing = new Set(entries.filter(([name, frame]) => !isFree(name, frame)));
  const renamed = entries.filter(entry => !clashing.has(entry));
  // Nobody is given the name of another that comes.
  for (const [name, frame] of renamed) taken.set(name, frame);
  for (const [name, frame] of clashing) {
    let copy = 2;
    while (!isFree(`${name} ${copy}`, frame)) copy++;
    taken.set(`${name} ${copy}`, frame);
    renamed.push([`${name} ${copy}`, frame]);
  }
  return Object.fromEntries(renamed);
}
