import { fileURLToPath } from 'node:url';

/** The path of a document that is a file; null for what has not been saved, and for what is no address. */
export function filePath(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
