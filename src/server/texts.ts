/** What the server says to the writer, in one language. */
export interface Texts {
  readonly language: 'zh' | 'en';
  articles(count: number, estimated?: boolean): string;
  /** Of a phrase that occurs nowhere but in the draft itself. */
  readonly inDraft: string;
  /** Of what the structure of the draft asks for next: 三是 after 二是. */
  readonly nextInSeries: string;
  /** Heads the members of a series that stand in the draft already. */
  readonly membersSoFar: string;
  /** Of a frame that recurs in the corpus with other words each time: 以…为…. */
  readonly recurringFrame: string;
  /** Heads what has been written so. */
  readonly writtenSo: string;
  readonly untitled: string;
  /** The field of a frame that describes it in this language. */
  readonly frameDescription: 'description' | 'descriptionEn';
  readonly noStorage: string;
  corpusFailed(reason: string): string;
  fileGone(path: string): string;
  passageGone(path: string): string;
}

const zh: Texts = {
  language: 'zh',
  articles: (count, estimated) => `${estimated ? '约 ' : ''}${count} 篇`,
  inDraft: '本文',
  nextInSeries: '接上文',
  membersSoFar: '上文已有：',
  recurringFrame: '句式',
  writtenSo: '语料中的写法：',
  untitled: '（无标题）',
  frameDescription: 'description',
  noStorage: '语言服务器缺少初始化选项 storage（索引文件夹的绝对路径）。请在 initializationOptions 中给出。',
  corpusFailed: reason => `无法打开语料索引：${reason}。请检查索引文件夹是否可写，或重建索引。`,
  fileGone: path => `${path} 已不存在或无法读取。文件移动或删除后，索引会自动更新。`,
  passageGone: path => `${path} 已被修改，其中找不到这处表述。索引更新后请再查一次。`,
};

const en: Texts = {
  language: 'en',
  articles: (count, estimated) => `${estimated ? '~' : ''}${count} ${count === 1 ? 'article' : 'articles'}`,
  inDraft: 'this draft',
  nextInSeries: 'next in series',
  membersSoFar: 'In the draft so far:',
  recurringFrame: 'frame',
  writtenSo: 'In the corpus:',
  untitled: '(untitled)',
  frameDescription: 'descriptionEn',
  noStorage:
    'The language server was started without `storage` (absolute path of the index folder). Give it in initializationOptions.',
  corpusFailed: reason =>
    `The index cannot be opened: ${reason}. Check that its folder can be written to, or rebuild the index.`,
  fileGone: path => `${path} is gone or cannot be read. The index follows when a file is moved or deleted.`,
  passageGone: path => `${path} has changed and no longer has this wording. Look it up again once it is re-indexed.`,
};

/** `zh-cn`, `zh`, `zh-tw` give Chinese, anything else English; without a locale Chinese. */
export function textsFor(locale = 'zh-cn'): Texts {
  return locale.toLowerCase().startsWith('zh') ? zh : en;
}
