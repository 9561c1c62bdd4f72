#!/usr/bin/env node
/**
 * Publishes a corpus as a library and reads it from real stores: a folder, Debian's nginx, and with `--ceph` the object store of a small
 * Ceph cluster that it installs and starts. Publishers are killed, an OSD is stopped under load, objects are tampered with. Prints times
 * and bytes; ends with 1 where a reader did not see a whole version.
 *
 *     npm run test:library [-- --ceph] [--corpus PATH]… [--kills 50]
 */
import { runHarness } from './runHarness.mjs';

await runHarness('library', ['test/library/library.ts']);
