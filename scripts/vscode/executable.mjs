import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { root } from '../run.mjs';
import { findBrowser, installBrowser } from './browser.mjs';
import { provideChineseFont } from './chineseFont.mjs';
import { hasDisplay } from './machine.mjs';
import { hasNpmEditor, installNpmEditor } from './npmEditor.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

async function canDownload() {
  try {
    return (await fetch(RELEASES, { signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

/**
 * The executable that runs the editor tests: `VSCODE_EXECUTABLE`, else a desktop VS Code that @vscode/test-electron
 * downloads, else our launcher of the VS Code that comes from npm. What is missing is provided.
 *
 * @returns {Promise<string>} absolute path of something that takes VS Code's flags
 */
export async function testExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (hasDisplay && (await canDownload())) {
    const cachePath = join(root, '.vscode-test');
    return downloadAndUnzipVSCode({ version: 'stable', cachePath, reporter: new SilentReporter() });
  }
  if (!hasNpmEditor()) installNpmEditor();
  if (!(await findBrowser())) await installBrowser();
  provideChineseFont();
  return join(root, 'scripts', 'vscode', 'launcher.mjs');
}
