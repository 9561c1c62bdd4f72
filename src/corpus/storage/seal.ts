import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Keeps texts of the writer so that who takes the disk cannot read them: AES-256-GCM, under a key that lies elsewhere. */
export interface Seal {
  /** Fingerprints of the keys that are at hand. */
  readonly keys: readonly string[];
  /** A text as one line that only a holder of the key can read; as it is, where nothing is to be sealed. */
  seal(text: string): string;
  /** What a line holds, whether it is sealed or not. */
  open(line: string): Opened;
  /** Whether `seal` would write such a line otherwise: it is not sealed, or under a key that has been replaced. */
  isOutdated(line: string): boolean;
}

/** `locked`: sealed under a key that is not at hand, named by its fingerprint. `damaged`: no seal is whole that looks like this. */
export type Opened =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'locked'; readonly key: string }
  | { readonly kind: 'damaged' };

/** Bytes of a key. */
const KEY_BYTES = 32;
const [IV_BYTES, TAG_BYTES] = [12, 16];
const SEALED = /^\{"key":"([0-9a-f]{8})","sealed":"([A-Za-z0-9+/]+={0,2})"\}$/;

/** Eight hexadecimal digits that tell keys apart and give none away. */
function fingerprint(key: Buffer): string {
  return createHash('sha256').update('fanben key').update(key).digest('hex').slice(0, 8);
}

/** Keys by which texts are sealed. */
export interface SealKeys {
  /** Base64, the one of now first, then those it has replaced, whose lines can still be read; what is no key is left out. */
  readonly keys: readonly string[];
  /** Off, or without a key, texts are written as they are. */
  readonly isOn: boolean;
}

/** Seals texts with the first key, and opens what was sealed with any of them (AES-256-GCM). */
export function createSeal({ keys, isOn }: SealKeys): Seal {
  const known = keys
    .map(key => Buffer.from(key, 'base64'))
    .filter(({ length }) => length === KEY_BYTES)
    .map(key => ({ key, name: fingerprint(key) }));
  const own = isOn ? known[0] : undefined;
  return {
    keys: known.map(({ name }) => name),
    seal: text => (own ? JSON.stringify({ key: own.name, sealed: sealed(own.key, text) }) : text),
    open(line) {
      const [, name, bytes] = SEALED.exec(line) ?? [];
      if (name === undefined) return { kind: 'text', text: line };
      const found = known.find(one => one.name === name);
      return found ? opened(found.key, Buffer.from(bytes!, 'base64')) : { kind: 'locked', key: name };
    },
    isOutdated: line => SEALED.exec(line)?.[1] !== own?.name,
  };
}

/** Texts are written and read as they are. */
export const NO_SEAL = createSeal({ keys: [], isOn: false });

function sealed(key: Buffer, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64');
}

function opened(key: Buffer, bytes: Buffer): Opened {
  if (bytes.length < IV_BYTES + TAG_BYTES) return { kind: 'damaged' };
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return { kind: 'text', text: text.toString('utf8') };
  } catch {
    return { kind: 'damaged' };
  }
}
