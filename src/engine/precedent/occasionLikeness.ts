import type { OccasionName } from './occasionName';

/** How two occasions are alike. */
export type OccasionLikeness =
  /** Called the same, or what differs makes no other occasion of it: 全县经济工作会议 and 县委经济工作会. */
  | { readonly kind: 'same' }
  /** One names a place or a body that the other leaves out: 青山县政府工作 and 政府工作. Which one is meant must be known otherwise. */
  | { readonly kind: 'placed'; readonly place: string };

/** A longer name is a sentence. UTF-16 code units. */
const LONGEST = 60;
/** Meetings are called now one, now the other. */
const MEETING = /(?:工作)?(?:扩大)?(?:会议|大会|会)(?!员|计|场|所|商|展|务|见|谈|馆|徽|客|同|晤)/g;
/** May be there or not: nothing else follows from it. */
const SOFT_WORDS = '全|本|我|中共|县|市|省|区|州|旗|镇|乡|委|党委|政府|党组|机关|系统|工作|年|年度|暨|及|和|与|的|之';
const SOFT = new RegExp(`^(?:${SOFT_WORDS})+$`);
const SOFT_LETTERS = new RegExp(`[${SOFT_WORDS.replaceAll('|', '')}]`, 'g');
/** A place or a body before all else. */
const PLACE = /(?:[省市县区州盟旗镇乡局厅委院校]|集团|公司|街道|办事处|国务院|共和国)$/;
/** These end like places and are what is spoken of. */
const NO_PLACE =
  /(?:社区|城市|城乡|城镇|乡镇|园区|景区|校区|老区|灾区|库区|地区|学校|党校|高校|法院|医院|党委|纪委|监委|常委)$/;
const LONGEST_PLACE = 16;
const SHORTEST_PART = 4;

/** How alike the occasions are that two names mean; null where they are different ones, or nobody can tell. */
export const occasionLikeness = (one: OccasionName, other: OccasionName): OccasionLikeness | null =>
  likenessTo(one)(other);

/** The same for many others: hardly one of a hundred thousand titles is worth aligning. */
export function likenessTo(one: OccasionName): (other: OccasionName) => OccasionLikeness | null {
  if (one.name === '' || one.name.length > LONGEST) return () => null;
  const parts = heldTogether(one.name);
  return other => {
    if (one.genre !== null && other.genre !== null && one.genre !== other.genre) return null;
    if (other.name === '' || other.name.length > LONGEST) return null;
    if (one.name === other.name) return { kind: 'same' };
    let placed: OccasionLikeness | null = null;
    for (const a of parts) {
      for (const b of heldTogether(other.name)) {
        if (!isWithin(a.core, b.core) && !isWithin(b.core, a.core)) continue;
        // Of several ways to align two names the first is taken: it must not depend on which is asked about.
        const likeness = a.text < b.text ? compare(a.text, b.text) : compare(b.text, a.text);
        if (likeness?.kind === 'same') return likeness;
        placed ??= likeness;
      }
    }
    return placed;
  };
}

/** A name, and what of it must be in any that means the same, or the other way round: all but what may be there or not. */
interface Part {
  readonly text: string;
  readonly core: string;
}

/** Two meetings that are held together may once have been held alone: 经济工作会议暨项目观摩会. */
function heldTogether(name: string): Part[] {
  const plain = name
    .replace(/全体会议/g, '全会')
    .replace(/新春|迎春/g, '春节')
    .replace(MEETING, '会');
  const parts = plain.split('暨').filter(part => part.length >= SHORTEST_PART);
  return [plain, ...(parts.length > 1 ? parts : [])].map(text => ({ text, core: text.replace(SOFT_LETTERS, '') }));
}

/** Are the characters of one text all in the other, in the same order? */
function isWithin(part: string, whole: string): boolean {
  let found = 0;
  for (let i = 0; i < whole.length && found < part.length; i++) if (whole[i] === part[found]) found++;
  return found === part.length;
}

function compare(a: string, b: string): OccasionLikeness | null {
  const apart = differences(a, b);
  let place = '';
  let soft = 0;
  for (const [i, { ofA, ofB }] of apart.entries()) {
    // Something stands for something else: another occasion.
    if (ofA !== '' && ofB !== '') return null;
    const more = ofA + ofB;
    if (SOFT.test(more)) soft += more.length;
    else if (i === 0 && isPlace(more) && (ofA === '' ? b : a).startsWith(more)) place = more;
    else return null;
  }
  if (soft > Math.min(a.length, b.length) - soft) return null;
  return place === '' ? { kind: 'same' } : { kind: 'placed', place };
}

const isPlace = (text: string): boolean => text.length <= LONGEST_PLACE && PLACE.test(text) && !NO_PLACE.test(text);

/** What stands between the characters that both have in the same order, as many of them as there are. */
function differences(a: string, b: string): { ofA: string; ofB: string }[] {
  const common = commonLengths(a, b);
  const found: { ofA: string; ofB: string }[] = [];
  let [i, j] = [0, 0];
  let [fromA, fromB] = [0, 0];
  const close = () => {
    if (i > fromA || j > fromB) found.push({ ofA: a.slice(fromA, i), ofB: b.slice(fromB, j) });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j] && common[i]![j] === common[i + 1]![j + 1]! + 1) {
      close();
      i++;
      j++;
      [fromA, fromB] = [i, j];
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close();
  return found;
}

/** [i][j]: how many characters the rests from i and j have in common, in order. */
function commonLengths(a: string, b: string): Uint8Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
    }
  }
  return rows;
}
