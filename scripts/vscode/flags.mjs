/**
 * @typedef {object} Flags What VS Code's own command line asks for, as far as the npm-based one can do it.
 * @property {string | undefined} folder absolute path of the folder to open
 * @property {string | undefined} file absolute path of a file to open in it
 * @property {string | undefined} extensionDevelopmentPath
 * @property {string | undefined} extensionTestsPath
 * @property {string | undefined} userDataDir
 * @property {string | undefined} extensionsDir
 * @property {string | undefined} installExtension absolute path of a package to install, instead of opening a window
 * @property {string | undefined} locale such as `zh-cn`
 * @property {number} remoteDebuggingPort 0: the system chooses
 */

const named = {
  extensionDevelopmentPath: 'extensionDevelopmentPath',
  extensionTestsPath: 'extensionTestsPath',
  'user-data-dir': 'userDataDir',
  'extensions-dir': 'extensionsDir',
  'install-extension': 'installExtension',
  locale: 'locale',
  'remote-debugging-port': 'remoteDebuggingPort',
};

/**
 * Reads VS Code's flags. Flags without a meaning in a browser (`--disable-gpu-sandbox`, `--skip-welcome`, …) are passed over.
 * `isFolder` tells which of the bare paths is the folder to open.
 *
 * @param {readonly string[]} args `--name=value` or `--name value`
 * @param {(path: string) => boolean} isFolder
 * @returns {Flags}
 */
export function parseFlags(args, isFolder) {
  const flags = { remoteDebuggingPort: 0 };
  for (let i = 0; i < args.length; i++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(args[i]) ?? [];
    if (name === undefined) flags[isFolder(args[i]) ? 'folder' : 'file'] = args[i];
    else if (name in named) flags[named[name]] = value ?? args[++i];
  }
  return { ...flags, remoteDebuggingPort: Number(flags.remoteDebuggingPort) };
}
