import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Where LibreOffice is installed, by system; a `*` stands for any name. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/soffice',
    '/usr/bin/libreoffice',
    '/usr/local/bin/soffice',
    '/opt/*/program/soffice',
    '/usr/lib/libreoffice/program/soffice',
    '/snap/bin/libreoffice',
  ],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: [
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  ],
};

/** The program that a setting names: a path, or what is installed for `auto`; null where there is none. */
export function findConverter(setting: string, platform: NodeJS.Platform = process.platform): string | null {
  const places = setting === 'auto' ? (PLACES[platform] ?? []).flatMap(named) : [setting];
  return places.find(isFile) ?? null;
}

function named(place: string): string[] {
  const [before, after] = place.split('*');
  if (after === undefined) return [place];
  try {
    return readdirSync(before!).map(name => join(before!, name, after));
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * The arguments that make a program write `input` as .docx into a folder: LibreOffice, with a profile of its own, so that
 * the writer's own LibreOffice may be open meanwhile. Any other program is given the input and the path to write to.
 */
export function converterArguments(
  program: string,
  input: string,
  output: string,
  folder: string,
  profile: string,
): string[] {
  if (!/^(?:soffice|libreoffice)(?:\.(?:exe|com|bin))?$/i.test(basename(program))) return [input, output];
  return [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--invisible',
    '--norestore',
    '--nologo',
    '--nodefault',
    '--nolockcheck',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    folder,
    input,
  ];
}
