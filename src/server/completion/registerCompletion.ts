import { type CompletionList, CompletionTriggerKind, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChoicesProblem } from '../../corpus/writer/choicesFile';
import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import { contextNeeds, nextNeeds, rowNeeds, topicNeeds } from '../../engine/index/blocks/needs';
import { offers } from '../../engine/offers/offers';
import { opensByItself, rowsUnasked, staysOpen } from '../../engine/offers/opening/opensByItself';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import type { FrameTemplate } from '../../engine/templates/template';
import type { ServerContext } from '../context';
import { within } from '../door/within';
import { lineAfter } from '../lines';
import type { ParamsOf } from '../protocol/protocol';
import type { Texts } from '../textTable';
import { completionList } from './completionList';
import { draftBefore } from './draftBefore';
import { inlineCompletion } from './inlineCompletion';
import { resolveCompletion } from './resolveCompletion';
import { createShownLists } from './shownLists';
import { createWorkAhead } from './workAhead';
import { openWriterChoices } from './writerChoices';

/** What completion takes from other features. */
export interface CompletionNeeds {
  readonly templates: () => readonly FrameTemplate[];
  /** That the writer has kept. */
  readonly sayings: () => readonly string[];
  /** Where the articles stand that are models for a draft: pinned, or on its occasion; the last weighs most. */
  readonly exemplars: (document: TextDocument) => readonly ArticlePlace[];
}

/** Formulas of a leadership, and campaigns, last about so long. */
const YEARS = 5;

/** A list waits no longer for the network. Milliseconds. */
const NETWORK_MS = 30;

const NO_ITEMS: CompletionList = { isIncomplete: true, items: [] };

