import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { writeLanguagePack } from './languagePack.mjs';
import { npmEditor } from './npmEditor.mjs';

/**
 * Starts the server of the npm-based VS Code on loopback, on a port the system chooses.
 * The environment of this process reaches the extension host.
 *
 * @param {object} options
 * @param {string} options.userDataDir
 * @param {string} options.extensionsDir
 * @param {string} [options.locale] language of its windows: `en` or `zh-cn`
 * @param {boolean} [options.development] honour the extension that an address names (a built VS Code does that only when
 * it is tested, and then shows no toasts)
 * @returns {Promise<{ port: number, ended: Promise<void>, stop: () => Promise<void> }>} once it listens
 */
export function startServer({ userDataDir, extensionsDir, locale = 'en', development = false }) {
  if (locale === 'zh-cn') writeLanguagePack(userDataDir);
  const server = spawn(
    npmEditor.node,
    [
      npmEditor.server,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--locale', locale, '--disable-telemetry', '--disable-workspace-trust', '--user-data-dir', userDataDir],
      ...['--server-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      ...(development ? ['--enable-smoke-test-driver'] : []),
      // Should this process be killed, the server ends by itself when the last window is gone.
      '--enable-remote-auto-shutdown',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let log = '';
  const ended = new Promise(resolve => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(late);
  };
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        log = `${log}${line}\n`.slice(-4000);
        const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port) resolve({ port: Number(port), ended, stop });
      });
    }
    server.once('error', reject);
    server.once('exit', code => reject(new Error(`The VS Code server ended with ${code} before it listened:\n${log}`)));
  });
}

/**
 * Installs a package into a folder of extensions, as the Extensions view does; replaces what is there of the same name.
 * Throws with VS Code's own words where that fails.
 *
 * @param {object} options
 * @param {string} options.vsix absolute path
 * @param {string} options.userDataDir
 * @param {string} options.extensionsDir
 */
export function installExtension({ vsix, userDataDir, extensionsDir }) {
  const folders = ['--user-data-dir', userDataDir, '--server-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  const { status, stdout, stderr } = spawnSync(
    npmEditor.node,
    [npmEditor.server, '--accept-server-license-terms', '--install-extension', vsix, '--force', ...folders],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (status !== 0) throw new Error(`${vsix} cannot be installed: ${stdout}${stderr}`.slice(-3000));
}

/**
 * The address that opens a window: a folder, and an extension under development in it.
 *
 * @param {number} port
 * @param {import('./flags.mjs').Flags} flags
 */
export function windowUrl(port, flags) {
  const authority = `127.0.0.1:${port}`;
  const path = absolute => pathToFileURL(absolute).pathname;
  const remote = absolute => `vscode-remote://${authority}${path(absolute)}`;
  const payload = [['skipWelcome', 'true']];
  if (flags.extensionDevelopmentPath)
    payload.push(['extensionDevelopmentPath', remote(flags.extensionDevelopmentPath)]);
  if (flags.extensionTestsPath) payload.push(['extensionTestsPath', remote(flags.extensionTestsPath)]);
  if (flags.file) payload.push(['openFile', remote(flags.file)]);
  const query = [`payload=${encodeURIComponent(JSON.stringify(payload))}`];
  query.unshift(flags.folder ? `folder=${path(flags.folder)}` : 'ew=true');
  return `http://${authority}/?${query.join('&')}`;
}
