import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDraft } from '../../../../src/engine/check/checkDraft';
import { CHECKS } from '../../../../src/engine/check/codes';
import { nearestStretch } from '../../../../src/engine/check/quotation/align';
import { differences } from '../../../../src/engine/check/quotation/differences';
import { mergedTerms, termsOfRows } from '../../../../src/engine/check/terms/termList';
import type { Segment } from '../../../../src/engine/index/segment';
import { runs } from '../../../fixtures/runs';
import { speech } from '../../../fixtures/sampleText';
import { segmentOf } from '../segmentOf';
import { found, HEAD, mended, problems, textOf } from './sample';

describe('figures', () => {
  const two = '全县粮食总产达到12.6万吨。\n到年终算账，粮食总产12.8万吨。';

  it('finds the same quantity with two values', () => {
    assert.deepEqual(found(two, 'figures'), ['12.8万吨']);
    assert.deepEqual(found('第一批群众1260人。\n据报的情况是第一批群众1230人。', 'figures'), ['1230人']);
    const goals = '全县粮食总产12.6万吨的目标要完成。\n全县粮食总产12.8万吨的任务不能少。';
    assert.deepEqual(found(goals, 'figures'), ['12.8万吨']);
    assert.match(problems(two, 'figures')[0]!.message.zh, /粮食总产.*12\.8万吨.*第 1 行.*12\.6万吨/);
  });

  it('leaves other years, other places, changes and roundings alone', () => {
    for (const text of [
      '2024年，粮食总产达到12.6万吨。\n2025年，粮食总产达到12.8万吨。',
      '全县粮食总产达到12.6万吨。\n全市粮食总产达到12.8万吨。',
      '粮食总产达到12.6万吨。\n粮食总产同比增加12.8万吨。',
      '粮食总产达到12.6万吨。\n粮食总产达到12.63万吨。',
      '项目总投资12亿元。\n总投资13亿元。',
      '粮食总产达到12.6万吨。\n粮食总产超过12万吨。',
      '全县粮食总产12.6万吨，来之不易；粮食总产12.8万吨的目标，更要靠大家。',
      '全县粮食总产达到12.6万吨。\n力争粮食总产12.8万吨。',
      '全县粮食总产达到12.6万吨。\n全县粮食总产要达到12.8万吨。',
      '一、2024年工作回顾\n粮食总产达到12.6万吨。\n二、2025年重点工作\n粮食总产达到12.8万吨。',
    ])
      assert.deepEqual(found(text, 'figures'), [], text);
  });

  it('counts the points announced', () => {
    assert.deepEqual(found('今天讲三件事：一是修路；二是引水。', 'figures'), ['三件事']);
    assert.deepEqual(found('今天讲三件事：一是修路；二是引水；三是办学。', 'figures'), []);
    assert.deepEqual(found('要抓好三件事：修路、引水。', 'figures'), ['三件事']);
    assert.deepEqual(found('要抓好三件事：修路、引水、办学。', 'figures'), []);
    assert.deepEqual(
      found('下面，我讲四点意见。\n一、抓春耕\n说几句。\n二、抓水利\n说几句。\n三、抓作风\n说几句。', 'figures'),
      ['四点意见'],
    );
    assert.deepEqual(found('主要从四个方面入手：一是修路；二是引水；三是办学。', 'figures'), []);
    assert.deepEqual(found('要从四个方面：一是修路；二是引水；三是办学。', 'figures'), ['四个方面']);
    assert.deepEqual(found('靠的是三样东西：一样是骨气，一样是志气。', 'figures'), ['三样东西']);
    assert.deepEqual(found('靠的是两样东西：一样是骨气，一样是志气。', 'figures'), []);
    assert.deepEqual(found('我讲三点。\n第一点，修路。\n第二点，引水。\n第三点，办学。\n第四点，用人。', 'figures'), [
      '三点',
    ]);
    assert.deepEqual(found('毛病有四种：推、拖、绕。', 'figures'), ['四种']);
    assert.deepEqual(found('办好四件实事：通下水，修外墙，装路灯。', 'figures'), ['四件实事']);
    assert.deepEqual(found('要抓好三件事，修路要快，引水要早。', 'figures'), []);
    assert.deepEqual(found('对照“五查”要求，一查纪律，二查办事，三查账目。', 'figures'), ['“五查”']);
    assert.deepEqual(found('开展“三问”：一问学了没有，二问办了没有，三问成了没有。', 'figures'), []);
  });

  it('waits with the points announced until the draft is written', () => {
    const openUntil = (text: string) => problems(text, 'figures').map(problem => problem.openUntil);
    assert.deepEqual(openUntil('今天讲三件事。\n一是修路。\n二是引水。'), [3]);
    assert.deepEqual(openUntil('今天讲两件事。\n一是修路。\n二是引水。\n三是办学。'), [undefined]);
  });

  it('adds up the parts of a whole', () => {
    assert.deepEqual(found('建成文化站12个，其中镇级6个、村级7个。', 'figures'), ['12个']);
    assert.deepEqual(found('建成文化站13个，其中镇级6个、村级7个。', 'figures'), []);
    assert.deepEqual(found('建成文化站20个，其中镇级6个、村级7个。', 'figures'), []);
    assert.deepEqual(found('新修水渠15公里：东干渠8公里、西干渠6公里。', 'figures'), ['15公里']);
  });
});

