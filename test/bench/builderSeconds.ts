import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Processor time of the builders that `build` starts, in seconds: what else the machine is busy with does not count. `folder` exists. */
export async function builderSeconds(folder: string, build: () => Promise<unknown>): Promise<number> {
  const file = join(folder, 'seconds');
  process.env.FANBEN_CPU_FILE = file;
  process.env.NODE_OPTIONS = `--require=${JSON.stringify(join(__dirname, 'cpuSeconds.cjs'))}`;
  try {
    await build();
  } finally {
    delete process.env.FANBEN_CPU_FILE;
    delete process.env.NODE_OPTIONS;
  }
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.reduce((sum, line) => sum + Number(line), 0);
}
