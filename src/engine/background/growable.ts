type Numbers = Uint8Array | Uint16Array | Float64Array;

/** A list of numbers without their objects. */
export function growable<T extends Numbers>(Type: new (length: number) => T) {
  let array = new Type(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value: number) {
      if (length === array.length) {
        const larger = new Type(2 * length);
        larger.set(array);
        array = larger;
      }
      array[length++] = value;
    },
    /** Replaces what was pushed last. */
    setLast(value: number) {
      array[length - 1] = value;
    },
    values: (): T => array.subarray(0, length) as T,
  };
}
