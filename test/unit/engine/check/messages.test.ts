import assert from 'node:assert/strict';
import { CHECKS } from '../../../../src/engine/check/codes';
import type { CheckCode } from '../../../../src/engine/check/problem';
import type { CorpusView } from '../../../../src/engine/index/segment';
import type { NumberingCode } from '../../../../src/engine/outline/problems/problems';
import { describeProblem } from '../../../../src/engine/outline/problems/problemText';
import type { Bilingual } from '../../../../src/engine/text/bilingual';
import { speech } from '../../../fixtures/sampleText';
import { segmentOf } from '../segmentOf';
import { HEAD, problems } from './sample';

const SAID = '干部的脚上有多少泥，群众的心里就有多少情';
const PASSAGE = '白河县林场职工杨守林三十年栽树4260亩，守住了县城的西大门';
const CORPUS = segmentOf([
  { title: '谈作风', paragraphs: [`老书记说过：“${SAID}。”大家记住了。`] },
  { title: '白河县林业会', paragraphs: [`${PASSAGE}。`] },
]);
const SENTENCE = '春耕不等人，种子要送到地头，农机要修到田间。';
const TERMS = [
  {
    name: '本单位',
    terms: [
      { avoid: '截止目前', prefer: '截至目前', note: '县委办规定。' },
      { avoid: '既使', prefer: '即使', note: '' },
      { avoid: '抓手', prefer: '', note: '少用' },
      { avoid: '闭环', prefer: '', note: '' },
    ],
  },
];

/** A draft for each sentence that a check can say. */
const DRAFTS: Readonly<Record<CheckCode, readonly string[]>> = {
  overlap: [`大家想一想，${PASSAGE}。`, `${PASSAGE}。\n说完了。\n${PASSAGE}。`],
  leftover: [
    `${HEAD}清水县委、县政府要求各镇报来。青禾县上下要一条心。`,
    `${HEAD}我区要抓紧。`,
    `${HEAD}大家想一想，${PASSAGE}。`,
    '完成投资〔数字〕亿元。',
  ],
  quotation: [
    '有句话说，“干部的脚上有多少土，群众心里就有多少情”，这话在理。',
    '有句话说，“干部的脚上有多少泥土，群众的心里就有多少情”。',
  ],
  figures: [
    '全县粮食总产达到12.6万吨。\n到年终算账，粮食总产12.8万吨。',
    '今天讲三件事：一是修路；二是引水。',
    '对照“五查”要求，一查纪律，二查办事，三查账目。',
    '建成文化站12个，其中镇级6个、村级7个。',
  ],
  terms: [
    '截止目前动工。',
    '既使下雨也去。',
    '找准抓手。',
    '形成闭环。',
    '开展“净水”行动。“净水”行动见效。\n“净水”工程要抓紧。',
  ],
  echo: ['工地上如火如荼。\n夜校也办得如火如荼。'],
  pairs: ['要“一竿子插到底。', '要一竿子插到底”。'],
  width: ['修路,引水。', '９个村。', '修路,引水,'.repeat(200)],
  numbering: ['一、修路\n说说。\n三、引水\n说说。'],
  title: ['县委书记李明远同志讲了话。\n县长李明远同志作了部署。', '县委书记李明远同志讲话。县委书记李明元同志强调。'],
  repeat: [`${SENTENCE}\n还有一件事。${SENTENCE}`],
  long: [`${'要把该修的路修到每一个村民小组的门口，'.repeat(7)}好。`],
  opening: ['同时，水渠要清。同时，桥要检修。同时，账要公开。'],
};

const NUMBERING: Readonly<Record<NumberingCode, readonly (string | null)[]>> = {
  missing: ['二、'],
  repeated: ['二、'],
  'out-of-order': ['二、'],
  'mixed-series': ['二、'],
  'mixed-level': ['二、', null],
  alone: [null],
  doubled: ['二、'],
  unread: [null],
};

/** Marks may be spoken of as they are; all else of the draft and the corpus stands in quotation marks, or behind a title in brackets. */
const ownWords = (message: string): string =>
  message
    .replace(/《[^》]*》|（[^（）]*）|\([^()]*\)/g, '')
    .replace(/“[^“”]*(?:“[^“”]*”[^“”]*)*”/g, '')
    .replace(/[“”‘’「」『』（）【】〔〕《》〈〉]/g, '');

const TO_DO = {
  zh: /请|可|应为|应有|改为|补上/,
  en: /\b(?:Add|add it|Begin|[Cc]hange|[Cc]heck|Make|Quote|Say|[Tt]ake|use|Use|mended|should be|should come|filled in|split|ask for)\b/,
};

function obeys({ zh, en }: Bilingual): void {
  const [ours, theirs] = [ownWords(zh), ownWords(en)];
  assert.doesNotMatch(ours, /[A-Za-z]/, zh);
  assert.match(ours, /[\u4e00-\u9fff]{2}/, zh);
  assert.doesNotMatch(theirs, /[\u2e80-\u9fff\uff00-\uffef]/, en);
  assert.match(theirs, /[a-z]{3}/, en);
  for (const text of [zh, en]) assert.doesNotMatch(text, /undefined|null|NaN|。。|。”。|\.\.| {2}|“”/, text);
  assert.match(zh, /。$/);
  assert.match(en, /[.]$/);
}

describe('what a check says', () => {
  const view: Partial<Record<CheckCode, CorpusView>> = {};
  before(() => {
    view.echo = [segmentOf([{ paragraphs: [`|${speech(3, 510_000)}`] }])];
  });

  for (const { code } of CHECKS)
    it(`${code}: is said in the language of the reader, and what to do with it`, () => {
      const said = new Set<string>();
      for (const draft of DRAFTS[code]) {
        const options = { terms: TERMS, idioms: { has: (word: string) => word === '如火如荼' } };
        const all = problems(draft, code, view[code] ?? [CORPUS], options);
        assert.ok(all.length > 0, draft);
        for (const { message, fix } of all) {
          obeys(message);
          assert.match(message.zh, TO_DO.zh);
          assert.match(message.en, TO_DO.en);
          said.add(message.en);
          if (!fix) continue;
          assert.doesNotMatch(ownWords(fix.title.zh), /[A-Za-z]/);
          assert.doesNotMatch(ownWords(fix.title.en), /[\u2e80-\u9fff\uff00-\uffef]/);
        }
      }
      assert.ok(said.size >= DRAFTS[code].length, `each draft is for a sentence of its own: ${[...said].join('\n')}`);
    });

  for (const code of Object.keys(NUMBERING) as NumberingCode[])
    it(`numbering, ${code}: likewise`, () => {
      for (const expected of NUMBERING[code]) {
        const found = code === 'doubled' ? '一、二、' : '三、';
        const message = {
          zh: describeProblem({ code, found, expected } as never, 'zh-cn'),
          en: describeProblem({ code, found, expected } as never, 'en'),
        };
        obeys(message);
        assert.match(message.zh, TO_DO.zh);
        assert.match(message.en, TO_DO.en);
      }
    });

  it('has a name in both languages', () => {
    for (const { name } of CHECKS) {
      assert.match(name.zh, /^[\u4e00-\u9fff]+$/);
      assert.match(name.en, /^[\x20-\x7e]+$/);
    }
  });
});
