import type { CorpusView } from '../../index/segment';
import { createParagraphPlaces } from '../../passages/passage';
import { namedThings } from '../../skeleton/patterns/namedThings';
import { personsIn } from '../../skeleton/patterns/personsIn';
import { segmentEnds } from '../../text/segmentWords';
import type { Span } from '../../text/sentences';
import { type Draft, spanIn } from '../draft/draft';
import { UNIT } from '../figures/units';
import type { OverlapRun } from '../overlap/chosenRuns';
import { type Counting, longestMatches } from '../overlap/matches';
import { sourceOf } from '../overlap/overlapProblems';
import type { Overlaps } from '../overlap/overlaps';
import type { Problem, ProblemSource } from '../problem';
import type { OwnPlaces } from './otherPlaces';
import { type PlaceSources, placeMentions } from './placeMentions';

interface Entity extends Span {
  readonly name: string;
  readonly kind: '地名' | '人名' | '单位' | '项目' | '年份' | '数字';
}

/** What more articles say is nobody's own. */
const MOST_ARTICLES = 2;
const FIGURE = new RegExp(`(?<![\\d.第])\\d+(?:[.,]\\d+)*(?:余|多)?(?:万亿|[百千万亿])*(?:${UNIT})`, 'g');
/** Family names that are mostly words. */
const WORD_FIRST = /^[向于从和同将如连应通经方为由对把被任包全]/;
const WHO_BEFORE =
  /(?:[员长民师生]|书记|主任|民警|记者|青年|职工|模范|标兵|教授|专家|代表|大户|同志|人士|老人|负责人|经理|支书)$/;
const WHO_BEHIND = /^(?:同志(?!们)|老师|校长|院长|主任|书记|[县市省局镇乡]长|教授|医生|先生|女士)/;
/** What has a name of its own; 县财政局 is in every county. */
const NAMED =
  /^(?!新型|大型|重点|各|全|一流|高水平|现代).{2,}(?:公司|集团|合作社|[中小大]学|学院|医院|园区|产业园|水库|大道|大桥|景区)$|“.+/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?=年)/g;

/**
 * Particulars that came with a passage taken over: places, persons, organisations, projects, years and figures within a run that
 * stands in an article, which no other article has and the draft itself says nowhere else.
 */
export function carriedOver(
  view: CorpusView,
  draft: Draft,
  overlaps: Overlaps,
  own: OwnPlaces,
  sources: PlaceSources,
  counting: Counting,
): Problem[] {
  if (own.names.size === 0 && !draft.setting.some(text => /[全我](?:省|市|县|区|州|旗|镇|乡|村)/.test(text))) return [];
  const known = new Set<string>();
  const placeOf = createParagraphPlaces();
  return overlaps.runs.flatMap(run => {
    const source = sourceOf(view, overlaps.text, run, placeOf);
    if (speaksOf(view, run, source, own)) return [];
    return spokenIn(draft, overlaps, run).flatMap(({ line, start, end }) => {
      const text = line.text;
      const isRare = (name: string) =>
        longestMatches(view, name, 0, name.length, name.length, MOST_ARTICLES + 1, counting).length <= MOST_ARTICLES;
      return entitiesIn(text, sources, isRare)
        .filter(entity => entity.start >= start && entity.end <= end)
        .filter(entity => isForeign(entity, draft, overlaps, own, source) && isRare(around(text, entity)))
        .filter(({ name }) => !known.has(name) && known.add(name))
        .map(entity => problemOf(line, entity, source));
    });
  });
}

/** Before the run, in the article: what it speaks of stands there. */
const BEFORE = 400;

/** Does the source speak of a place of the draft's own? Then what it says may well hold here. */
function speaksOf(view: CorpusView, { whole }: OverlapRun, { title }: ProblemSource, own: OwnPlaces): boolean {
  const segment = view[whole.segment]!;
  const start = Math.max(segment.articleStart(segment.articleAt(whole.position)), whole.position - BEFORE);
  const said = title + segment.slice(start, whole.endPosition);
  return [...own.names].some(name => said.includes(name.length > 2 ? name.slice(0, -1) : name));
}

/** The stretches of the run, by lines. */
function spokenIn({ told }: Draft, { starts }: Overlaps, run: OverlapRun) {
  return told.flatMap((line, index) => {
    const offset = starts[index]!;
    const [start, end] = [Math.max(0, run.start - offset), Math.min(line.text.length, run.end - offset)];
    return start < end ? [{ line, start, end }] : [];
  });
}

function entitiesIn(text: string, sources: PlaceSources, isRare: (name: string) => boolean): Entity[] {
  const ends = new Set([0, ...segmentEnds(text)]);
  const isStart = (offset: number) => ends.has(offset) || offset >= text.length;
  const places = placeMentions(text, sources, 3).map(({ start, end, name }) => ({
    start,
    end,
    name,
    kind: '地名' as const,
  }));
  const matched = (pattern: RegExp, kind: Entity['kind']) =>
    [...text.matchAll(pattern)].map(({ index, 0: name }) => ({ start: index, end: index + name.length, name, kind }));
  const named = [...namedThings(text, isStart, isRare), ...personsIn(text, isStart, isRare)]
    .filter(({ start, end, text: name, name: kind }) =>
      kind === '人名' ? isPerson(text, start, end) : NAMED.test(name),
    )
    .map(({ start, end, text: name, name: kind }) => ({ start, end, name, kind: kind as Entity['kind'] }));
  const all = [...places, ...matched(YEAR, '年份'), ...matched(FIGURE, '数字'), ...named];
  return all.filter((one, at) => !all.slice(0, at).some(other => other.start < one.end && one.start < other.end));
}

/** Somebody is named where what they are stands before or behind. */
function isPerson(text: string, start: number, end: number): boolean {
  if (end - start < 2 || WORD_FIRST.test(text.slice(start))) return false;
  return WHO_BEFORE.test(text.slice(0, start)) || WHO_BEHIND.test(text.slice(end));
}

/** A figure says little by itself: with what stands before it. */
function around(text: string, { start, end, kind }: Entity): string {
  return kind === '数字' || kind === '年份' ? text.slice(Math.max(0, start - 3), end) : text.slice(start, end);
}

function isForeign(
  { name, kind }: Entity,
  draft: Draft,
  overlaps: Overlaps,
  own: OwnPlaces,
  source: ProblemSource,
): boolean {
  if (draft.setting.some(text => text.includes(name)) || own.names.has(name)) return false;
  // The year of the article it came from, where the draft is of another.
  if (kind === '年份')
    return source.date?.slice(0, 4) === name && draft.setting.some(text => /(?:19|20)\d\d/.test(text));
  return kind === '数字' || !saidElsewhere(name, overlaps);
}

function saidElsewhere(name: string, { text, taken }: Overlaps): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!taken[at]) return true;
  return false;
}

function problemOf(line: Draft['spoken'][number], { start, end, name, kind }: Entity, source: ProblemSource): Problem {
  return {
    code: 'leftover',
    ...spanIn(line, start, end),
    source,
    message: {
      zh: `${kind}“${name}”是随《${source.title}》里的话带来的，请核对是否属于本稿。`,
      en: `“${name}” came with words of “${source.title}”: check that it belongs here.`,
    },
  };
}
