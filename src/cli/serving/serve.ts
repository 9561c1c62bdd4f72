import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** `fanben serve`: the language server, on the standard streams of this process. Ends as it ends. */
export function serve(): Promise<number> {
  const server = spawn(process.execPath, [join(__dirname, 'server.js'), '--stdio'], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', code => resolve(code ?? 1));
  });
}
