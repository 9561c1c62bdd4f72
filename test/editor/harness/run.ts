/**
 * Runs bundled test files with mocha and writes the counts down: in the extension host, where it is the
 * `extensionTestsPath`, and in plain Node, where it is the script.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import type { Test } from 'mocha';
import { runs, USUAL_RUNS } from '../../fixtures/runs';

/** What `FANBEN_TEST_RUN` holds, as JSON; `scripts/test.mjs` sets it. */
export interface TestRun {
  /** Absolute path of the bundle of the tests. */
  tests: string;
  /** Where the counts go: `Results`, as JSON. */
  results: string;
  /** Where the report goes; without it, to the console. */
  report?: string;
  timeoutMs: number;
  /** How often a test that failed is tried again; the report names it, and why it failed. */
  retries?: number;
  /** Only tests whose full title contains this. */
  grep?: string;
  /** Only the outermost suites of these titles. */
  suites?: readonly string[];
}

/** Outermost suite -> how its tests ended; a hook that failed counts as one. */
export type Results = Record<string, { passed: number; failed: number; skipped: number }>;

/** Resolves when all passed; rejects, after everything has run, when some failed. */
export async function run(): Promise<void> {
  const run = JSON.parse(process.env.FANBEN_TEST_RUN ?? '') as TestRun;
  const { tests, results, report, timeoutMs, retries, grep = '', suites = [''] } = run;
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  if (report) {
    // Not to the console: that of an extension host is full of VS Code's own lines.
    Mocha.reporters.Base.consoleLog = (...line: unknown[]) => appendFileSync(report, `${format(...line)}\n`);
  } else {
    // The one that the tests have: an `import` would give another, with settings of its own.
    const { default: fc } = require('fast-check') as typeof import('fast-check');
    // Repeatable on the servers that build; elsewhere every run tries other texts.
    fc.configureGlobal({
      ...runs(USUAL_RUNS),
      // As long as they say, where they say it: else ten or so.
      defaultSizeToMaxWhenMaxSpecified: true,
      ...(process.env.CI && { seed: 1 }),
    });
  }
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: timeoutMs, ...(retries && { retries }) });
  mocha.grep(new RegExp(`^(?=.*${escaped(grep)})(?:${suites.map(escaped).join('|')})`, 's'));
  mocha.addFile(tests);
  const failed = await new Promise<number>(resolve => {
    const counts: Results = {};
    const count = (test: Test, ending: keyof Results[string]) => {
      const suite = outermost(test);
      counts[suite] ??= { passed: 0, failed: 0, skipped: 0 };
      counts[suite][ending]++;
    };
    const runner = mocha.run(failures => {
      writeFileSync(results, JSON.stringify(counts));
      resolve(failures);
    });
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_TEST_RETRY } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_PASS, test => count(test, 'passed'));
    runner.on(EVENT_TEST_FAIL, test => count(test, 'failed'));
    runner.on(EVENT_TEST_PENDING, test => count(test, 'skipped'));
    runner.on(EVENT_TEST_RETRY, (test, error) => {
      Mocha.reporters.Base.consoleLog(`    tried again: ${test.fullTitle()}: ${error.message.split('\n')[0]}`);
    });
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function outermost({ parent, title }: Test): string {
  let name = title;
  for (let suite = parent; suite && !suite.root; suite = suite.parent) name = suite.title;
  return name;
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
