import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { useTestFolder } from '../../fixtures/testFolder';
import { buildBuilder } from '../builtBuilder';

describe('a builder whose server was killed', () => {
  const folder = useTestFolder();

  it('ends, also where it is busy without end', async () => {
    const built = await buildBuilder();
    const busy = join(built.folder, 'busy.js');
    writeFileSync(
      busy,
      `const send = process.send.bind(process);
       process.send = (message, ...rest) => {
         send(message, ...rest);
         if (message.type === 'reading') for (;;);
         return true;
       };
       require('./builder.js');`,
    );
    folder.write('讲话.txt', '要扑下身子抓落实。');
    const { corpus, storage } = folder;
    const request = { corpus: [corpus], storage, fromScratch: false, damaged: [], deadly: [], mine: false };
    const server = spawn(
      process.execPath,
      [
        '-e',
        `const child = require('node:child_process').fork(${JSON.stringify(busy)});
         child.on('message', ({ type }) => type === 'reading' && setTimeout(() => console.log(child.pid), 1000));
         child.send({ type: 'build', request: ${JSON.stringify(request)} });`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [told] = await once(server.stdout, 'data');
    const builder = Number(String(told));
    assert.ok(isRunning(builder));
    server.kill('SIGKILL');
    for (let patience = 100; patience > 0 && isRunning(builder); patience--) await pause(100);
    assert.ok(!isRunning(builder));
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that ended, and that nobody has asked about yet, is still there by its number.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return process.platform !== 'linux' && (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
