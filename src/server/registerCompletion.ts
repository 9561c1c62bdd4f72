import { type CompletionList, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ChoicesProblem } from '../corpus/choicesFile';
import { prepareCompletion } from '../engine/complete/complete';
import type { CorpusView } from '../engine/index/segment';
import type { ArticlePlace } from '../engine/passages/findArticle';
import type { FrameTemplate } from '../engine/templates/template';
import { completionList } from './completion';
import { resolveCompletion } from './completionResolve';
import type { ServerContext } from './context';
import { draftBefore } from './draftBefore';
import { inlineCompletion } from './inlineCompletion';
import { createShownLists } from './shownLists';
import type { Texts } from './texts';
import { createWorkAhead } from './workAhead';
import { openWriterChoices } from './writerChoices';

/** What completion takes from other features. */
export interface CompletionNeeds {
  readonly templates: () => readonly FrameTemplate[];
  /** Where the articles stand that the writer has pinned as models. */
  readonly exemplars: (view: CorpusView) => readonly ArticlePlace[];
}

const NO_ITEMS: CompletionList = { isIncomplete: true, items: [] };

/** The list and the ghost text, and what they learn of the writer. */
export function registerCompletion(context: ServerContext, { templates, exemplars }: CompletionNeeds): void {
  const { router, documents, corpus, host, settings } = context;
  let writer = openWriterChoices({}, host.openChoices, () => {});
  const lists = createShownLists(choice => writer.add(choice));
  const workAhead = createWorkAhead(context.report);

  context.when('initialized', () => {
    const tell = (problem: ChoicesProblem) => context.warn(choicesProblem(problem, settings().texts));
    writer = openWriterChoices(settings().options, host.openChoices, tell);
  });
  context.when('shutdown', () => writer.close());

  router.answerAbout('textDocument/completion', NO_ITEMS, (document, { position }) => {
    const { options, texts, fuzzyPinyin, snippets } = settings();
    const draft = draftBefore(document, position);
    workAhead(() => prepareCompletion(corpus.view(), draft));
    return completionList(document, position, draft, {
      view: corpus.view(),
      templates: templates(),
      texts,
      pinyin: options.pinyin ?? true,
      fuzzyPinyin,
      choices: writer.choices(),
      refused: lists.refused(document, position),
      shown: phrases => lists.shown(document, position, phrases),
      snippets,
      exemplars: exemplars(corpus.view()),
    });
  });
  router.answer(
    'completionItem/resolve',
    item => item,
    item => resolveCompletion(item, { view: corpus.view(), templates: templates(), texts: settings().texts }),
  );
  router.answerAbout('textDocument/inlineCompletion', [], (document, { position, context: inline }) =>
    inlineCompletion(document, position, inline, corpus.view()),
  );

  documents.onDidChangeContent(({ document }) => lists.changed(document));
  documents.onDidClose(({ document }) => lists.closed(document.uri));
  router.hear('fanben/listDismissed', ({ uri }) => {
    const document = documents.get(uri);
    if (document) lists.dismissed(document);
  });
  router.hear('fanben/listAsked', ({ uri }) => lists.asked(uri));
  router.answer('fanben/forgetChoices', null, async () => {
    try {
      await writer.forget();
      return null;
    } catch (error) {
      throw new ResponseError(ErrorCodes.InternalError, (error as Error).message);
    }
  });
}

function choicesProblem(problem: ChoicesProblem, texts: Texts): string {
  return problem.kind === 'damaged'
    ? texts.choicesDamaged(problem.path, problem.lines)
    : texts.choicesUnusable(problem.path, problem.code);
}
