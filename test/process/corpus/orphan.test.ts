import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { useTestFolder } from '../../fixtures/testFolder';
import { buildBuilder } from '../builtBuilder';

/** What a builder does when its server is killed, by the code that stands before it in its process, and the message that tells of it. */
const BUSY = {
  'reads without end': {
    before: `const send = process.send.bind(process);
      process.send = (message, ...rest) => {
        send(message, ...rest);
        if (message.type === 'reading') for (;;);
        return true;
      };`,
    message: 'reading',
  },
  'mines without end': {
    before: `const threads = require('node:worker_threads');
      threads.Worker = class extends threads.Worker {
        constructor(path, options) {
          if (/mineWorker/.test(path)) super('for (;;);', { ...options, eval: true });
          else super(path, options);
        }
      };`,
    message: 'indexed',
  },
};

describe('a builder whose server was killed', () => {
  const folder = useTestFolder();

  for (const [what, { before, message }] of Object.entries(BUSY))
    it(`ends, also where it ${what}`, async () => {
      const built = await buildBuilder();
      const busy = join(built.folder, 'busy.js');
      writeFileSync(busy, `${before}\nrequire('./builder.js');`);
      // Large enough to be mined in a thread.
      folder.write('讲话.txt', '要扑下身子抓落实。'.repeat(40_000));
      const { corpus, storage } = folder;
      const request = { corpus: [corpus], storage, fromScratch: false, damaged: [], deadly: [], mine: true };
      const server = spawn(
        process.execPath,
        [
          '-e',
          `const child = require('node:child_process').fork(${JSON.stringify(busy)});
           child.on('message', ({ type }) => type === '${message}' && setTimeout(() => console.log(child.pid), 1000));
           child.send({ type: 'build', request: ${JSON.stringify(request)} });`,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const [told] = await once(server.stdout, 'data');
      const builder = Number(String(told));
      assert.ok(isRunning(builder));
      server.kill('SIGKILL');
      for (let patience = 100; patience > 0 && isRunning(builder); patience--) await pause(100);
      const hasEnded = !isRunning(builder);
      if (!hasEnded) process.kill(builder, 'SIGKILL');
      assert.ok(hasEnded);
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
