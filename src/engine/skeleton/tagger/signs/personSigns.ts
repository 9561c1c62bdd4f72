import { isPersonShaped } from '../forms/personShape';
import { countLevel, groupOfTag } from '../paragraphWords';
import { beside } from './beside';
import type { NameInside } from './nameInside';

/** What somebody is who is named behind it… */
const ROLE =
  /(?:[员师官兵手匠者工]|(?<![增成生延])长|(?:离休|退休|村|乡镇|援藏|援疆|扶贫|年轻)干部|被告人|民警|青年|校友|院士|代表|委员|先生|女士|书记|支书|主任|[县市省区局厅处科部镇乡村校院会厂社站所队]长|总理|主席|经理|总裁|村民|农民|模范|标兵|教授|专家|大户|同志|老人|老乡|大爷|大娘|烈士|先烈|英雄|党员|老师|医生|学生|同学|英杰|女杰)$/;
/** …and before it. */
const TITLE =
  /^(?:同志(?!们)|同学(?!们)|老师(?!们)|先生|女士|院士|教授|医生|大姐|大爷|老人|书记|县长|副?[局厅处科部镇乡村校院会]长|主任|总理|副总理|主席|董事长|总经理|项目经理|师傅(?!们)|等先烈|等同志|烈士|团队|他们)/;

/** Signs of somebody: shape, how likely its characters are in a given name, what stands beside it. */
export function personSigns({
  candidate,
  paragraph,
  inside,
  whole,
  before,
  after,
  level,
  unknown,
}: NameInside): string[] {
  const { text: name, start, end } = candidate;
  const { text, lexicon } = paragraph;
  if (name.length === 1) return ['surname', `surname before ${beside(before, 'start')}`];
  const isTitled = TITLE.test(text.slice(end, end + 4));
  const { length } = name;
  if (!isPersonShaped(name)) return isTitled && length <= 4 ? ['stranger before title'] : [];
  const hasRole = ROLE.test(text.slice(Math.max(0, start - 4), start));
  const given = [...name.slice(1)];
  const odds = given.reduce((sum, letter) => sum + lexicon.givenOdds(letter), 0) / given.length;
  const signs = [
    `person ${length}`,
    `person odds ${Math.max(-3, Math.min(3, Math.round(odds)))} length ${length}`,
    `person odds ${odds > 0.5} unknown ${Math.min(unknown, 2)}`,
    `person given ${countLevel(lexicon.publicCount(name.slice(1)))}`,
    `person given tag ${groupOfTag(lexicon.tagOf(name.slice(1)))}`,
    `person length ${length} level ${level}`,
    `person words ${whole} of ${inside.length}`,
    `person after ${beside(after, 'end')}`,
    `person before ${beside(before, 'start')}`,
  ];
  if (hasRole)
    signs.push('after role', `after role length ${length} words ${inside.length}`, `after role odds ${odds > 0}`);
  if (isTitled) signs.push('before title', `before title length ${length}`);
  if (/^[老小阿]/.test(name)) signs.push(`familiar ${name[0]}`);
  if (/[总工某]$/.test(name)) signs.push('office short');
  return signs;
}