/** The list and the ghost text, and what they learn of the writer. */
export function registerCompletion(context: ServerContext, { templates, sayings, exemplars }: CompletionNeeds): void {
  const { router, documents, corpus, host, settings } = context;
  let writer = openWriterChoices({}, host.openChoices, () => {});
  const lists = createShownLists(choice => writer.add(choice));
  const workAhead = createWorkAhead(context.report);
  /** Drafts of which libraries that are read on demand know what they are about. */
  const taken = new Set<string>();

  context.when('initialized', () => {
    const tell = (problem: ChoicesProblem) => context.warn(choicesProblem(problem, settings().texts));
    writer = openWriterChoices(settings().options, host.openChoices, tell, settings().seal);
  });
  context.when('shutdown', () => writer.close());

  // A draft that has just been opened may get its title next.
  const readAhead = () => {
    const isBegun = documents.all().some(({ lineCount }) => lineCount <= 1);
    if (isBegun) workAhead(() => corpus.suggestions().prepare({ before: '' }));
  };
  documents.onDidOpen(readAhead);
  context.when('indexed', readAhead);

  router.answerAbout('textDocument/completion', NO_ITEMS, (document, params) => {
    const { before } = draftBefore(document, params.position);
    takeIn(document.uri, before);
    const needsOf = (segment: BlockSegment) => contextNeeds(segment, before);
    if (!corpus.libraries.lacks(needsOf)) return listAt(document, params);
    // What does not come so soon is in the next list.
    const { version } = document;
    return within(NETWORK_MS, corpus.libraries.bring(needsOf)).then(() =>
      document.version === version ? listAt(document, params) : NO_ITEMS,
    );
  });
  /** Of a draft that was there before: what it is about. Behind the list, which does not wait for it. */
  const takeIn = (uri: string, before: string) => {
    const { libraries } = corpus;
    if (taken.has(uri) || libraries.partial().length === 0) return;
    taken.add(uri);
    const needsOf = (segment: BlockSegment) => topicNeeds(segment, before);
    if (libraries.lacks(needsOf)) void libraries.bringSlowly(needsOf).then(() => corpus.suggestions().forgetTopic(uri));
  };
  const listAt = (
    document: TextDocument,
    { position, context: trigger }: ParamsOf<'textDocument/completion'>,
  ): CompletionList => {
    const { options, texts, fuzzyPinyin, snippets } = settings();
    const draft = { ...draftBefore(document, position), id: document.uri, exemplars: exemplars(document) };
    workAhead(() => corpus.suggestions().prepare(draft));
    const list = offers(
      corpus.suggestions(),
      { ...draft, after: lineAfter(document, position) },
      {
        templates: templates(),
        sayings: sayings(),
        slots: snippets,
        pinyin: options.pinyin ?? true,
        fuzzyPinyin,
        years: options.years ?? YEARS,
        choices: writer.choices(),
        banished: writer.banished(),
        refused: lists.refused(document, position),
      },
    );
    const passed = lists.passed(document, position);
    const isFilledAnew = trigger?.triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions;
    const reason = lists.takeReason(document.uri) ?? (isFilledAnew ? 'open' : undefined);
    const { lists: readiness = 'likely' } = options;
    const opens =
      reason === 'asked' || opensByItself(list, readiness, passed) || (reason === 'open' && staysOpen(list, passed));
    const isAsked = reason === 'asked' || readiness === 'all' || list.isAsked;
    const rows = opens ? (isAsked ? list.rows : rowsUnasked(list)) : [];
    lists.shown(
      document,
      position,
      rows.filter(row => row.kind === 'phrase'),
    );
    bringBehind(draft.before, rows.flatMap(addedBy), list.rows.flatMap(addedBy)[0]);
    return completionList(document, position, rows, { view: corpus.reading().view, texts });
  };
  /** Behind a list: what its rows lack, and then what the next list may lack, whether this one opens or not. */
  const bringBehind = async (before: string, added: readonly string[], likeliest: string | undefined) => {
    const { libraries } = corpus;
    await libraries.bring(segment => rowNeeds(segment, before, added));
    if (likeliest) await libraries.bring(segment => nextNeeds(segment, before, likeliest));
  };
  router.answer(
    'completionItem/resolve',
    item => item,
    item => {
      const { texts, hasLinks } = settings();
      const sources = {
        view: corpus.reading().view,
        templates: templates(),
        origins: corpus.origins(),
        texts,
        hasLinks,
      };
      return resolveCompletion(item, sources);
    },
  );
  router.answerAbout('textDocument/inlineCompletion', [], (document, { position, context: inline }) =>
    inlineCompletion(document, position, inline, corpus.suggestions(), exemplars(document)),
  );

  documents.onDidChangeContent(({ document }) => lists.changed(document));
  documents.onDidClose(({ document }) => {
    lists.closed(document.uri);
    taken.delete(document.uri);
  });
  router.hear('fanben/listDismissed', ({ uri }) => {
    const document = documents.get(uri);
    if (document) lists.dismissed(document);
  });
  router.hear('fanben/listAsked', ({ uri }) => lists.asked(uri));
  router.hear('fanben/listOpen', ({ uri }) => lists.open(uri));
  router.answer('fanben/banishable', { shown: [], banished: [] }, ({ uri }) => ({
    shown: lists.rows(uri),
    banished: writer.banished(),
  }));
  router.answer('fanben/banish', null, ({ text, isBanished }) => {
    writer.banish(text, isBanished);
    return null;
  });
  router.answer('fanben/forgetChoices', null, async () => {
    try {
      await writer.forget();
      return null;
    } catch (error) {
      throw new ResponseError(ErrorCodes.InternalError, (error as Error).message);
    }
  });
}

/** What a row adds to the draft; nothing where it writes more than a phrase. */
const addedBy = (row: ReturnType<typeof offers>['rows'][number]): readonly string[] =>
  row.kind === 'phrase' ? [row.text.slice(row.replace)] : [];

function choicesProblem(problem: ChoicesProblem, texts: Texts): string {
  if (problem.kind === 'damaged') return texts.choicesDamaged(problem.path, problem.lines);
  return problem.kind === 'locked'
    ? texts.choicesLocked(problem.path, problem.aside)
    : texts.choicesUnusable(problem.path, problem.code);
}
