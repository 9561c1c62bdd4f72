import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markerText } from '../../../../src/engine/outline/marker';
import { type OutlineNode, parseOutline, walkOutline } from '../../../../src/engine/outline/outline';
import { runs } from '../../../fixtures/runs';

/** The hierarchy as text: `一、抓产业[一是扩规模 二是提质量]`. */
function sketch(nodes: readonly OutlineNode[]): string {
  return nodes
    .map(
      node => `${markerText(node.marker)}${node.title}${node.children.length > 0 ? `[${sketch(node.children)}]` : ''}`,
    )
    .join(' ');
}

const at = (nodes: readonly OutlineNode[], marker: string) =>
  [...walkOutline(nodes)].map(({ node }) => node).find(node => markerText(node.marker) === marker)!;

const speech = [
  '在云溪县乡村振兴推进会上的讲话',
  '同志们：今天开个短会，讲两个问题。',
  '一、认清形势',
  '（一）成绩来之不易。去年全县新修产业路，群众得了实惠。',
  '新路通到了最远的石桥村。',
  '（二）差距不容小看',
  '一是底子薄。龙头企业少。',
  '二是链条短。卖的多是原料。',
  '三是人手缺。',
  '这些差距，根子在作风。',
  '二、抓好落实',
  '（一）抓产业。做到三点：一是扩规模；二是提质量，创品牌；三是拓销路。',
  '（二）抓作风',
  '1.少开会。',
  '2.多下乡。',
  '同志们，路已经指明，让我们一起干！',
];

