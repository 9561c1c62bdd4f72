import type { ServerContext } from '../context';
import { describeFailure } from '../door/answer';
import type { ActionSource } from '../problems/registerActions';
import { createCheckSession } from './checkSession';
import { checkActions } from './codeActions';
import { createTermSession } from './termSession';

/** Checks drafts while they are written, and when the writer asks. Returns what can be done about what is found. */
export function registerCheck(context: ServerContext): ActionSource {
  const { host, router, documents, settings, ignored, warn, when, report } = context;
  const terms = createTermSession(
    () => settings().options.check?.terms ?? [],
    host.terms,
    ({ path, reason }) => warn(`${path}: ${reason[settings().texts.language]}`),
  );
  const session = createCheckSession(context, terms);
  when('initialized', () => ignored.load().catch(error => report(`ignored: ${describeFailure(error)}`)));
  when('shutdown', () => ignored.settled());
  when('indexed', session.corpusChanged);
  ignored.onAdd(session.again);
  documents.onDidChangeContent(({ document }) => session.later(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    session.close(uri);
    ignored.forget(uri);
  });
  const remembering = (kept: Promise<void>) =>
    kept.catch(error => {
      report(`ignored: ${describeFailure(error)}`);
      warn(settings().texts.ignoredUnusable(settings().options.ignored ?? ''));
    });
  router.answer('fanben/check', null, ({ textDocument }) => session.now(textDocument.uri));
  router.answer('fanben/clearCheck', null, ({ textDocument }) => {
    session.clear(textDocument.uri);
    return null;
  });
  router.answer('workspace/executeCommand', null, async ({ arguments: [problem] }) => {
    const { uri, code, text } = problem!;
    await remembering(ignored.add(uri, { code, text }));
    return null;
  });
  router.hear('workspace/didRenameFiles', async ({ files }) => {
    const kept = remembering(ignored.rename(files));
    session.rename(files);
    await kept;
  });
  return (document, range, shown) => checkActions(document, range, shown, session.shown(document), settings().texts);
}
