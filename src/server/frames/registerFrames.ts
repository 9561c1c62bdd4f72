import type { FramesPlace } from '../../corpus/index/storedFrames';
import type { CorpusView } from '../../engine/index/segment';
import type { FrameTemplate } from '../../engine/templates/template';
import type { ServerContext } from '../context';
import type { CorpusSession } from '../corpus/corpusSession';
import { inTurns } from '../door/inTurns';
import { articleFrames } from './articleFrames';
import { createMinedFrameSession } from './minedFrameSession';
import { candidatesOf, composedFrame, createOwnFrameFiles } from './ownFrameFiles';
import { insertableFrames, readTemplates } from './writtenTemplates';

/** Frames of all origins. Gives the templates that can be asked for by typing, the writer's own before the written ones. */
export function registerFrames(context: ServerContext): () => readonly FrameTemplate[] {
  const { host, router, corpus, settings, report } = context;
  let written: readonly FrameTemplate[] = [];
  context.when('initialize', async () => {
    written = await readTemplates(host.templates).catch(error => {
      report(error.message);
      return [];
    });
  });
  router.answer('fanben/frames', [], () => insertableFrames(written));

  const own = createOwnFrameFiles(() => settings().texts);
  router.hear('fanben/setFrameFiles', ({ paths }) => own.read(paths));
  router.answer('fanben/ownFrames', { frames: [], problems: [] }, () => own.answer());
  router.answerAboutInTurns('fanben/articleFrames', [], articleFrames);
  router.answer('fanben/slotCandidates', [], ({ text }, token) => inTurns(candidatesOf(text), token));
  router.answer('fanben/composeFrame', null, composedFrame);

  const mined = createMinedFrameSession({
    view: () => corpus.view(),
    places: view => framesPlaces(view, settings().options.storage, corpus),
    elsewhere: () => corpus.libraries.frames(),
    discarded(names) {
      report(`frames: ${names.join(', ')} damaged, will be mined again`);
      corpus.refresh(false);
    },
  });
  router.answer('fanben/minedFrames', { version: '', frames: [] }, params => {
    const { libraries } = corpus;
    // Not every publisher has mined what they publish.
    if (libraries.frames().length < libraries.partial().length) context.leftOut('fanben/minedFrames');
    return mined.list(params);
  });
  router.answer('fanben/minedFrame', null, params => mined.bodies(params));

  return () => [...own.templates, ...written];
}

/** The writer's own segments stand first, then those of each library that is here whole. */
function framesPlaces(view: CorpusView, own: string, { origins, libraries }: CorpusSession): FramesPlace[] {
  const whole = libraries.served().filter(({ library }) => !library.demand());
  const storages = [own, ...whole.map(({ library }) => library.storage)];
  const segmentCounts = origins().map(({ segments }) => segments);
  let at = 0;
  return storages.map((storage, i) => {
    at += segmentCounts[i]!;
    return { storage, view: view.slice(at - segmentCounts[i]!, at) };
  });
}
