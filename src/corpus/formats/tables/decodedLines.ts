import { getDecoder } from 'iconv-lite';
import type { EncodingId } from '../../reading/decode';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';

/** A line of a file, without its end. */
export interface NumberedLine {
  /** 0-based. */
  readonly number: number;
  /** null where the line is longer than `limits.collectionLineUtf16`. */
  readonly line: string | null;
}

interface Decoder {
  write(chunk: Buffer): string;
  end(): string | undefined;
}

/** Whole characters only: the sample the encoding is judged by ends at a line break where there is one. */
const LINE_FEED = 0x0a;

/** The lines of a stream of bytes, decoded as they come; the first chunk tells the encoding. */
export async function* decodedLines(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<NumberedLine> {
  let decoder: Decoder | null = null;
  let rest = '';
  let number = 0;
  let isTooLong = false;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(path, chunk);
    const lines = decoder.write(chunk).split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop()!;
    for (const line of lines) {
      yield { number: number++, line: isTooLong ? null : bounded(line) };
      isTooLong = false;
    }
    if (rest.length > limits.collectionLineUtf16) {
      rest = '';
      isTooLong = true;
    }
  }
  rest += decoder?.end() ?? '';
  if (rest !== '' || isTooLong) yield { number, line: isTooLong ? null : bounded(rest) };
}

function decoderFor(path: string, first: Buffer): Decoder {
  const lastBreak = first.lastIndexOf(LINE_FEED);
  const encoding = decodeFile(path, lastBreak > 0 ? first.subarray(0, lastBreak) : first).encoding;
  return getDecoder(TABLES[encoding], { stripBOM: true }) as Decoder;
}

const TABLES: Readonly<Record<EncodingId, string>> = {
  utf8: 'utf8',
  utf8bom: 'utf8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  big5hkscs: 'big5-hkscs',
};

/** The line without its return; null where it is too long, as one may be that ends within the chunk in which it becomes so. */
function bounded(line: string): string | null {
  if (line.length > limits.collectionLineUtf16) return null;
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
