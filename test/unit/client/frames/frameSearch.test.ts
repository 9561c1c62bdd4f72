import assert from 'node:assert/strict';
import type { FrameEntry } from '../../../../src/client/frames/frameEntry';
import { createFrameSearch, type FrameSearch } from '../../../../src/client/frames/frameSearch';

const entry = (
  name: string,
  kind: string,
  prefixes: string[],
  keywords: string[],
  descriptionEn: string,
  level?: FrameEntry['level'],
): FrameEntry => ({
  name,
  prefixes,
  keywords,
  descriptions: [`${name}句式`, descriptionEn],
  kind,
  ...(level && { level }),
  note: '',
  preview: name,
  body: async () => `${name}$0`,
});

const entries = [
  entry('意识到……就要……', '句子框架', ['意识到', 'yishidao'], ['认识'], 'Insight and duty'),
  entry('一是……二是……三是……', '分项', ['一是', 'yishi'], ['并列', '措施'], 'Points within a paragraph'),
  entry('守初心、担使命', '排比', ['守初心', 'shouchuxin'], ['主题教育'], 'Parallel openings'),
  entry('既要……又要……', '句子框架', ['既要', 'jiyao'], ['对偶', '两面'], 'Two demands at once'),
  entry('述职报告', '整篇骨架', ['述职报告', 'shuzhibaogao'], ['年终', '总结'], 'Annual report of an official'),
];

describe('createFrameSearch', () => {
  let search: FrameSearch;
  before(async () => {
    search = await createFrameSearch(entries);
  });

  it('gives everything, in order, while nothing is typed', () => {
    assert.deepEqual(search('  '), entries);
  });

  for (const [typed, name] of [
    ['初心', '守初心、担使命'],
    ['担使命', '守初心、担使命'],
    ['shouchuxindanshiming', '守初心、担使命'],
    ['danshiming', '守初心、担使命'],
    ['scx', '守初心、担使命'],
    ['jyyy', '既要……又要……'],
    ['szbg', '述职报告'],
    ['ztjy', '守初心、担使命'],
    ['措施', '一是……二是……三是……'],
    ['排比', '守初心、担使命'],
    ['annual', '述职报告'],
    ['shuzibaogao', '述职报告'],
  ] as const) {
    it(`finds ${name} first by ${typed}`, () => assert.equal(search(typed)[0]?.name, name));
  }

  it('puts what is as typed first, what begins so next, and what is like it last', () => {
    const names = search('yishi').map(({ name }) => name);
    assert.deepEqual(names.slice(0, 2), ['一是……二是……三是……', '意识到……就要……']);
  });

  it('finds nothing where nothing is like it', () => {
    assert.deepEqual(search('qqwwqq'), []);
  });

  describe('with levels', () => {
    const mined = [
      entry('要大兴〔四字〕之风', '句子', [], [], '', 'sentence'),
      entry('以〔内容甲〕为〔内容乙〕，扛起担当', '标题', [], [], '', 'heading'),
      entry('多一分担当', '句子', [], [], '', 'sentence'),
    ];
    let searchLevels: FrameSearch;
    before(async () => {
      searchLevels = await createFrameSearch([...entries, ...mined], { heading: '标题', sentence: '句子' });
    });
    const names = (typed: string) => searchLevels(typed).map(({ name }) => name);

    it('shows all that the corpus has, by 语料, yuliao, yl or corpus, and finds in it', () => {
      for (const typed of ['语料', 'yuliao', 'yl', 'Corpus'])
        assert.deepEqual(
          searchLevels(typed).filter(({ level }) => level),
          mined,
        );
      assert.deepEqual(
        names('语料 担当'),
        ['以〔内容甲〕为〔内容乙〕，扛起担当', '多一分担当'].sort(
          (a, b) => names('担当').indexOf(a) - names('担当').indexOf(b),
        ),
      );
    });

    it('shows those of one level, by its name, pinyin or initials', () => {
      for (const typed of ['标题', 'biaoti', 'bt', 'heading']) assert.deepEqual(names(typed), [mined[1]!.name]);
    });

    it('shows with the name of a level what else is called so: written templates for headings', async () => {
      const written = entry('以……为……', '排比', ['以为'], ['标题'], 'A as B');
      const find = await createFrameSearch([...entries, ...mined, written], { heading: '标题', sentence: '句子' });
      for (const typed of ['标题', 'biaoti', 'bt']) assert.deepEqual(find(typed), [written, mined[1]], typed);
      assert.deepEqual(find('标题 担当'), [mined[1]]);
    });

    it('searches within a level', () => {
      assert.deepEqual(names('句子 担当'), ['多一分担当']);
      assert.deepEqual(names('jz dyfdd'), ['多一分担当']);
      assert.deepEqual(names('要大兴之风'), ['要大兴〔四字〕之风']);
      assert.deepEqual(names('ydxzf'), ['要大兴〔四字〕之风']);
      assert.ok(names('担当').includes(mined[1]!.name));
    });
  });
});
