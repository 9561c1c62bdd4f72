#!/usr/bin/env node
/**
 * Writes the text that `train.py` learns from: the articles of a collection as the index sees them, each text once.
 *
 *     node scripts/model/text.mjs --corpus FILE… --without FILE… --out DIR
 *
 * `--without` are files of `npm run hold-out`: these articles and copies of them are left out, for completion is measured on them.
 *
 * The whole way to `media/model.bin`, which only whoever trains a new model needs:
 *
 *     npm run hold-out -- --corpus FILE… --out KEPT
 *     node scripts/model/text.mjs --corpus FILE… --without KEPT/tune/*.jsonl KEPT/held/*.jsonl --out TEXT
 *     /usr/bin/python3 scripts/model/train.py --text TEXT --tune KEPT/tune --out model.pt --minutes 70 [--from earlier.pt]
 *     /usr/bin/python3 scripts/model/export.py model.pt media/model.bin
 *     npm run train -- --corpus FILE… --tune KEPT/tune/*.jsonl --background media/background.bin --model media/model.bin
 */
import { runHarness } from '../runHarness.mjs';

await runHarness('modelText', ['test/eval/modelText.ts']);
