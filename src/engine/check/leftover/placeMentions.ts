import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { isFunctionWord } from '../../passages/functionWords';
import { segmentEnds } from '../../text/segmentWords';
import type { Span } from '../../text/sentences';
import { beginsWord } from '../../words/wordStarts';
import { type Gazetteer, LEVEL_OF } from './gazetteer';

/** A place named with its rank: 青禾县. */
export interface PlaceMention extends Span {
  readonly name: string;
  /** 1 a province, 3 a county, 5 a village. */
  readonly level: number;
}

/** How places are told from other words. */
export interface PlaceSources {
  readonly view: CorpusView;
  readonly gazetteer: Gazetteer;
  /** Names that are known to be places. */
  readonly known: ReadonlySet<string>;
}

/** 省级, 市场, 县域, 区域, 镇村: the rank begins a word. 县委 does, too, and is a place's own. */
const OTHER_WORD =
  /^(?:省级|市[场民级县值盈况容井政]|县[域级乡区城长]|区[域别间位块]|旗[帜下]|乡[村镇]|镇村|村[庄级民]|州[县市])/;
/** 平桥县|城市管理, 云岭县|乡村振兴, 平江市|民政局: it ends the name, for what follows is a word without it. */
const WORD_BEHIND =
  /^(?:县(?:城[市乡镇管投建]|乡[村镇]|区域)|市(?:民[营族政兵办生间]|政[府协法务]|场监|级[机领部各])|区(?:域|间))/;
/** Kinds of places, no names: 贫困县, 示范区; and what cannot be of a name. */
const KIND =
  /^(?:[全各我本该两几多每整某一二三四五六七八九十百千第省市县区乡镇村城农大小老新].*|.*[级的了是在到从向对把为与和及或等这那有个座家国全各我本该每]|贫困|脱贫|代表|行政|自然|重点|中心|特色|文明|先进|示范|试点|直辖|兄弟|经济|百强|传统|空心|美丽|和谐|国家|革命|移民|生态|民族|边境|工业|农业|旅游|产业|实施|推进|推动|建设|发展|服务|带动|加快|组织|中国|人民|地级|县级|副省|计划|产粮|人口|财政|纳税)$/;
/** Behind a place that has a government of its own. */
const GOVERNED = /^(?:委(?!员会?代表|托|员)|人民政府|政府|人大|政协|纪委|监委|第[一二三四五六七八九十]+[届次])/;
/** What leads on to a place and is no part of its name. */
const LEADS = /[在到从向对把由与和及是为让使被将就去赴给同跟请的，、：]/;
/** Of all that the corpus has of a name, so much has its rank behind. */
const SHARE = 0.1;

/** The places of a text from this level on, ascending: those the gazetteer has, those known, and what else can only be one. */
export function placeMentions(text: string, { view, gazetteer, known }: PlaceSources, fromLevel = 1): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 1; at < text.length; at++) {
    const level = LEVEL_OF[text[at]!];
    if (level === undefined || level < fromLevel || isOtherWord(text.slice(at, at + 3))) continue;
    const end = at + 1;
    const start = listed(text, end, gazetteer, known) ?? shaped(text, at, view);
    if (start !== null && start >= (found.at(-1)?.end ?? 0))
      found.push({ start, end, name: text.slice(start, end), level });
  }
  return found;
}

const isOtherWord = (text: string): boolean => OTHER_WORD.test(text) && !WORD_BEHIND.test(text);

/** Where the longest name begins that is known to be one and ends there. */
function listed(text: string, end: number, gazetteer: Gazetteer, known: ReadonlySet<string>): number | null {
  for (let length = Math.min(9, end); length >= 2; length--) {
    const name = text.slice(end - length, end);
    // 和县 is a county, and 县委和县政府 is not of it.
    const isPlain = length > 2 || end === 2 || isApart(text[end - length - 1]!);
    if (isPlain && (known.has(name) || gazetteer.has(name))) return end - length;
  }
  return null;
}

/** A name nobody lists: two or three characters that begin where a word does, before 县, or before a rank that governs. */
function shaped(text: string, at: number, view: CorpusView): number | null {
  const isGoverned = GOVERNED.test(text.slice(at + 1));
  if (text[at] !== '县' && !isGoverned) return null;
  for (const length of [2, 3]) {
    const start = at - length;
    const stem = text.slice(Math.max(0, start), at);
    if (start < 0 || !/^[\u4e00-\u9fff]+$/.test(stem) || KIND.test(stem)) continue;
    if (LEADS.test(stem) || isFunctionWord(stem)) continue;
    if (!(start === 0 || isApart(text[start - 1]!) || begins(view, text, start))) continue;
    const all = countOccurrences(view, stem);
    if (all > 0 && countOccurrences(view, stem + text[at]!) < SHARE * all) continue;
    return start;
  }
  return null;
}

const isApart = (character: string): boolean => LEADS.test(character) || !/[\u4e00-\u9fff]/.test(character);

/** By the corpus; where it has nothing of the kind, by the language's own segmenter. */
function begins(view: CorpusView, text: string, offset: number): boolean {
  const from = Math.max(0, offset - 12);
  const near = text.slice(from, offset + 12);
  const told = beginsWord(view, near, offset - from);
  return told ?? segmentEnds(near).includes(offset - from);
}
