#!/usr/bin/env node
/**
 * Publishes a corpus as a library and reads it from real stores: a folder, Debian's nginx, and with `--ceph` the object store of a small
 * Ceph cluster that it installs and starts. Two publish at once, publishers are killed, objects are tampered with, one is read on demand, a writer's line is slow
 * and breaks, an OSD is stopped under load (`test/library/trials`). Prints times and bytes; ends with 1 where something gave way.
 *
 *     npm run test:library [-- --ceph] [--corpus PATH]… [--kills 50] [--seed 7] [--only TRIAL]… [--place folder|nginx|radosgw]…
 *     npm run test:library -- --only writersOnDemand --index STORAGE --held FILE… --writers 50 --minutes 10
 *     npm run test:library -- --growth [--index STORAGE]
 *
 * `--growth`: without any store, what a library of ten thousand million characters would be: measured on a little, worked out by the plans
 * of the library itself.
 * `--index`: an index that is there already, and `--held` articles that it has not: what so many writers type, and read of it on demand.
 */
import { runHarness } from './runHarness.mjs';

await runHarness('library', ['test/library/library.ts', 'test/library/trials/otherWritersProcess.ts']);
