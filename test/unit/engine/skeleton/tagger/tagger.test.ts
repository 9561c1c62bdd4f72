import assert from 'node:assert/strict';
import { loadSegmenter } from '../../../../../src/corpus/words/segmenter';
import { createTagger, type Tagger } from '../../../../../src/engine/skeleton/tagger/tagger';
import { shippedLexicon } from '../../../../eval/skeleton/lexicon';

const ROOT = process.env.FANBEN_ROOT ?? '.';

/** The particulars of a text that no marked speech has, as `text/name`; those that are doubtful, where they are asked for, by their text. */
async function tagged(text: string, isDoubtful = false): Promise<string[]> {
  shipped ??= createTagger(await shippedLexicon(ROOT));
  const starts = new Set([0]);
  let at = 0;
  for (const word of loadSegmenter()(text)) {
    starts.add(at);
    at += word.length;
  }
  const found = shipped(text, offset => starts.has(offset)).filter(one => (one.isDoubtful ?? false) === isDoubtful);
  return found.map(({ text, name }) => (isDoubtful ? text : `${text}/${name}`));
}
let shipped: Tagger | undefined;

describe('tagger of particulars', () => {
  it('takes figures, dates, fractions and large numbers in every writing', async () => {
    assert.deepEqual(
      await tagged('2023年9月1日到10月底，全县生产总值增长百分之七点二，达到三百零六亿元，惠及1,204户，占三分之二。'),
      ['2023年9月1日到10月/日期', '百分之七点二/数字', '三百零六亿/数字', '1,204/数字', '三分之二/数字'],
    );
  });

  it('leaves what announces, what counts nothing and what everybody says', async () => {
    assert.deepEqual(await tagged('下面，我讲三点意见。要千方百计抓落实，一心一意谋发展。'), []);
    assert.deepEqual(await tagged('面对百年未有之大变局，要统筹两个大局，做好三个方面的工作。'), []);
    assert.deepEqual(await tagged('要积极参与共建“一带一路”，坚持以人民为中心的发展思想。'), []);
  });

  it('holds for doubtful, in whole words, what may be a name and probably is none', async () => {
    const doubtful = await tagged('气象台的预报要快，供销社的门要开，实验小学的操场要修。', true);
    assert.ok(doubtful.length > 0);
    for (const words of doubtful) assert.match(words, /^(?:气象台|供销社|实验小学|预报|操场)$/);
    assert.deepEqual(await tagged('下面，我讲三点意见。', true), []);
  });

  it('takes the hour in Chinese numbers, and no number that names a place or a paper', async () => {
    assert.deepEqual(await tagged('请于今晚八点前到岗，教室的灯每晚亮到十点半。'), ['八点/日期', '十点半/日期']);
    assert.deepEqual(
      await tagged('今天上午讲三点意见，办好四点半课堂。').then(found => found.filter(one => one.endsWith('/日期'))),
      [],
    );
    const numbered = await tagged('中央一号文件下发以后，2号井已经停产。');
    assert.ok(!numbered.some(one => one.endsWith('/日期')), numbered.join(' '));
  });

  it('takes a number with what it is the name of, and none that counts the points of a speech', async () => {
    const found = await tagged('第二，500千伏永安变电站明年投产。第三，说三句话，解决两个问题。');
    assert.equal(found.map(one => one.split('/')[0]).join(''), '500千伏永安变电站');
    assert.ok((await tagged('人民路早高峰很堵，青年路也不宽。')).length >= 2);
    assert.deepEqual(await tagged('各乡镇党政主要负责同志是第一责任人。'), []);
    assert.ok((await tagged('今天是立冬，大家辛苦了。')).includes('立冬/日期'));
    assert.ok((await tagged('二监区教导员贺铁军')).every(one => !one.startsWith('二监/')));
  });

  it('tells people, places, bodies and projects that nobody has seen', async () => {
    const found = await tagged(
      '刚才，县水务局局长周恒远同志作了汇报，桑园坝水库除险加固工程已经完工，柳塘镇的群众很满意。',
    );
    for (const name of ['周恒远/人名', '柳塘/地名']) assert.ok(found.includes(name), `${name}: ${found.join(' ')}`);
    assert.ok(
      found.some(one => one.includes('水务局')),
      found.join(' '),
    );
    assert.ok(
      found.some(one => one.startsWith('桑园坝水库除险加固工程')),
      found.join(' '),
    );
  });

  it('gives nothing for an empty text, and comes to an end in one without an end', async () => {
    assert.deepEqual(await tagged(''), []);
    const long = '青禾县柳塘镇群众周恒远，'.repeat(120);
    assert.ok((await tagged(long)).length > 120);
  });
});
