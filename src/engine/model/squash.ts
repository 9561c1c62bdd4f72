/** The logistic function and the hyperbolic tangent, looked up: a step of a network asks for a thousand. */
export interface Squash {
  logistic(x: number): number;
  tanh(x: number): number;
}

/** Beyond this both are flat, to a three thousandth. */
const REACH = 8;
const PER_UNIT = 256;
const SIZE = 2 * REACH * PER_UNIT;

/** Both functions, their tables filled. */
export function createSquash(): Squash {
  const of = (f: (x: number) => number) => Float32Array.from({ length: SIZE + 1 }, (_, i) => f(i / PER_UNIT - REACH));
  const logistics = of(x => 1 / (1 + Math.exp(-x)));
  const tangents = of(Math.tanh);
  const place = (x: number): number => {
    const at = ((x + REACH) * PER_UNIT + 0.5) | 0;
    return at < 0 ? 0 : at > SIZE ? SIZE : at;
  };
  return { logistic: x => logistics[place(x)]!, tanh: x => tangents[place(x)]! };
}
