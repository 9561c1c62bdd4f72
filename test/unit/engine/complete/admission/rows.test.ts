import assert from 'node:assert/strict';
import { isBareWord } from '../../../../../src/engine/complete/admission/bareWord';
import { endsHalfWay } from '../../../../../src/engine/complete/admission/halfWay';
import { beginsHalfWord, splitsLastWord } from '../../../../../src/engine/complete/admission/halfWords';
import { goesOnAsTitle, isTitle, repeatsSentence } from '../../../../../src/engine/complete/admission/ownWording';
import { wordBeforeCursor } from '../../../../../src/engine/complete/admission/wordBeforeCursor';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { segmentOf } from '../../segmentOf';

const corpus = [
  segmentOf([
    { paragraphs: ['发放|试剂盒|，|发放|试剂盒|，|采购|试剂盒|。'], date: '2022-01-01' },
    { paragraphs: ['测试|准备|工作|，|重视|测试|准备|工作|。'], date: '2023-01-01' },
  ]),
];

describe('what may stand in a list', () => {
  it('knows the last word of a draft, as the corpus cuts it', () => {
    assert.equal(wordBeforeCursor(corpus, '各部门要重视测试'), 2);
    assert.equal(wordBeforeCursor(corpus, '发放试剂盒'), 3);
    assert.equal(wordBeforeCursor(corpus, '发放，'), 0);
  });
  it('begins where a word of the draft begins', () => {
    const { complete } = createSuggestions(corpus);
    const texts = (before: string) => complete({ before }, { limit: 8 }).phrases.map(({ text }) => text);
    assert.ok(texts('各部门要重视测试').every(text => !text.startsWith('剂盒')));
    assert.ok(texts('各部门要重视测试').some(text => text.startsWith('准备')));
  });
  it('is known from where a word of the draft begins', () => {
    const known = { text: '', inCorpus: 0, inDraft: 0, elsewhere: 0, contextStartShare: 0 };
    assert.ok(beginsHalfWord('测试', { ...known, text: '剂盒', inCorpus: 1 })); // 试剂盒
    assert.ok(beginsHalfWord('融', { ...known, text: '合作', inCorpus: 1 })); // 联动融|: 金融合作
    assert.ok(!beginsHalfWord('防', { ...known, text: '风险', inCorpus: 1, contextStartShare: 1 }));
    assert.ok(!beginsHalfWord('特别行', { ...known, text: '政区', inCorpus: 4 }));
    assert.ok(!beginsHalfWord('', { ...known, text: '同志们' }));
  });
  it('takes nothing of the word before it where only sources without words know it', () => {
    const known = { inCorpus: 1, inDraft: 0, elsewhere: 2, contextStartShare: 1 };
    assert.ok(beginsHalfWord('开工', { ...known, text: '作要点' }));
    assert.ok(beginsHalfWord('负总', { ...known, text: '书记' })); // 不辜负总书记
    assert.ok(!beginsHalfWord('开工', { ...known, text: '建设，' }));
    assert.ok(!beginsHalfWord('部门', { ...known, text: '要切实' }));
    assert.ok(!beginsHalfWord('开工', { ...known, text: '作要点', elsewhere: 3 }));
    assert.ok(beginsHalfWord('全', { ...known, text: '同意', inCorpus: 0, inDraft: 1, elsewhere: 0 }, () => false));
    assert.ok(!beginsHalfWord('全', { ...known, text: '同意', inCorpus: 0, inDraft: 1, elsewhere: 0 }, () => true));
  });
  it('may go on within a word that the draft has only begun, and splits none that it has', () => {
    assert.ok(!splitsLastWord('离不开创新性转', '化、'));
    assert.ok(!splitsLastWord('加快高标', '准农田建设'));
    assert.ok(splitsLastWord('始终奉行', '政区'));
    assert.ok(splitsLastWord('做好开工', '作要点'));
    assert.ok(!splitsLastWord('', '推动'));
  });
  it('is no part of a word of the draft itself, and ends with one', () => {
    const { complete } = createSuggestions(corpus);
    const before = '推动文旅融合，推动文旅项目。对此我完全同意。为谱写全';
    const texts = (typed: string) => complete({ before: before + typed }, { limit: 8 }).phrases.map(({ text }) => text);
    assert.ok(texts('').every(text => !text.includes('同意')));
    assert.ok(texts('县篇章，推动').every(text => !/文$/.test(text)));
    assert.ok(texts('县篇章，推动').some(text => text.includes('文旅')));
  });
  it('goes on with a number only where the draft has that already', () => {
    const { complete } = createSuggestions([
      segmentOf([
        { paragraphs: ['完成|12|项|任务|，|建成|12|个|项目|。', '又|完成|12|项|任务|。'], date: '2023-01-01' },
      ]),
    ]);
    const texts = (before: string) => complete({ before }, { limit: 8 }).phrases.map(({ text }) => text);
    assert.ok(texts('去年完成1').every(text => !/2/.test(text)));
    assert.ok(texts('去年完成12项任务，今年完成1').some(text => text.includes('2项')));
  });
  it('does not go on as the title alone does', () => {
    const title = '在全县安全生产工作会议上的讲话';
    assert.ok(goesOnAsTitle('生产工作会议', title, `${title}\n要抓好安全`));
    assert.ok(goesOnAsTitle('上的讲话', title, `${title}\n这次会议`));
    assert.ok(!goesOnAsTitle('生产', title, `${title}\n要抓好安全`));
    assert.ok(!goesOnAsTitle('生产工作', title, `${title}\n安全生产工作是大事。要抓好安全`));
    assert.ok(!goesOnAsTitle('生产责任', title, `${title}\n要抓好安全`));
    const { complete } = createSuggestions(corpus);
    const texts = complete({ before: `${title}\n各村要抓好安全`, title }, { limit: 8 }).phrases.map(({ text }) => text);
    assert.ok(
      texts.every(text => !text.includes('工作会议')),
      texts.join(),
    );
  });
  it('ends where one may stop', () => {
    for (const text of ['统一思想，今天', '抓落实，绝', '不怕吃苦，说了', '先进性不断', '责任感，时时'])
      assert.ok(endsHalfWay(text), text);
    for (const text of ['形势和各', '贯彻习近平新', '贯彻党的十九', '党的十九届', '中国共产党第二十'])
      assert.ok(endsHalfWay(text), text);
    for (const text of ['全国共', '全省累计', '我们一共']) assert.ok(endsHalfWay(text), text);
    for (const text of [
      '焕然一新',
      '改革创新',
      '党的二十大',
      '把安全放在第一',
      '唯一',
      '十五五',
      '累计',
      '迎接中共',
      '爱护公共',
    ])
      assert.ok(!endsHalfWay(text), text);
    for (const text of ['统一思想', '统一思想，', '统一思想、凝聚力量', '推动']) assert.ok(!endsHalfWay(text), text);
  });
  it('is no short word behind a mark, unless it is likely', () => {
    assert.ok(isBareWord('推动', 0.04, '同志们，'));
    assert.ok(!isBareWord('推动', 0.06, '同志们，'));
    assert.ok(!isBareWord('推动', 0.04, '大力'));
    assert.ok(!isBareWord('推动高质量发展', 0.04, '同志们，'));
  });
  it('is neither the draft’s title nor one of its sentences', () => {
    assert.ok(isTitle('全县招商引资大会', '在全县招商引资大会上的讲话'));
    assert.ok(!isTitle('招商引资', '在全县招商引资大会上的讲话'));
    assert.ok(repeatsSentence('抓好落实', '我们要抓好落实。我们要'));
    assert.ok(!repeatsSentence('抓好落实', '我们要抓好落实，办成实事。我们要'));
  });
});
