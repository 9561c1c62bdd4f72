import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/engine/outline/edit';
import { parseMarker } from '../../../../../src/engine/outline/marker';
import { checkNumbering } from '../../../../../src/engine/outline/problems/problems';
import { renumber } from '../../../../../src/engine/outline/renumbering/renumber';
import { SERIES } from '../../../../../src/engine/outline/series';
import { formatChinese } from '../../../../../src/engine/text/chineseNumber';
import { runs } from '../../../../fixtures/runs';

const renumbered = (lines: string[]) => applyEdits(lines, renumber(lines));

const cases: [what: string, before: string[], after: string[]][] = [
  ['fills a gap', ['一、甲', '三、乙', '四、丙'], ['一、甲', '二、乙', '三、丙']],
  [
    'counts beyond ten',
    ['九、甲', '九、乙'].flatMap(line => Array(6).fill(line) as string[]),
    [
      ...['一、甲', '二、甲', '三、甲', '四、甲', '五、甲', '六、甲'],
      ...['七、乙', '八、乙', '九、乙', '十、乙', '十一、乙', '十二、乙'],
    ],
  ],
  [
    'begins anew in each section',
    ['一、甲', '（一）子', '（三）丑', '三、乙', '（一）寅', '（一）卯'],
    ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅', '（二）卯'],
  ],
  [
    'goes on over sections',
    ['一、甲', '1.子', '1.丑', '2.寅', '二、乙', '3.卯'],
    ['一、甲', '1.子', '2.丑', '3.寅', '二、乙', '4.卯'],
  ],
  [
    'leaves every heading on its level',
    ['一、甲', '（一）子', '（二）丑', '（三）寅', '四、乙', '五、丙'],
    ['一、甲', '（一）子', '（二）丑', '（三）寅', '二、乙', '三、丙'],
  ],
  [
    'and one that looks like a slip',
    ['一、甲', '（一）子', '（二）丑', '三、寅', '二、乙'],
    ['一、甲', '（一）子', '（二）丑', '二、寅', '三、乙'],
  ],
  ['leaves two numbers of two levels', ['一、甲', '二、（二）乙'], ['一、甲', '二、（二）乙']],
  ['takes one of two numbers', ['一、甲', '三、二、乙', '三、丙'], ['一、甲', '二、乙', '三、丙']],
  ['works inside a paragraph', ['　　要求：一是快；三是稳；三是准。'], ['　　要求：一是快；二是稳；三是准。']],
  ['keeps full width, brackets and indentation', ['　　（１）甲', '　　(3)乙'], ['　　（１）甲', '　　(2)乙']],
  [
    'takes the words in their order',
    ['首先，甲。', '再次，乙。', '最后，丙。'],
    ['首先，甲。', '其次，乙。', '最后，丙。'],
  ],
  [
    'counts on where the words end',
    ['首先，甲。', '其次，乙。', '再次，丙。', '再次，丁。', '最后，戊。'],
    ['首先，甲。', '其次，乙。', '第三，丙。', '第四，丁。', '最后，戊。'],
  ],
  ['unites mixed styles', ['首先，甲。', '其次，乙。', '第三，丙。'], ['首先，甲。', '其次，乙。', '再次，丙。']],
  [
    'leaves years, amounts and sayings',
    ['2023.', '1.5亿元。', '一是一，二是二。'],
    ['2023.', '1.5亿元。', '一是一，二是二。'],
  ],
];

/** Sections, parts and points as nested counts, written out with numbers that may be wrong. */
const tree = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }), { minLength: 1, maxLength: 5 });
const spoken = fc.constantFrom(...SERIES.filter(({ id }) => id === 'is' || id === 'must' || id === 'ordinal'));

