import { spawnSync } from 'node:child_process';
import { aptInstall, canUseApt } from './vscode/machine.mjs';

const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasNeovim = () => runs('nvim', ['--version']);
const hasEglot = () => runs('emacs', ['--batch', '--eval', "(unless (require 'eglot nil t) (kill-emacs 1))"]);

/** The editors of Debian in which our configurations are tested; where they cannot be installed, those tests are skipped. */
export function provideOtherEditors() {
  if (hasNeovim() && hasEglot()) return;
  try {
    if (!canUseApt) throw new Error('sudo apt-get install neovim emacs-nox elpa-eglot');
    aptInstall(['neovim', 'emacs-nox', 'elpa-eglot']);
  } catch (error) {
    console.warn(
      `No Neovim or no Emacs with eglot: not tested. 没有 Neovim 或带 eglot 的 Emacs，不作测试。 ${error.message}`,
    );
  }
}
