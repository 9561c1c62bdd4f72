import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FrameTemplate, parseTemplates, previewText } from '../engine/templates/template';
import type { InsertableFrame } from './messages';

/** The written templates, from the data file beside the bundle. Rejects with the file, the frame and the field at fault. */
export async function readFrames(folder: string): Promise<FrameTemplate[]> {
  const path = join(folder, 'snippets', 'frames.code-snippets');
  try {
    return parseTemplates(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The frames as a picker shows them. */
export function insertableFrames(templates: readonly FrameTemplate[]): InsertableFrame[] {
  return templates.map(template => ({ ...template, preview: previewText(template) }));
}