describe('parseOutline', () => {
  const outline = parseOutline(speech);

  it('nests sections, parts and points, inside a paragraph too', () => {
    assert.equal(
      sketch(outline),
      '一、认清形势[（一）成绩来之不易 （二）差距不容小看[一是底子薄 二是链条短 三是人手缺]] ' +
        '二、抓好落实[（一）抓产业[一是扩规模 二是提质量，创品牌 三是拓销路] （二）抓作风[1.少开会 2.多下乡]]',
    );
  });

  it('tells a title of its own line from one the text runs on behind', () => {
    assert.equal(at(outline, '一、').form, 'heading');
    assert.equal(at(outline, '（一）').form, 'runIn');
    assert.equal(at(outline, '一是').form, 'runIn');
    assert.equal(at(outline, '1.').form, 'heading');
  });

  it('gives each part its extent', () => {
    const extents = [...walkOutline(outline)].slice(0, 6).map(({ node }) => [node.paragraph, node.endParagraph]);
    // 一、 reaches to the paragraph before 二、; （一） holds its unnumbered paragraph; 三是 does not take the summing-up.
    assert.deepEqual(extents, [
      [2, 9],
      [3, 4],
      [5, 9],
      [6, 6],
      [7, 7],
      [8, 8],
    ]);
  });

  it('leaves the farewell to the whole speech', () => {
    assert.equal(at(outline, '二、').endParagraph, 14);
  });

  it('gives inline points their offsets', () => {
    const { children } = outline[1]!.children[0]!;
    const text = speech[11]!;
    assert.deepEqual(
      children.map(({ inline, start, end }) => [inline, text.slice(start, end)]),
      [
        [true, '一是扩规模；'],
        [true, '二是提质量，创品牌；'],
        [true, '三是拓销路。'],
      ],
    );
  });

  it('counts characters without blanks, children included', () => {
    const [section] = parseOutline(['一、抓 好', '', '　　一是快。', '二、稳']);
    assert.equal(section!.characters, '一、抓好一是快。'.length);
    assert.equal(section!.children[0]!.characters, 4);
    assert.equal(section!.endParagraph, 2);
  });

  it('learns the levels from the text: 1. over 一是 here, （一） under 第一 there', () => {
    assert.equal(
      sketch(parseOutline(['1.甲', '一是子。', '二是丑。', '2.乙', '一是寅。', '二是卯。'])),
      '1.甲[一是子 二是丑] 2.乙[一是寅 二是卯]',
    );
    assert.equal(
      sketch(parseOutline(['第一、甲', '（一）子', '（二）丑', '第二、乙', '（一）寅', '（二）卯'])),
      '第一、甲[（一）子 （二）丑] 第二、乙[（一）寅 （二）卯]',
    );
  });

  it('puts a list under a spoken point that goes on after it, and beside one that does not', () => {
    assert.equal(sketch(parseOutline(['一是甲。要做两件：', '1.子', '2.丑', '二是乙。'])), '一是甲[1.子 2.丑] 二是乙');
    assert.equal(
      sketch(parseOutline(['一、总', '一是甲。', '二是乙。', '（一）子', '（二）丑'])),
      '一、总[一是甲 二是乙 （一）子 （二）丑]',
    );
  });

  it('keeps a series apart that begins anew in every section', () => {
    assert.equal(
      sketch(parseOutline(['一、甲', '首先，子。', '其次，丑。', '二、乙', '首先，寅。', '最后，卯。'])),
      '一、甲[首先，子 其次，丑] 二、乙[首先，寅 最后，卯]',
    );
  });

  it('goes on with a series across the paragraphs that hold it', () => {
    assert.equal(
      sketch(parseOutline(['一、甲', '要抓三件事。一是路。', '二是水；三是电。', '二、乙'])),
      '一、甲[一是路 二是水 三是电] 二、乙',
    );
  });

  it('nests points within points of the same series', () => {
    assert.equal(
      sketch(parseOutline(['一是甲，分两步：一是子；二是丑。', '二是乙。'])),
      '一是甲，分两步[一是子 二是丑] 二是乙',
    );
    assert.equal(
      sketch(parseOutline(['第一，甲。', '第二，乙。首先，子；其次，丑；第三，寅。', '第三，丙。'])),
      '第一，甲 第二，乙[首先，子 其次，丑 第三，寅] 第三，丙',
    );
  });

  it('counts beyond ten', () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `${'一二三四五六七八九十'[index] ?? `十${'一二'[index - 10]}`}、第${index + 1}件`,
    );
    assert.deepEqual(
      parseOutline(lines).map(({ marker }) => marker.number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
  });

  it('takes 首先 and 最后 around the sections for the courtesies they are', () => {
    const lines = ['首先，我代表云溪县委向大家问好！', '一、甲', '二、乙', '最后，祝大家身体健康！'];
    assert.equal(sketch(parseOutline(lines)), '一、甲 二、乙');
  });

  it('takes no year, amount or saying for a point', () => {
    const lines = [
      '2023.',
      '1.5亿元资金到位。',
      '一是一，二是二，账要算清。',
      '第一书记要驻村。',
      '原因很多，其中首先要说的是钱。',
    ];
    assert.deepEqual(parseOutline(lines), []);
    assert.deepEqual(parseOutline([]), []);
  });

  it('nests every part inside its parent, in order, without overlap', () => {
    const line = fc.constantFrom(
      ...[
        '一、甲',
        '二、乙',
        '三、丙',
        '（一）丁',
        '（二）戊',
        '1.己',
        '2.庚',
        '一是辛。',
        '二是壬。',
        '三是癸。后文。',
      ],
      ...[
        '首先，子。',
        '其次，丑。',
        '第三，寅。',
        '要求：一是卯；二是辰。',
        '平常的一段话。',
        '',
        '同志们，干！',
        '①巳',
        '一要午，二要未。',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const place = (paragraph: number, offset: number) => paragraph * 1000 + offset;
        const check = (nodes: readonly OutlineNode[], from: number, to: number) => {
          let position = from;
          for (const node of nodes) {
            const start = place(node.paragraph, node.start);
            const end = place(node.endParagraph, node.end);
            assert.ok(start >= position && end > start && end <= to, sketch(nodes));
            assert.ok(node.children.reduce((sum, child) => sum + child.characters, 0) < node.characters);
            check(node.children, start, end);
            position = end;
          }
        };
        check(parseOutline(lines), 0, place(lines.length, 0));
      }),
      runs(50),
    );
  });
});
