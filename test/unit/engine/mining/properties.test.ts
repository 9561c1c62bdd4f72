import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeFrames } from '../../../../src/engine/mining/mergeFrames';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { rankFrames } from '../../../../src/engine/mining/rankFrames';
import {
  type Frame,
  type FrameInstance,
  type FramePart,
  isCounter,
  isSlot,
} from '../../../../src/engine/parallel/frame';
import { frameSnippet } from '../../../../src/engine/templates/frameSnippet';
import { openSlot } from '../../../../src/engine/templates/openSlot';
import { parseSnippet } from '../../../../src/engine/templates/snippetText';
import { runs } from '../../../fixtures/runs';

const content = [
  '初心',
  '修路',
  '办学',
  '茶园',
  '老人',
  '账本',
  '渡口',
  '担当',
  '一线',
  '规矩',
  '实',
  '快',
  '$1',
  '}',
  '春耕',
];
const shape = [
  '把',
  '以',
  '为',
  '要大兴',
  '之风',
  '不该',
  '的不',
  '既要',
  '又要',
  '不如',
  '必须坚持',
  '做',
  '的',
  '“',
  '”',
  '《',
  '》',
];
const marks = ['，', '。', '、', '；', '：', '，', '。', ''];
const start = ['', '一、', '二、', '三、', '（一）', '一是', '二是', '三是', '首先，', '其次，', '1.'];

const phrase = fc
  .array(fc.constantFrom(...content, ...shape), { minLength: 1, maxLength: 5 })
  .map(words => words.join(''));
/** Random members, and runs that are parallel for certain. */
const run = fc
  .tuple(
    fc.constantFrom(...shape),
    fc.constantFrom(...shape),
    fc.constantFrom(...marks),
    fc.array(fc.constantFrom(...content), { minLength: 2, maxLength: 5 }),
  )
  .map(([before, after, mark, fillers]) => fillers.map(filler => before + filler + after).join(mark));
const paragraph = fc
  .tuple(
    fc.constantFrom(...start),
    fc.array(fc.tuple(fc.oneof(phrase, run), fc.constantFrom(...marks)), { maxLength: 8 }),
  )
  .map(([marker, stretches]) => marker + stretches.map(([text, mark]) => text + mark).join(''));
const article = fc.array(paragraph, { maxLength: 8 });

/** No parallel structure in it. */
const unrelated = ['雨下了一夜，早晨的山洗得发亮。', '老蒋来送信，裤脚湿到膝盖。', '我请他烤火，他说前头还有两家。'];

function merged(...articles: readonly (readonly string[])[]) {
  return mergeFrames(
    articles.map((paragraphs, number) => ({
      article: number,
      cluster: number,
      frames: mineFrames(paragraphs, { single: true }),
    })),
  );
}

/** The text of an instance, put together again from the frame and what fills its slots. */
function fillFrame(
  parts: readonly FramePart[],
  { fillers, marker = '' }: Pick<FrameInstance, 'fillers' | 'marker'>,
): string {
  return parts
    .map(part => {
      if (typeof part === 'string') return part;
      return isSlot(part) ? (fillers[part.slot] ?? '') : marker;
    })
    .join('');
}

describe('every frame that is mined', () => {
  /** Articles with their frames, mined once for all that is said of them. */
  let mined: readonly { readonly paragraphs: readonly string[]; readonly frames: readonly Frame[] }[];
  before(() => {
    mined = fc.sample(article, runs(60)).map(paragraphs => ({ paragraphs, frames: mineFrames(paragraphs) }));
  });
  const everyFrame = (check: (frame: Frame, paragraphs: readonly string[]) => void) => {
    for (const { paragraphs, frames } of mined)
      for (const frame of frames)
        try {
          check(frame, paragraphs);
        } catch (error) {
          throw new Error(`${(error as Error).message}\nmined in ${JSON.stringify(paragraphs)}`, { cause: error });
        }
  };

  it('has its instances where it says', () => {
    everyFrame(({ instances }, paragraphs) => {
      assert.ok(instances.length >= 2);
      for (const { text, paragraph, start, end } of instances)
        assert.equal(paragraphs[paragraph]?.slice(start, end), text);
    });
  });

  it('gives each instance back when filled with what fills it there', () => {
    everyFrame(({ parts, instances }) => {
      for (const instance of instances) assert.equal(fillFrame(parts, instance), instance.text);
    });
  });

  it('has slots that are used, named apart, and filled', () => {
    everyFrame(({ parts, slots, instances }) => {
      const used = new Set(parts.filter(isSlot).map(({ slot }) => slot));
      assert.deepEqual([...used].sort(), [...slots.keys()]);
      assert.equal(new Set(slots.map(({ name }) => name)).size, slots.length);
      for (const { fillers } of instances) assert.equal(fillers.length, slots.length);
      for (const { examples } of slots) assert.ok(examples.length > 0);
    });
  });

  it('is a snippet that reads back, with its fixed wording once for every member', () => {
    everyFrame(frame => {
      const parts = parseSnippet(frameSnippet(frame, 3));
      const text = parts.map(part => (typeof part === 'string' ? part : part.name)).join('');
      for (const fixed of frame.parts) {
        if (typeof fixed === 'string') assert.ok(text.split(fixed).length > 3, `${fixed} in ${text}`);
      }
    });
  });

  it('is a snippet that reads back as the frame, member by member', () => {
    let read = 0;
    everyFrame(frame => {
      const { level, parts, slots, joint } = frame;
      // What some members leave out, and numbers, are written otherwise.
      if (slots.some(({ variation }) => variation) || parts.some(isCounter)) return;
      // The links of a chain are one slot: the second place of it is called as the first is.
      if (level === 'chain') return;
      const member = parts.map(part => (isSlot(part) ? openSlot(slots[part.slot]!.name) : part)).join('');
      for (const members of [1, 2, 3, 5]) {
        const snippet = parseSnippet(frameSnippet(frame, members));
        const text = snippet.map(part => (typeof part === 'string' ? part : part.name)).join('');
        assert.equal(text, Array(members).fill(member).join(joint));
        read++;
      }
    });
    assert.ok(read > 100);
  });

  it('is found again the second time', () => {
    for (const { paragraphs, frames } of mined) assert.deepEqual(mineFrames(paragraphs), frames);
  });

  it('stays as it is when an unrelated article comes to the corpus', () => {
    assert.deepEqual(merged(unrelated), []);
    fc.assert(
      fc.property(article, paragraphs => {
        assert.deepEqual(rankFrames(merged(paragraphs, unrelated)), rankFrames(merged(paragraphs)));
      }),
      runs(12),
    );
  });
});
