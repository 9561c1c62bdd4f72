import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Nginx {
  /** What lies in this folder is served. */
  readonly root: string;
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Debian's web server on a folder, as an office has it; undefined where it is not here. */
export async function startNginx(folder: string): Promise<Nginx | undefined> {
  const program = '/usr/sbin/nginx';
  if (!existsSync(program)) return undefined;
  const port = await freePort(); // another run, or another server, may be on this machine
  const root = join(folder, 'root');
  await mkdir(root, { recursive: true });
  // Its workers are another user.
  if (process.getuid?.() === 0) spawnSync('chmod', ['-R', 'a+rx', join(folder, '..')]);
  await chmod(root, 0o755);
  const conf = join(folder, 'nginx.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    conf,
    `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events { worker_connections 4096; }
http { access_log off; client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
server { listen 127.0.0.1:${port}; root ${root}; } }`,
  );
  const child = spawn(program, ['-c', conf, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await fetch(address).catch(() => null)) break;
    await pause(100);
  }
  return {
    root,
    address,
    stop: async () => {
      child.kill('SIGTERM');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