describe('terms', () => {
  const own = {
    name: '县委办',
    terms: termsOfRows([
      ['不用', '改用', '说明'],
      ['截止目前', '截至目前', '县委办规定'],
      ['大会', '', ''],
    ]),
  };
  const shipped = {
    name: '示例',
    terms: termsOfRows([
      ['截止目前', '到目前', ''],
      ['截至目前', '到目前', ''],
    ]),
  };

  it('finds what a list forbids, and puts in what it wants', () => {
    const options = { terms: [own, shipped] };
    assert.deepEqual(found('截止目前，已经动工。', 'terms', [], options), ['截止目前']);
    assert.equal(mended('截止目前，已经动工。', 'terms', [], options), '截至目前，已经动工。');
  });

  it('lets the earlier list win: what it wants, a later one cannot forbid', () => {
    assert.deepEqual(
      mergedTerms([own, shipped]).map(({ avoid, list }) => [avoid, list]),
      [
        ['截止目前', '县委办'],
        ['大会', '县委办'],
      ],
    );
    assert.deepEqual(mergedTerms([shipped]).length, 2);
    const allowing = { name: '本单位', terms: [{ avoid: '截止目前', prefer: '截止目前', note: '' }] };
    assert.deepEqual(
      mergedTerms([allowing, own]).map(({ avoid }) => avoid),
      ['大会'],
    );
  });

  it('leaves a wording within the right one, and titles of works', () => {
    const terms = [{ name: '一', terms: [{ avoid: '二十大', prefer: '党的二十大', note: '' }] }];
    assert.deepEqual(found('学习党的二十大精神。', 'terms', [], { terms }), []);
    assert.deepEqual(found('读《二十大问答》一书。', 'terms', [], { terms }), []);
    assert.deepEqual(found('学习二十大精神。', 'terms', [], { terms }), ['二十大']);
  });

  it('reads columns in any order, and files without a head', () => {
    assert.deepEqual(
      termsOfRows([
        ['说明', '应为', '不规范表述'],
        ['x', '即使', '既使'],
      ]),
      [{ avoid: '既使', prefer: '即使', note: 'x' }],
    );
    assert.deepEqual(termsOfRows([['# 注释'], ['既使', '即使'], ['', '空']]), [
      { avoid: '既使', prefer: '即使', note: '' },
    ]);
  });

  it('takes no row with text for pages, which would stand in every message', () => {
    const rows = [['既使', '即使'], ['扑下身子', '长'.repeat(100_000)], ['反'.repeat(501)]];
    assert.deepEqual(termsOfRows(rows), [{ avoid: '既使', prefer: '即使', note: '' }]);
  });

  it('finds one thing with two names', () => {
    assert.deepEqual(found('开展“净水”行动。“净水”行动见效。\n“净水”工程要抓紧。', 'terms'), ['“净水”工程']);
    assert.deepEqual(found('“一核两翼”初成。“一核两翼”要提速，“一核双翼”要见效。', 'terms'), ['“一核双翼”']);
    assert.deepEqual(found('开展“净水”行动。开展“护林”工程。', 'terms'), []);
    assert.deepEqual(found('“一网通管”上线。“一网通管”见效。\n“一网统管”的牌子挂了。', 'terms'), ['“一网统管”']);
    assert.deepEqual(found('“一网通管”上线。\n“一网统管”的牌子挂了。', 'terms'), []);
    assert.deepEqual(found('“一个不落”是口号。\n“三个不落”是要求。', 'terms'), []);
    assert.deepEqual(found('既要“领着群众干”，也要“领着干部干”。坚持“走出门去”和“走进门去”。', 'terms'), []);
  });
});

