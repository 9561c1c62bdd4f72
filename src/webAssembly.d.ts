/** A file in AssemblyScript, compiled: `scripts/bundles/assembly.mjs`. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** What is used of the standard's own interface: its declarations come with those of browsers, and none of this runs in one. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  /** Can this machine run it? */
  function validate(bytes: Uint8Array): boolean;
}
