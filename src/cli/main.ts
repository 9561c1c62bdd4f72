#!/usr/bin/env node
/** `fanben` as a program. Entry point of a bundle of its own. */
import { fanben } from './fanben';

fanben(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});
