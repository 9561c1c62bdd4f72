import { statSync } from 'node:fs';
import { cliLanguage } from './language';

const texts = {
  zh: (path: string) => `${path} 已存在；换一个名字，或加 --force 覆盖`,
  en: (path: string) => `${path} exists: choose another name, or add --force to replace it`,
};

/** A device and a pipe are there to be written into. @throws an `Error` that says what to do, where a file of that name stands there already */
export function refuseExisting(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found?.isFile() || found?.isDirectory()) throw new Error(texts[cliLanguage()](out));
}
