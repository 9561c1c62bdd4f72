import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openBackground } from '../../../../src/corpus/background/openBackground';

const shipped = join(process.env.FANBEN_ROOT ?? '.', 'media', 'background.bin');

describe('the shipped table of set phrases', () => {
  it('has what everybody says, and nobody who said it', async () => {
    const table = await openBackground(shipped);
    for (const text of ['高质量发展', '贯彻落实', '以人民为中心']) assert.ok(table.countOf(text) > 0, text);
    for (const text of ['中公教', '，中公', '申论', '考生', '本台', '本报', '央视', '评论员', '人民日报', '新华社记者'])
      assert.equal(table.countOf(text), 0, text);
  });
});
