import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LspClient, type StartOptions } from './lspClient';

/** How long a server may take to shut down. */
const PATIENCE_MS = 10_000;

/** The bundled server as a process of its own. */
export class ServerProcess extends LspClient {
  readonly exited: Promise<number | null>;

  private constructor(readonly process: ChildProcess) {
    super({ fromServer: process.stdout!, toServer: process.stdin! });
    this.exited = new Promise(done => process.once('exit', code => done(code)));
  }

  /** Starts and initialises a server. `env` is added to the environment. */
  static async start(options: StartOptions, env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const server = resolve('dist/server.js');
    if (!existsSync(server)) throw new Error(`${server} is missing: run \`npm run build\` first`);
    const child = spawn(process.execPath, [server, '--stdio'], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const client = new ServerProcess(child);
    await client.initialize(options, process.pid);
    return client;
  }

  /** Shuts down as the protocol says and resolves to the exit code; a server that does not end is killed: null. */
  override async stop(): Promise<number | null> {
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS);
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.connection.sendRequest('shutdown').then(
        () => this.connection.sendNotification('exit'),
        () => {}, // it has gone before it answered
      );
    }
    const code = await this.exited;
    clearTimeout(timer);
    this.connection.dispose();
    return code;
  }
}

/** A server for the time of `use`; its exit code. */
export async function withServerProcess(
  options: StartOptions,
  use: (client: ServerProcess) => Promise<unknown>,
): Promise<number | null> {
  const client = await ServerProcess.start(options);
  try {
    await use(client);
  } catch (error) {
    client.process.kill('SIGKILL');
    throw error;
  }
  return client.stop();
}
