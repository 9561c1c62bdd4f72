import type { Bilingual } from '../../text/bilingual';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';
import { LEVEL_OF } from './gazetteer';
import { type PlaceMention, type PlaceSources, placeMentions } from './placeMentions';

/** Places that a draft is of: named in its title, head, front matter or signature. */
export interface OwnPlaces {
  readonly names: ReadonlySet<string>;
  readonly levels: ReadonlySet<number>;
  /** 县 of 青禾县. */
  readonly ranks: ReadonlySet<string>;
}

/** The places that the setting of a draft names. */
export function ownPlaces({ setting }: Draft, sources: PlaceSources): OwnPlaces {
  const mentions = setting.flatMap(text => placeMentions(text, sources));
  return {
    names: new Set(mentions.map(({ name }) => name)),
    levels: new Set(mentions.map(({ name, level }) => (name.endsWith('自治区') ? 1 : level))),
    ranks: new Set(mentions.map(({ name }) => name.at(-1)!)),
  };
}

/** What stands behind a place that is spoken of as one's own: 青禾|人民, 青禾|各级. */
const OWN_BEHIND =
  /^(?:委(?!员)|人民政府|政府|人大|政协|纪委|监委|各级|各部门|各[乡镇村]|各单位|广大|上下|全体|党员|干部|人民|群众|百姓|父老|经济|社会|高质量|发展|建设|实际|振兴|产业|工业|农业|旅游|乡村|城乡|儿女|要|必须|应当|的(?:实际|发展|明天|未来|经济|产业|干部|群众|各项|工作|基础|优势|特色)|第[一二三四五六七八九十]+[届次])/;
const OWN_BEFORE =
  /(?:我们|建设|推动|推进|加快|为|把|努力|谱写|书写|开创|打造|奋力|立足|助力|擦亮|振兴|繁荣|扮靓|今日|代表|中共|促进|实现)$/;
/** Words beside a place that is meant as another one: somebody goes there, learns from it, compares with it. */
const ABOUT_OTHERS =
  /学习|借鉴|考察|对标|交流|合作|对口|协作|帮扶|支援|来自|[赴去]|前往|例如|比如|譬如|像|等地|周边|邻近|毗邻|接壤|相邻|相比|兄弟|案|事故|经验|做法|历史|曾|籍|出生|工作过|签约|客商|友好|两地|携手|联合|一道|共同|省|调研|视察|看望|慰问|到/;

/** Places of the draft's own rank that are spoken of as its own and are not: another county's name in this speech. */
export function otherPlaces(draft: Draft, own: OwnPlaces, sources: PlaceSources): Problem[] {
  const highest = Math.min(...own.levels);
  const fromLevel = Math.max(2, highest);
  if (!Number.isFinite(highest)) return [];
  const isOwn = (name: string) =>
    own.names.has(name) || [...own.names].some(other => other.endsWith(name) || name.endsWith(other));
  return draft.spoken.flatMap(line => {
    if (line.kind !== 'body' && !line.kind.startsWith('heading')) return [];
    const mentions = placeMentions(line.text, sources, fromLevel);
    const places = mentions.filter(mention => {
      const { start, end, name, level } = mention;
      if (!own.levels.has(level) || isOwn(name) || line.quoted.some(span => span.start <= start && end <= span.end))
        return false;
      const sentence = sentenceAround(line.text, mention);
      const isClaimed = OWN_BEHIND.test(line.text.slice(end)) || OWN_BEFORE.test(line.text.slice(0, start));
      // 深圳市南山区: whoever names what it belongs to means another one.
      const isListed =
        /[、和与及省市州盟]$/.test(line.text.slice(0, start)) || /^[、和与及等]/.test(line.text.slice(end));
      return isClaimed && !isListed && !ABOUT_OTHERS.test(sentence.replace(name, ''));
    });
    return [
      ...places.map(place => problemOf(line, place, ofOther(place.name, own))),
      ...wrongRanks(line, own, highest),
    ];
  });
}

function sentenceAround(text: string, { start, end }: PlaceMention): string {
  const from = Math.max(...['。', '！', '？', '；', '，'].map(mark => text.lastIndexOf(mark, start)));
  const to = text.slice(end).search(/[。！？；，]/);
  return text.slice(from + 1, to < 0 ? text.length : end + to);
}

/** 我县 in the speech of a city, 全区 in that of a county. */
const SAID_OF_ONESELF = /(?<![\u4e00-\u9fff]自)我(县|区|旗|镇|乡|村)(?![域级长城民])|全(县|区)(?![域级长城民块])/g;

function wrongRanks(line: DraftLine, { ranks }: OwnPlaces, highest: number): Problem[] {
  return [...line.text.matchAll(SAID_OF_ONESELF)].flatMap(({ index, 0: text, 1: mine, 2: all }) => {
    const rank = mine ?? all!;
    const level = LEVEL_OF[rank]!;
    if (ranks.has(rank) || level < highest || (all !== undefined && (level !== highest || highest !== 3))) return [];
    const own = [...ranks].find(other => LEVEL_OF[other] === highest) ?? '';
    const message = {
      zh: `本稿是${own}里的，“${text}”可能是别处的稿子留下的，请核对。`,
      en: `This draft is of a “${own}”; “${text}” may be left over from another draft. Check it.`,
    };
    return [problemOf(line, { start: index, end: index + text.length }, message)];
  });
}

function ofOther(name: string, { names }: OwnPlaces): Bilingual {
  const own = [...names].join('、');
  return {
    zh: `“${name}”不是本稿的地方（${own}），可能是别处的稿子留下的，请核对。`,
    en: `“${name}” is not the place of this draft (“${own}”); it may be left over from another draft. Check it.`,
  };
}

function problemOf(line: DraftLine, { start, end }: { start: number; end: number }, message: Bilingual): Problem {
  return { code: 'leftover', ...spanIn(line, start, end), message };
}