describe('leftover', () => {
  it('finds another county spoken of as the own one', () => {
    assert.deepEqual(found(`${HEAD}要推动清水县高质量发展。青禾县上下要一条心。`, 'leftover'), ['清水县']);
    assert.deepEqual(found(`${HEAD}清水县委、县政府要求各镇报来。`, 'leftover'), ['清水县']);
    assert.deepEqual(found(`${HEAD}清水县要抢抓机遇，立足清水县的产业基础。`, 'leftover'), ['清水县', '清水县']);
  });

  it('leaves others alone that are meant: who is learnt from, listed, quoted', () => {
    for (const text of [
      '要学习清水县发展蚕桑的经验。',
      '与清水县、白河县一道治水。',
      '赴清水县经济开发区考察。',
      '省里的清水县发展得快。',
      '要动员全县上下鼓足干劲，激励我县干部，关心本县群众。',
      '县委和县政府把大家分到各乡镇，乡亲们联名给县委、县政府写信。',
      '平江市清水县政府办了一件好事。',
    ])
      assert.deepEqual(found(HEAD + text, 'leftover'), [], text);
  });

  it('knows the place of a draft whatever stands behind it in the title', () => {
    const head = (title: string) => `${title}\n（2026年1月8日）\n周明远\n\n同志们：\n`;
    for (const title of ['在青禾县城市管理会上的讲话', '在青禾县乡村振兴会上的讲话'])
      assert.deepEqual(
        found(`${head(title)}清水县各级各部门要抓紧。青禾县上下要一条心。`, 'leftover'),
        ['清水县'],
        title,
      );
    assert.deepEqual(found(`${HEAD}县城要美，县域要强，市场要活，各县区要快。`, 'leftover'), []);
  });

  it('finds the rank of another place', () => {
    assert.deepEqual(found(`${HEAD}我区要抓紧。`, 'leftover'), ['我区']);
    assert.deepEqual(found(`${HEAD}我县要抓紧，我市已经部署。`, 'leftover'), []);
  });

  it('finds particulars that came with a passage', () => {
    const passage = '白河县林场职工杨守林三十年栽树4260亩，守住了县城的西大门。';
    const view = [segmentOf([{ title: '白河县林业会', paragraphs: [passage] }])];
    const text = `${HEAD}大家想一想，${passage}这种精神要学。`;
    const texts = found(text, 'leftover', view);
    assert.ok(texts.includes('白河县'), texts.join());
    assert.ok(texts.includes('4260亩'), texts.join());
    assert.deepEqual(found(text.replaceAll('青禾', '白河'), 'leftover', view), []);
  });

  it('finds slots that nobody has filled', () => {
    assert.deepEqual(found('完成投资〔数字〕亿元，××镇要抓紧。青政〔2026〕3号文件。', 'leftover'), ['〔数字〕', '××']);
    assert.deepEqual(found('请【企业名称】表态。【特稿】今日开工。', 'leftover'), ['【企业名称】']);
  });
});

describe('quotation', () => {
  const said = '干部的脚上有多少泥，群众的心里就有多少情';
  const view = [segmentOf([{ title: '谈作风', paragraphs: [`老书记说过：“${said}。”大家记住了。`] }])];

  it('finds what is nearly quoted, and takes over the wording of the source', () => {
    const wrong = `有句话说，“干部的脚上有多少土，群众心里就有多少情”，这话在理。`;
    assert.deepEqual(found(wrong, 'quotation', view), ['干部的脚上有多少土，群众心里就有多少情']);
    assert.equal(mended(wrong, 'quotation', view), `有句话说，“${said}”，这话在理。`);
    assert.equal(problems(wrong, 'quotation', view)[0]!.source!.title, '谈作风');
  });

  it('tells what differs', () => {
    assert.deepEqual(differences('脚上有多少土', '脚下有多少泥'), [
      { wrong: '上', right: '下' },
      { wrong: '土', right: '泥' },
    ]);
    const [problem] = problems('他说：“干部的脚上有多少泥土，群众心里就有多少情”。', 'quotation', view);
    assert.match(problem!.message.zh, /：多“土”，缺“的”。原文：/);
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (wrong, right) => {
        const all = differences(wrong, right);
        const length = (of: 'wrong' | 'right') => all.reduce((sum, change) => sum + change[of].length, 0);
        assert.equal(wrong.length - length('wrong'), right.length - length('right'));
        assert.equal(all.length === 0, wrong === right);
      }),
    );
  });

  it('leaves alone what is exact, whatever the marks, and what is another saying', () => {
    assert.deepEqual(found(`他说：“${said.replace('，', '、')}！”`, 'quotation', view), []);
    assert.deepEqual(found('他说：“干部的脚上有多少泥，是看得见的。”', 'quotation', view), []);
  });

  it('[property] finds a text in another up to some edits', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, letters, (before, text, behind) => {
        const exact = nearestStretch(text, before + text + behind, 0);
        assert.ok(exact && exact.distance === 0 && (before + text + behind).slice(exact.start, exact.end) === text);
        const near = nearestStretch(`${text.slice(0, 1)}戊${text.slice(1)}`, before + text + behind, 1);
        assert.ok(near && near.distance === 1);
      }),
    );
  });
});

