#!/usr/bin/env node
/**
 * One session of a real VS Code with tests in its extension host; its output is this process's. `scripts/test.mjs` starts it.
 * The one argument is JSON: the options of `runTests` of @vscode/test-electron.
 */
import { runTests } from '@vscode/test-electron';

await runTests(JSON.parse(process.argv[2])).catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
