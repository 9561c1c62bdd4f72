#!/usr/bin/env node
/** `fanben` as a program. Entry point of a bundle of its own. */
import { fanben } from './fanben';
import { cliLanguage } from './output/language';
import { printable } from './output/printable';

const unwritten = {
  zh: (code: string) => `fanben：结果没有全部写出（${code}），请检查输出的位置`,
  en: (code: string) => `fanben: not all of the answer could be written (${code}); check where it goes`,
};

for (const say of ['log', 'error'] as const) {
  const print = console[say];
  console[say] = (...said) => print(...said.map(one => (typeof one === 'string' ? printable(one) : one)));
}

// The console keeps such errors to itself: an answer cut short by a full disk would look like a whole one.
process.stdout.on('error', ({ code = 'Error' }: NodeJS.ErrnoException) => {
  // Who reads the beginning alone (`| head`) has what they want.
  if (code === 'EPIPE') return;
  console.error(unwritten[cliLanguage()](code));
  process.exitCode = 1;
});

fanben(process.argv.slice(2)).then(code => {
  process.exitCode ||= code;
});