describe('renumber', () => {
  for (const [what, before, after] of cases) {
    it(what, () => assert.deepEqual(renumbered(before), after));
  }

  it('changes nothing outside its scope', () => {
    const lines = ['一、甲', '三、乙', '五、丙', '七、丁'];
    const edits = renumber(lines, { paragraph: 1, endParagraph: 2 });
    assert.deepEqual(applyEdits(lines, edits), ['一、甲', '二、乙', '三、丙', '七、丁']);
  });

  it('makes the least edit', () => {
    assert.deepEqual(renumber(['一是快。', '三是稳。']), [{ paragraph: 1, start: 0, end: 1, text: '二' }]);
  });

  it('restores a well-formed text whose numbers were spoilt', () => {
    fc.assert(
      fc.property(tree, spoken, fc.infiniteStream(fc.integer({ min: 2, max: 12 })), (sections, series, wrong) => {
        const good: string[] = [];
        const bad: string[] = [];
        const write = (id: string, index: number, body: string) => {
          const { numerals, forms } = SERIES.find(candidate => candidate.id === id)!;
          const { before, after } = forms[0]!;
          good.push(`${before}${numerals.format(index + 1)}${after}${body}`);
          // The first of a list stays 1: it is what tells that a list begins.
          // Chapters go astray among larger numbers, lest 三、 look like a slip for the （三） that is due.
          const number = index === 0 ? 1 : (wrong.next().value as number) + (id === 'chinese' ? 30 : 0);
          bad.push(`${before}${numerals.format(number)}${after}${body}`);
        };
        sections.forEach((parts, section) => {
          write('chinese', section, '章');
          parts.forEach((points, part) => {
            write('chineseParenthesised', part, '节');
            for (let point = 0; point < points; point++) write(series.id, point, '抓实。再抓紧。');
          });
        });
        assert.deepEqual(renumbered(bad), good);
      }),
      runs(40),
    );
  });

  /** Outlines with parts cut out: levels in any order, numbers from anywhere. */
  const cut = fc.array(
    fc
      .tuple(
        fc.constantFrom(...SERIES.filter(({ level }) => level <= 5), SERIES.find(({ id }) => id === 'is')!),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(
          '抓实',
          '抓实。',
          '抓实。再抓紧。',
          '要求：',
          '二十、抓实',
          '（三）抓实',
          '3. 抓实',
          '二是抓实。',
        ),
        fc.boolean(),
      )
      .map(([{ forms, numerals }, number, body, hasText]) => [
        `${forms[0]!.before}${numerals.format(number)}${forms[0]!.after}${body}`,
        ...(hasText ? ['一段话。'] : []),
      ]),
    { maxLength: 12 },
  );
  // 一、二、抓实 has two numbers of the first level, though neither is read as one.
  const levels = (lines: readonly string[]) =>
    lines.map(line => parseMarker(line)?.level ?? (/^[一二三四五六七]、/.test(line) ? 1 : 0));

  it('changes no marker’s level, nor does a fix, but where levels are mixed', () => {
    fc.assert(
      fc.property(cut, parts => {
        const lines = parts.flat();
        assert.deepEqual(levels(renumbered(lines)), levels(lines));
        for (const { code, fix } of checkNumbering(lines)) {
          if (code !== 'mixed-level' && code !== 'doubled')
            assert.deepEqual(levels(applyEdits(lines, fix)), levels(lines), code);
        }
      }),
      runs(300),
    );
  });

  it('closes up what is left of an outline, section by section', () => {
    const sections = fc.array(fc.tuple(fc.nat(4), fc.boolean()), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(sections, all => {
        const write = (kept: boolean) => {
          let section = 0;
          return all.flatMap(([count, isCut], index) => {
            if (isCut && index > 0) return [];
            section++;
            const numeral = formatChinese(kept ? index + 1 : section);
            const own = Array.from({ length: count }, (_, part) => `（${formatChinese(part + 1)}）节`);
            return [`${numeral}、章`, ...own];
          });
        };
        assert.deepEqual(renumbered(write(true)), write(false));
      }),
      runs(300),
    );
  });

  it('is idempotent and leaves no number wrong, whatever the text', () => {
    const line = fc.constantFrom(
      ...SERIES.flatMap(({ numerals, forms }) =>
        [1, 2, 3, 5].map(number => {
          const numeral = numerals.format(Math.min(number, 4))!;
          return `${forms[0]!.before}${numeral}${forms[0]!.after}`;
        }),
      ),
    );
    const body = fc.constantFrom(
      ...['抓实', '抓实。', '抓实。再抓紧。', '要求：', '分两步：一是快；三是稳。', '首先，快；其次，实；第三，严。'],
    );
    const lines = fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.tuple(line, body).map(parts => parts.join('')) },
        { weight: 1, arbitrary: fc.constantFrom('一段话。', '') },
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(lines, text => {
        // 首先 … 第四, 1., 最后: whether the last word ends the list depends on how it is written, so no way of writing comes to rest.
        fc.pre(!(text.some(own => own.startsWith('最后')) && text.some(own => /^\d/.test(own))));
        const once = renumbered(text);
        assert.deepEqual(renumber(once), []);
        const left = checkNumbering(once).filter(({ code }) => code !== 'alone' && code !== 'mixed-level');
        assert.deepEqual(left, []);
      }),
      runs(100),
    );
  });
});
