/** One step through an XML document. Names come without their prefix: `w:p` is `p`. */
export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** An XML document decoded: UTF-16 by its byte order mark, else UTF-8. */
export function decodeXml(bytes: Uint8Array | undefined): string {
  const isUtf16 = (bytes?.[0] === 0xff && bytes[1] === 0xfe) || (bytes?.[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes?.[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/** Walks through a document once, in order. Declared entities are not expanded, so nothing can grow. */
export function* xmlEvents(source: string): Generator<XmlEvent> {
  for (const [, cdata, slash, qualified, rest, text] of source.matchAll(TOKEN)) {
    if (text !== undefined) yield { kind: 'text', text: unescapeXml(text) };
    else if (cdata !== undefined) yield { kind: 'text', text: cdata };
    else if (qualified !== undefined) {
      const name = localName(qualified);
      if (slash === '/') yield { kind: 'close', name };
      else {
        const isEmpty = rest!.endsWith('/');
        yield { kind: 'open', name, attributes: attributesOf(rest!), isEmpty };
        if (isEmpty) yield { kind: 'close', name };
      }
    }
  }
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    attributes.set(localName(name!), unescapeXml(double ?? single ?? ''));
  }
  return attributes;
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex: string, decimal: string, named: string) => {
    if (named) return NAMED[named]!;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
