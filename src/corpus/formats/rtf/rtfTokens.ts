/** One step through an RTF file. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\par`, `\u20849`: a name with its number, null where there is none. A sign such as `\~` is a word of one sign. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** Bytes in the code page that holds here, plain or written `\'b9`. */
  | { readonly kind: 'byte'; readonly byte: number };

const [BACKSLASH, OPEN, CLOSE, QUOTE, MINUS, BLANK] = [0x5c, 0x7b, 0x7d, 0x27, 0x2d, 0x20];
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

/** Cuts RTF into tokens, once through; the contents of `\bin` are left out. Broken escapes are passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at++]!;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte !== BACKSLASH) {
      if (byte !== 0x0a && byte !== 0x0d) yield { kind: 'byte', byte };
    } else if (bytes[at] === QUOTE) {
      const code = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
      at += 3;
      if (!Number.isNaN(code)) yield { kind: 'byte', byte: code };
    } else if (isLetter(bytes[at])) {
      let name = '';
      while (isLetter(bytes[at]) && name.length < LONGEST_WORD) name += String.fromCharCode(bytes[at++]!);
      let digits = '';
      if (bytes[at] === MINUS && isDigit(bytes[at + 1])) digits += String.fromCharCode(bytes[at++]!);
      while (isDigit(bytes[at]) && digits.length < LONGEST_NUMBER) digits += String.fromCharCode(bytes[at++]!);
      if (bytes[at] === BLANK) at++;
      const value = digits === '' ? null : Number(digits);
      if (name === 'bin') at += Math.max(value ?? 0, 0);
      else yield { kind: 'word', name, value };
    } else if (at < bytes.length) yield { kind: 'word', name: String.fromCharCode(bytes[at++]!), value: null };
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
