import { readFile } from 'node:fs/promises';
import { type FrameTemplate, parseTemplates, previewText } from '../../engine/templates/template';
import type { InsertableFrame } from '../protocol/frames';

/** The written templates, from their data file. Rejects with the file, the frame and the field at fault. */
export async function readTemplates(path: string): Promise<FrameTemplate[]> {
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
