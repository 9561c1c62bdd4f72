import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markerText } from '../../../../../src/engine/outline/marker';
import { parseOutline, walkOutline } from '../../../../../src/engine/outline/outline';
import { draftSkeleton, rangeSkeleton } from '../../../../../src/engine/skeleton/filling/draftSkeleton';
import { exemplarFiller } from '../../../../../src/engine/skeleton/filling/exemplarFiller';
import { parseSnippet, type Slot, toSnippet } from '../../../../../src/engine/templates/snippetText';
import { runs } from '../../../../fixtures/runs';
import { exemplar, exemplarOf, filler, finished, speech, view } from '../speech';

const shown = (snippet: string) =>
  parseSnippet(snippet)
    .map(part => (typeof part === 'string' ? part : part.name))
    .join('');
const slotsOf = (snippet: string) => parseSnippet(snippet).filter((part): part is Slot => typeof part !== 'string');
const markersOf = (lines: readonly string[]) =>
  [...walkOutline(parseOutline(lines))].map(({ node }) => markerText(node.marker));

describe('draftSkeleton', () => {
  const snippet = finished(draftSkeleton(exemplar(), filler()));
  const lines = shown(snippet).split('\n');

  it('begins with the title, its occasion a slot, and keeps the salutation', () => {
    assert.equal(lines[0], '在〔全县茶产业发展大会？〕上的讲话');
    assert.ok(lines.includes('同志们：'));
  });

  it('keeps lines for who speaks and when, where the article has them', () => {
    assert.equal(lines[1], '（〔日期〕）');
    const spoken = { ...exemplar(), speaker: '周远山' };
    const named = shown(finished(draftSkeleton(spoken, filler()))).split('\n');
    assert.deepEqual(named.slice(1, 4), ['〔讲话人〕', '（〔日期〕）', '']);
    const silent = shown(finished(draftSkeleton({ ...exemplar(), date: null }, filler()))).split('\n');
    assert.equal(silent[1], '');
  });

  it('keeps what several other articles say, too', () => {
    const text = lines.join('\n');
    assert.match(text, /会议的主要任务是，/);
    assert.match(text, /下面，我讲三点意见。/);
    assert.match(text, /成绩的取得，是全县上下共同努力的结果。/);
    assert.match(text, /让我们以昂扬的精神状态/);
  });

  it('puts slots for years, numbers, places, people and quotations, and keeps what they measure', () => {
    const text = lines.join('\n');
    assert.match(text, /〔年份〕年，〔地名〕县.*〔数字〕公里.*“〔引语〕”〔数字〕个/);
    assert.match(text, /〔人名〕同志/);
    for (const own of ['2024', '86', '青禾', '远山', '茶香小院', '一叶一芽']) assert.ok(!text.includes(own), own);
  });

  it('links the same place wherever it stands, and no two numbers', () => {
    const places = slotsOf(snippet).filter(({ name }) => name === '〔地名〕');
    assert.equal(places.length, 2);
    assert.equal(new Set(places.map(({ slot }) => slot)).size, 1);
    const numbers = slotsOf(snippet).filter(({ name }) => name === '〔数字〕');
    assert.equal(new Set(numbers.map(({ slot }) => slot)).size, numbers.length);
  });

  it('keeps the frame of parallel headings and paragraphs', () => {
    assert.match(lines.find(line => line.startsWith('（一）'))!, /^（一）以〔.*〕为.*。要始终保持“〔引语〕”的/);
    assert.match(lines.find(line => line.startsWith('（二）'))!, /^（二）以〔.*〕为.*。要始终保持“〔引语〕”的/);
  });

  it('says before each part what it is there for, on a line of its own, and behind a heading', () => {
    const guided = lines.flatMap((line, at) => (line.startsWith('【提示·') ? [[line, lines[at - 1]!] as const] : []));
    assert.deepEqual(
      guided.map(([line]) => line.slice(4, line.indexOf('】'))),
      ['称呼', '开场', '肯定成绩', '部署任务', '号召结尾'],
    );
    assert.match(guided[2]![1], /^一、/);
    assert.match(guided[3]![1], /^二、/);
  });

  it('names a long gap by its first words and its length', () => {
    const long =
      '山桃刚谢，溪水绕过磨坊，牧童骑牛归来，炊烟袅袅，檐下老翁摇扇乘凉，孩童追逐萤火，磨盘吱呀，犬吠几声，月牙挂上枝头。';
    const [view, own] = exemplarOf([long]);
    const text = shown(finished(draftSkeleton(own, exemplarFiller(view, own))));
    assert.match(text, /〔山桃.{0,6}……约60字〕。\n$/);
  });

  it('asks of what is doubtful in the frame, with its words, and not of what several others say', () => {
    const tag = (text: string) =>
      ['始终', '全县上下'].flatMap(words => {
        const start = text.indexOf(words);
        const about = { name: '原文', isAlone: true, isDoubtful: true };
        return start < 0 ? [] : [{ start, end: start + words.length, text: words, ...about }];
      });
    const own = exemplar();
    const text = shown(finished(draftSkeleton(own, exemplarFiller(view, own, tag))));
    assert.match(text, /要〔始终？〕保持“〔引语〕”的/);
    assert.match(text, /是全县上下共同努力的结果/);
  });

  const sentence = fc.stringMatching(/^[春夏秋冬山河湖海抓好要以为的“”、，$}\\]{1,14}$/);
  const paragraph = fc
    .tuple(
      fc.constantFrom('', '一、', '二、', '三、', '（一）', '（二）', '一是', '二是'),
      fc.array(sentence, { minLength: 1, maxLength: 3 }),
    )
    .map(([marker, sentences]) => `${marker}${sentences.join('。')}。`);

  it('keeps all headings and numbers in their order, whatever the article', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), paragraphs => {
        const [view, own] = exemplarOf(paragraphs);
        const text = shown(finished(draftSkeleton(own, exemplarFiller(view, own))));
        const kept = text
          .split('\n')
          .slice(2)
          .filter(line => line !== '' && !line.startsWith('【提示·'));
        assert.equal(kept.length, paragraphs.length);
        paragraphs.forEach((source, at) => {
          for (const marker of markersOf([source]).slice(0, 1)) assert.ok(kept[at]!.startsWith(marker), kept[at]);
        });
      }),
      runs(12),
    );
  });

  it('is a snippet that parses back, its slots named, none of them nested', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), paragraphs => {
        const [view, own] = exemplarOf(paragraphs);
        const made = finished(draftSkeleton(own, exemplarFiller(view, own)));
        assert.equal(toSnippet(parseSnippet(made)), made);
        for (const { name, slot } of slotsOf(made)) {
          assert.ok(slot >= 1);
          assert.match(name, /^〔.+〕$/s);
        }
      }),
      runs(12),
    );
  });

  it('loses nothing: with every gap filled again as it was, the article stands there', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), paragraphs => {
        const [view, own] = exemplarOf(paragraphs);
        const fill = exemplarFiller(view, own);
        paragraphs.forEach((source, at) => {
          assert.equal(
            fill
              .fill(at)
              .map(piece => (typeof piece === 'string' ? piece : piece.gap))
              .join(''),
            source,
          );
        });
      }),
      runs(12),
    );
  });
});

describe('rangeSkeleton', () => {
  const skeleton = (paragraph: number, start: number, endParagraph: number, end: number) =>
    shown(finished(rangeSkeleton(filler(), { paragraph, start, endParagraph, end }, speech)));

  it('is a section with its number, without guidance', () => {
    const text = skeleton(4, 0, 7, speech[7]!.length);
    assert.match(text, /^二、/);
    assert.equal(text.split('\n').length, 4);
    assert.doesNotMatch(text, /提示/);
  });

  it('is a point within a paragraph', () => {
    const start = speech[7]!.indexOf('二是');
    assert.match(skeleton(7, start, 7, start + '二是早动手'.length), /^二是/);
  });
});