describe('names and style', () => {
  let large: Segment | undefined;
  /** Large enough to tell what is a set phrase. Its words do not matter: a paragraph is one. */
  const largeCorpus = () => {
    large ??= segmentOf([{ paragraphs: [`|${speech(3, 510_000)}`] }]);
    return large;
  };

  it('title: finds a person with two offices, an office with two spellings', () => {
    assert.deepEqual(found('县委书记李明远同志讲了话。\n县长李明远同志作了部署。', 'title'), ['李明远']);
    assert.deepEqual(
      found('县委副书记、县长李明远同志讲了话。\n县长李明远同志作了部署。李明远县长要求快办。', 'title'),
      [],
    );
    assert.deepEqual(found('原县长李明远同志讲过。县委书记李明远同志又讲。', 'title'), []);
    assert.deepEqual(found('县委书记李明远同志讲话。县委书记李明元同志强调。', 'title'), ['李明元']);
  });

  it('title: knows who is named before an office, too', () => {
    assert.deepEqual(found('招商局局长贺春明同志讲话。\n会后，贺春鸣局长去了沿海。', 'title'), ['贺春鸣局长']);
    assert.deepEqual(found('招商局局长贺春明同志讲话。\n会后，贺春明副局长去了沿海。', 'title'), ['贺春明副局长']);
    assert.deepEqual(found('招商局副局长贺春明同志讲话。\n会后，贺春明局长去了沿海。', 'title'), []);
  });

  it('repeat: finds a sentence that stands twice', () => {
    const sentence = '春耕不等人，种子要送到地头，农机要修到田间。';
    assert.deepEqual(found(`${sentence}\n还有一件事。${sentence}`, 'repeat'), [sentence]);
    assert.deepEqual(found('同志们！同志们！', 'repeat'), []);
    const two = `${sentence}要想富，先修路，路通了人心才通。`;
    assert.deepEqual(found(`${two}\n再说一遍。${two}`, 'repeat'), [two]);
  });

  it('long: finds what has no stop', () => {
    const clause = '要把该修的路修到每一个村民小组的门口，';
    assert.equal(found(`${clause.repeat(7)}好。`, 'long').length, 1);
    assert.deepEqual(found(`${clause.repeat(3)}好；${clause.repeat(3)}好。`, 'long'), []);
  });

  it('long: does not count what many articles say so', () => {
    const clauses = ['把路修到村口', '把水引到田头', '把灯装到巷尾', '把话说到心上'].map(said => `要${said}去办好它，`);
    const long = `${clauses.join('')}要${'紧跟着日子一天一天往前走，'.repeat(8)}才好。`;
    const corpus = (count: number) => [
      segmentOf(Array.from({ length: count }, (_, i) => ({ paragraphs: [`第${i}篇：${clauses.join('')}完。`] }))),
    ];
    assert.equal(found(long, 'long', corpus(2)).length, 1);
    assert.deepEqual(found(long, 'long', corpus(6)), []);
  });

  it('opening: finds the same leading word three times, and no series', () => {
    assert.deepEqual(found('同时，水渠要清。同时，桥要检修。同时，账要公开。', 'opening'), ['同时']);
    assert.deepEqual(found('因此，笔记要记。因此，作业要记。因此，账也要记。', 'opening'), ['因此']);
    assert.deepEqual(found('通过修路，我们见了世面。通过办学，我们见了希望。通过治水，我们见了人心。', 'opening'), []);
    assert.deepEqual(found('要下决心。要下力气。要下功夫。', 'opening'), []);
  });

  it('echo: finds a striking word again, unless the corpus says it all the time', () => {
    const idioms = { has: (word: string) => word === '如火如荼' };
    const corpus = largeCorpus();
    const text = '工地上如火如荼。\n夜校也办得如火如荼。';
    assert.deepEqual(found(text, 'echo', [corpus], { idioms }), ['如火如荼']);
    assert.deepEqual(found(text, 'echo', [], { idioms }), []);
    const common = segmentOf([{ paragraphs: ['春耕如火如荼。'.repeat(5)] }]);
    assert.deepEqual(found(text, 'echo', [corpus, common], { idioms }), []);
  });

  it('echo: takes for a word what no dictionary has and whose halves are seldom apart, but no term', () => {
    const filler = largeCorpus();
    const corpus = [filler, segmentOf([{ paragraphs: ['锣鼓喧天，彩旗飘扬。', '锣鼓喧天，鞭炮齐鸣。'] }])];
    const text = (word: string) => `这边${word}，好。\n那里${word}了，也好。`;
    assert.deepEqual(found(text('锣鼓喧天'), 'echo', corpus), ['锣鼓喧天']);
    const terms = ['工伤保险费。', '工伤保险金。', ...Array.from({ length: 40 }, (_, i) => `第${i}种保险。`)];
    assert.deepEqual(found(text('工伤保险'), 'echo', [filler, segmentOf([{ paragraphs: terms }])]), []);
    // Part of something longer.
    assert.deepEqual(found('这边锣鼓喧天响，好。\n那里锣鼓喧天响，也好。', 'echo', corpus), []);
  });

  it('pairs: finds what opens or closes nothing', () => {
    assert.deepEqual(found('要“一竿子插到底。', 'pairs'), ['“']);
    assert.deepEqual(found('要一竿子插到底”。', 'pairs'), ['”']);
    assert.deepEqual(found('（一）抓春耕（含水利）。1）修渠；2）修路。“甲‘乙’丙”《丁》', 'pairs'), []);
    assert.deepEqual(found('他说：“先修路。\n“再引水。”', 'pairs'), []);
  });

  it('width: finds half-width marks and mends them', () => {
    assert.equal(
      mended('修路,引水;办学(含夜校)。增长3.5%；９个村', 'width'),
      '修路，引水；办学（含夜校）。增长3.5%；9个村',
    );
    assert.deepEqual(found('增长3.5％，见 https://example.org/a,b ，好。', 'width'), []);
  });

  it('numbering: tells what the outline tells', () => {
    assert.deepEqual(found('一、修路\n说说。\n三、引水\n说说。', 'numbering'), ['三、']);
    assert.equal(mended('一、修路\n说说。\n三、引水\n说说。', 'numbering'), '一、修路\n说说。\n二、引水\n说说。');
  });
});

