import { type CheckOptions, checkSteps } from '../check/checkDraft';
import type { Gazetteer } from '../check/leftover/gazetteer';
import type { Idioms } from '../check/style/idioms';
import { wordingNeeds } from '../index/blocks/needs';
import type { CorpusView } from '../index/segment';
import { ask } from '../lookup/query/ask';
import { filteredView } from '../lookup/query/filteredView';
import { parseQuery } from '../lookup/query/query';
import { isAskedInPart, queryNeeds } from '../lookup/query/queryNeeds';
import { variantNeeds, variants } from '../lookup/wording/variants';
import { countByOrigin, type Origin } from '../passages/countByOrigin';
import { findPassages } from '../passages/findPassages';
import { normalisePhrase } from '../passages/normalisePhrase';
import type { Passage } from '../passages/passage';
import type { NeedsOf } from '../passages/search/searchNeeds';
import type { Steps } from '../steps';
import { cutWords } from '../text/segmentWords';
import {
  LONGEST_WORDING,
  limit,
  limitOf,
  linesOf,
  markedOf,
  type Properties,
  type ToolInput,
  text,
  textOf,
} from './toolInput';

/** What an assistant may ask the corpus. Each answer is plain data, and says of all it quotes where it stands. */
export interface Tool {
  readonly name: ToolName;
  /** For the assistant: what it is for, and what it answers. */
  readonly description: string;
  /** JSON Schema of the input. */
  readonly inputSchema: { readonly type: 'object'; readonly properties: Properties; readonly required: string[] };
  /** What it needs of libraries that are read on demand, of which so many layouts are asked; null: all of them, so that they cannot be asked. */
  needs(input: ToolInput, layouts: number): NeedsOf | null;
  /** The lines of a draft that is compared with all articles: those that share something with it have to be brought first. */
  draftOf?(input: ToolInput): readonly string[];
  /** A draft is checked a little at a time. */
  run(sources: ToolSources, input: ToolInput): Steps<unknown>;
}

/** What the tools are called, in the editor and for `fanben mcp`. */
export type ToolName = 'fanben_search' | 'fanben_passages' | 'fanben_variants' | 'fanben_check';

/** What the tools answer from. */
export interface ToolSources {
  readonly view: CorpusView;
  readonly gazetteer?: Gazetteer;
  readonly idioms?: Idioms;
  readonly common?: CheckOptions['common'];
  /** Whose segments the view has. */
  readonly origins?: readonly Origin[];
  /** Which library the article of a path is of, and where in it; undefined: none, it is a file. */
  readonly inLibrary?: (path: string) => LibraryPlace | undefined;
}

/** An answer with the libraries that were not asked for it, if any. */
export function withLeftOut(answer: unknown, leftOut: readonly string[]): unknown {
  return leftOut.length > 0 ? { ...(answer as object), notAsked: leftOut } : answer;
}

/** An article of a library is no file here. */
export interface LibraryPlace {
  readonly library: string;
  /** `讲话/2023/一.txt` */
  readonly path: string;
}

/** All tools, in the order in which they are told. */
export const tools: readonly Tool[] = [
  {
    name: 'fanben_search',
    description:
      'Search the writer’s own corpus of Chinese speeches. Gives whole sentences with their title, date, speaker and place; `isPart`: of very large libraries only some places were looked at. Cite these instead of inventing wording.',
    inputSchema: {
      type: 'object',
      properties: {
        query: text(
          'Chinese words with blanks between; “exact wording” in quotes; * for a gap (以*为抓手); filters speaker:NAME year:2019-2023 title:… occasion:…',
        ),
        ...limit,
      },
      required: ['query'],
    },
    needs: (input, layouts) => queryNeeds(parseQuery(textOf(input, 'query', LONGEST_WORDING)), cutWords, layouts),
    *run({ view, inLibrary }, input) {
      const query = parseQuery(textOf(input, 'query', LONGEST_WORDING));
      const hits = ask(filteredView(view, query.filter), query, limitOf(input), cutWords);
      const sentences = hits.map(hit => ({ sentence: hit.sentence, ...originOf(hit, inLibrary) }));
      return { sentences, ...(isAskedInPart(view, query) && { isPart: true }) };
    },
  },
  {
    name: 'fanben_passages',
    description:
      'In how many articles of the writer’s corpus a Chinese wording stands letter for letter, and its newest passages with title, date, speaker and place; where shared libraries have it, how many there and here (`apart`).',
    inputSchema: { type: 'object', properties: { wording: text('The wording.'), ...limit }, required: ['wording'] },
    needs(input) {
      const wording = normalisePhrase(textOf(input, 'wording', LONGEST_WORDING));
      return segment => wordingNeeds(segment, wording);
    },
    *run({ view, origins = [], inLibrary }, input) {
      const wording = textOf(input, 'wording', LONGEST_WORDING);
      const found = findPassages(view, wording, limitOf(input), { ownSegments: origins[0]?.segments });
      const { articles, occurrences, estimated } = found;
      const passages = found.passages.map(passage => ({
        sentence: passage.before + passage.match + passage.after,
        ...originOf(passage, inLibrary),
      }));
      const apart = countByOrigin(view, origins, wording);
      return { articles, occurrences, estimated, ...(apart.length > 0 && { apart }), passages };
    },
  },
  {
    name: 'fanben_variants',
    description:
      'What else the writer’s corpus says in the place of a wording, between the same neighbours, most common first, each with its newest source.',
    inputSchema: {
      type: 'object',
      properties: {
        before: text('What stands before the wording in its sentence; may be empty.'),
        wording: text('The wording for which others are wanted.'),
        after: text('What stands behind it; may be empty.'),
        ...limit,
      },
      required: ['wording'],
    },
    needs(input) {
      const { line, span } = markedOf(input);
      return variantNeeds(line, span);
    },
    *run({ view, inLibrary }, input) {
      const { line, span } = markedOf(input);
      const found = variants(view, line, span, limitOf(input));
      return {
        variants: found.map(one => ({ wording: one.text, articles: one.articles, ...originOf(one.source, inLibrary) })),
      };
    },
  },
  {
    name: 'fanben_check',
    description:
      'Check a Chinese speech draft: what is copied from the corpus, places and figures of another speech left in it, quotations that are not exact, figures that disagree, numbering. Gives each problem with its line.',
    inputSchema: { type: 'object', properties: { text: text('The draft.') }, required: ['text'] },
    needs: () => null,
    draftOf: linesOf,
    *run({ view, gazetteer, idioms, common, inLibrary }, input) {
      const lines = linesOf(input);
      const checked = yield* checkSteps(view, lines, { gazetteer, idioms, common });
      return {
        problems: checked.problems.map(({ code, line, start, endLine, end, message, source }) => ({
          code,
          line: line + 1,
          text: line === endLine ? lines[line]!.slice(start, end) : lines[line]!.slice(start),
          message: message.zh,
          ...(source && {
            source: {
              title: source.title,
              date: source.date,
              speaker: source.speaker,
              ...libraryOf(source.path, inLibrary),
            },
          }),
        })),
      };
    },
  },
];

function originOf({ article, paragraph }: Pick<Passage, 'article' | 'paragraph'>, inLibrary: ToolSources['inLibrary']) {
  const { title, date, speaker, path } = article;
  return { title, date, speaker, path, ...inLibrary?.(path), paragraph };
}

function libraryOf(path: string, inLibrary: ToolSources['inLibrary']): { library?: string } {
  const library = inLibrary?.(path)?.library;
  return library === undefined ? {} : { library };
}
