import type { BlockSegment } from '../../../engine/index/blocks/blockSegment';
import { articleParagraphs } from '../../../engine/passages/articlePlace';
import { isKnownOfAll } from '../../../engine/passages/lens/lazyFilter';
import { paths } from '../../../paths/pathIdentity';
import type { ServerContext } from '../../context';
import { facets } from '../facets';
import { askOnDemand, SEARCH_PATIENCE_MS } from '../libraries/askOnDemand';
import { type CorpusTree, createCorpusTree, type TreeWorld } from './corpusTree';
import { createDemandTree, type DemandTree } from './demandTree';

/** The corpus as a tree; what the writer notes about articles, and which of them they want now. */
export function registerCorpusTree({ router, corpus, settings, leftOut }: ServerContext): void {
  let made: { world: TreeWorld; tree: CorpusTree; libraries: string } | undefined;
  const tree = (): CorpusTree => {
    const manifest = corpus.manifest();
    const everything = corpus.everything();
    const asked = corpus.view();
    const { world } = made ?? {};
    // Their states change more often than their articles.
    const states = corpus.libraries.states();
    const libraries = JSON.stringify(states);
    const isSame = world?.manifest === manifest && world.everything === everything && world.asked === asked;
    if (!made || !isSame || made.libraries !== libraries) {
      const isExcluded = (path: string, entry: number) => corpus.noteOf(path, entry)?.excluded === true;
      const { language } = settings().texts;
      const served = corpus.libraries.served();
      const rows = states.map(state => {
        const library = served.find(({ target }) => target === state.target)?.library;
        return { state, files: library?.manifest().files ?? [] };
      });
      const now = { manifest, roots: corpus.roots(), libraries: rows, everything, asked, isExcluded, language };
      made = { world: now, tree: createCorpusTree(now), libraries };
    }
    return made.tree;
  };
  const placeOf = ({ path, entry }: { path: string; entry: number }) => corpus.everything().find(path, entry);

  const demanded = new Map<string, { segments: readonly BlockSegment[]; tree: DemandTree }>();
  /** Of the library on demand that a folder is of; the same as long as that is. */
  const demandTree = (path: string): DemandTree | undefined => {
    const { texts } = settings();
    for (const { root, library } of corpus.libraries.served()) {
      const segments = library.demand()?.segments;
      if (!segments || !paths.isWithin(path, root)) continue;
      const known = demanded.get(root);
      if (known?.segments === segments) return known.tree;
      const tree = createDemandTree(root, segments, texts.undated);
      demanded.set(root, { segments, tree });
      return tree;
    }
    return undefined;
  };
  router.answer('fanben/corpusTree', { rows: [], total: 0 }, params => {
    const { parent, from } = params;
    const onDemand = parent.kind === 'folder' ? demandTree(parent.path) : undefined;
    if (parent.kind !== 'folder' || !onDemand) return tree()(params);
    return askOnDemand(
      corpus.libraries,
      () => onDemand.page(parent.path, from),
      [segment => onDemand.needs(segment, parent.path, from)],
      SEARCH_PATIENCE_MS,
    );
  });
  router.answer('fanben/articleText', null, ref => {
    const { view } = corpus.everything();
    const place = placeOf(ref);
    if (!place) return null;
    const { title, date } = view[place.segment]!.meta(place.article);
    return { title, date, text: `${articleParagraphs(view, place).join('\n')}\n` };
  });
  router.answer('fanben/facets', { speakers: [], years: [] }, () => facets(corpus.everything().view));
  router.answer('fanben/noteArticle', null, async ({ path, entry, change }) => {
    const place = placeOf({ path, entry });
    if (!place) return null;
    const stated = corpus.everything().view[place.segment]!.meta(place.article).stated ?? [];
    const noted = Object.entries(change).map(([field, value]) => [field, value ?? undefined]);
    await corpus.note(path, entry, Object.fromEntries(noted));
    return { stated: [...stated] };
  });
  router.answer('fanben/libraries', [], () => corpus.libraries.states());
  router.hear('fanben/refreshLibraries', ({ target }) => corpus.libraries.refresh(target));
  router.hear('fanben/setLens', ({ filter, folders }) => {
    corpus.setLens(filter, folders);
    const { libraries } = corpus;
    const isKnown = isKnownOfAll(libraries.partial(), { ...filter, speakers: [] });
    const speakers = filter.speakers?.length ? libraries.bringSpeakers() : Promise.resolve(true);
    void speakers.then(areKnown => {
      if (!isKnown || !areKnown) leftOut('fanben/setLens');
    });
  });
}
