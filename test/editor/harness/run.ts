/**
 * Runs bundled test files with mocha and writes the counts down: in the extension host, where it is the
 * `extensionTestsPath`, and in plain Node, where it is the script.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { runs, USUAL_RUNS } from '../../fixtures/runs';

/** What `FANBEN_TEST_RUN` holds, as JSON; `scripts/test.mjs` sets it. */
export interface TestRun {
  /** Absolute path of the bundle of the tests. */
  tests: string;
  /** Where the counts go: `{ passed, failed, skipped }`. */
  results: string;
  /** Where the report goes; without it, to the console. */
  report?: string;
  timeoutMs: number;
  /** How often a test that failed is tried again; the report names it, and why it failed. */
  retries?: number;
  /** Only tests whose full title contains this. */
  grep?: string;
}

/** Resolves when all passed; rejects, after everything has run, when some failed. */
export async function run(): Promise<void> {
  const { tests, results, report, timeoutMs, retries, grep } = JSON.parse(process.env.FANBEN_TEST_RUN ?? '') as TestRun;
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  if (report) {
    // Not to the console: that of an extension host is full of VS Code's own lines.
    Mocha.reporters.Base.consoleLog = (...line: unknown[]) => appendFileSync(report, `${format(...line)}\n`);
  } else {
    // The one that the tests have: an `import` would give another, with settings of its own.
    const { default: fc } = require('fast-check') as typeof import('fast-check');
    // Repeatable on the servers that build; elsewhere every run tries other texts.
    fc.configureGlobal({ ...runs(USUAL_RUNS), ...(process.env.CI && { seed: 1 }) });
  }
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: timeoutMs, ...(retries && { retries }) });
  if (grep) mocha.fgrep(grep);
  mocha.addFile(tests);
  const failed = await new Promise<number>(resolve => {
    const runner = mocha.run(failures => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      writeFileSync(results, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
      resolve(failures);
    });
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test, error) => {
      Mocha.reporters.Base.consoleLog(`    tried again: ${test.fullTitle()}: ${error.message.split('\n')[0]}`);
    });
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

if (require.main === module) {
  run().then(
    () => process.exit(0),
    (error: Error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
