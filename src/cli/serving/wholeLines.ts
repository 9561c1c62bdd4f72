import { Transform } from 'node:stream';

const LINE_END = 0x0a;

/**
 * Hands on whole lines, as they come: what reads messages by lines joins all it holds anew at every piece that comes. Fails where a line
 * is longer than `most` bytes.
 */
export function wholeLines(most: number): Transform {
  let held: Buffer[] = [];
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const end = chunk.lastIndexOf(LINE_END) + 1;
      if (end > 0) {
        this.push(Buffer.concat([...held, chunk.subarray(0, end)]));
        held = [];
        bytes = 0;
      }
      held.push(chunk.subarray(end));
      bytes += chunk.length - end;
      done(bytes > most ? new RangeError(`a line of more than ${most} bytes`) : null);
    },
  });
}
