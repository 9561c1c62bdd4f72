import assert from 'node:assert/strict';
import type { MinedFrame, MinedFrameBody, MinedFrames } from '../../../src/server/protocol/minedFrames';
import { serveCorpus } from '../serveCorpus';

const winds = (...list: string[]) => list.map(wind => `要大兴${wind}之风。河水涨了又落。`).join('');

describe('frames of the corpus', () => {
  const served = serveCorpus({
    '2023-02-06 作风.txt': `在作风大会上的讲话\n${winds('实干', '节俭', '读书')}`,
    '2024-02-06 调研.txt': `在财务大会上的讲话\n${winds('调研', '争先', '$1}')}`,
  });

  const list = (known?: string) => served.client.connection.sendRequest<MinedFrames>('fanben/minedFrames', { known });
  const bodies = (version: string, id: number) =>
    served.client.connection.sendRequest<MinedFrameBody[] | null>('fanben/minedFrame', { version, id });

  /** Mining goes on when the index is ready. */
  async function mined(): Promise<{ version: string; frame: MinedFrame }> {
    for (const deadline = Date.now() + 20_000; ; ) {
      const { version, frames } = await list();
      const frame = frames?.find(({ template }) => template.startsWith('要大兴'));
      if (frame) return { version, frame };
      assert.ok(Date.now() < deadline, 'no frames');
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it('come with articles, members, and a place', async () => {
    const { frame } = await mined();
    assert.deepEqual([frame.level, frame.articles], ['sentence', 2]);
    assert.match(frame.example, /要大兴.*之风。要大兴/);
    assert.match(frame.source.path, /\.txt$/);
    assert.match(frame.source.date ?? '', /^202[34]-02-06$/);
  });

  it('are sent once', async () => {
    const { version } = await mined();
    assert.deepEqual(await list(version), { version, frames: null });
    assert.ok((await list('another')).frames);
  });

  it('are inserted with the members that are wanted; hostile text is no snippet', async () => {
    const { version, frame } = await mined();
    const answer = await bodies(version, frame.id);
    assert.deepEqual(
      answer?.map(({ members }) => members),
      [2, 3, 4, 5],
    );
    assert.match(answer![1]!.body, /^要大兴\$\{1:[^}]*\}之风。要大兴\$\{2:[^}]*\}之风。要大兴\$\{3:[^}]*\}之风$/);
    assert.match(answer![1]!.preview, /实干.*节俭.*读书/);
    assert.equal(answer![2]!.source, null);
    assert.match(answer![2]!.preview, /^(?:要大兴〔[^〕]+〕之风。?){4}$/);
    assert.equal(await bodies('another', frame.id), null);
    assert.equal(await bodies(version, 99_999), null);
  });
});