describe('checkDraft', () => {
  it('says nothing of front matter, guidance and empty lines', () => {
    const draft = '---\ntitle: 在青禾县的讲话\nnote: a,b中\n---\n\n【提示·开场】两三句,点明背景\n同志们：\n好。';
    assert.deepEqual(checkDraft([], draft.split('\n')), []);
  });

  it('[property] every place is in the draft, every fix changes it, and nothing throws', () => {
    const piece = fc.constantFrom(
      '县委书记李明远',
      '“',
      '”',
      '（',
      '）',
      '《',
      '三件事：',
      '一是',
      '二是',
      '，',
      '。',
      ',',
      '12个，其中',
      '3个、',
      '4个',
      '全县粮食总产',
      '12.6万吨',
      '\n',
      '　',
      '青禾县',
      '我区',
      '〔空〕',
      '同时，',
      '😀',
      '推動',
    );
    const view = [segmentOf([{ paragraphs: [speech(1, 400)] }])];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const lines = pieces.join('').split('\n');
        for (const problem of checkDraft(view, lines)) {
          const { line, endLine, start, end, fix } = problem;
          assert.ok(line <= endLine && endLine < lines.length);
          assert.ok(
            start >= 0 && end <= lines[endLine]!.length && (line < endLine || start < end),
            JSON.stringify(problem),
          );
          assert.ok(CHECKS.some(({ code }) => code === problem.code));
          for (const edit of fix?.edits ?? [])
            assert.notEqual(lines[edit.paragraph]!.slice(edit.start, edit.end), edit.text);
          assert.ok(textOf(lines, problem).length > 0);
        }
      }),
      runs(25),
    );
  });
});
