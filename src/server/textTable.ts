/** What the server says to the writer, in one language. */
export interface Texts {
  readonly language: 'zh' | 'en';
  articles(count: number, estimated?: boolean): string;
  /** The writer's own corpus, apart from libraries. */
  readonly ownCorpus: string;
  /** Of an article that has no file here. */
  ofLibrary(name: string): string;
  /** Of an answer that some libraries were not asked for. */
  leftOut(names: readonly string[]): string;
  askedInPart(names: readonly string[]): string;
  searchedInPart(names: readonly string[]): string;
  /** Opens all places of a wording. */
  allPlaces(count: number): string;
  /** Of a saying that the writer has kept. */
  readonly keptSaying: string;
  /** Of a wording that was common. */
  readonly seldomLately: string;
  /** Of a phrase that occurs nowhere but in the draft itself. */
  readonly inDraft: string;
  /** Of a phrase that only the background of set phrases has. */
  readonly common: string;
  /** Of what the structure of the draft asks for next: 三是 after 二是. */
  readonly nextInSeries: string;
  /** Heads the members of a series that stand in the draft already. */
  readonly membersSoFar: string;
  /** Of a frame that recurs in the corpus with other words each time: 以…为…. */
  readonly recurringFrame: string;
  /** Heads what has been written so. */
  readonly writtenSo: string;
  readonly untitled: string;
  readonly undated: string;
  /** The field of a frame that describes it in this language. */
  readonly frameDescription: 'description' | 'descriptionEn';
  readonly noStorage: string;
  /** Of what an editor sent: to whoever has set it up. `faults`: where, and what belongs there. */
  badOptions(faults: string): string;
  badMessage(method: string, faults: string): string;
  corpusFailed(reason: string): string;
  fileGone(path: string): string;
  notIndexed(path: string): string;
  passageGone(path: string): string;
  /** Of a file of the writer's own frames. */
  noJson(reason: string): string;
  unreadable(reason: string): string;
  badFrame(reason: string): string;
  /** Of a background of set phrases that cannot be used; `reason` names its file. */
  backgroundUnusable(reason: string): string;
  /** Of a language model that cannot be used; `reason` names its file. */
  modelUnusable(reason: string): string;
  choicesDamaged(path: string, lines: number): string;
  choicesUnusable(path: string, code: string): string;
  /** Written under a key that is lost; `aside`: where that file lies now. */
  choicesLocked(path: string, aside: string): string;
  notesLocked(path: string): string;
  notesUnusable(path: string): string;
  /** Of a draft for Word. */
  tooLongToExport(paragraphs: number, most: number): string;
  /** Who points a problem out. */
  readonly source: string;
  /** The length of a part: `230 字`. */
  characters(count: number): string;
  /** Titles of code actions. */
  changeTo(marker: string): string;
  changeList(first: string): string;
  readonly renumberSection: string;
  readonly renumberDraft: string;
  /** What others say in the place of a wording, and of how many articles. */
  otherWording(text: string, articles: number): string;
  readonly allOtherWordings: string;
  /** Mends all problems of a kind. */
  mendAll(kind: string, count: number): string;
  seeSource(title: string): string;
  /** Of a problem, by its text, and of all problems of a kind: not to be shown in this draft any more. */
  ignoreHere(text: string): string;
  ignoreKind(kind: string): string;
  ignoredUnusable(path: string): string;
  /** A title shaped otherwise than those of all its fellows. */
  uneven(measure: 'clauses' | 'length', found: number, others: number): string;
}
