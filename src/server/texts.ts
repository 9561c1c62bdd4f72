import type { Texts } from './textTable';

const zh: Texts = {
  language: 'zh',
  keptSaying: '金句',
  seldomLately: '近年少用',
  allPlaces: count => `全部 ${count} 处`,
  articles: (count, estimated) => `${estimated ? '约 ' : ''}${count} 篇`,
  ownCorpus: '本机',
  ofLibrary: name => `这篇文章在资料库“${name}”里，本机没有它的原文件。可以在旁边只读查看全文。`,
  leftOut: names =>
    `${names.map(name => `“${name}”`).join('、')}按需读取，这里没有查。要查，请放宽设置 fanben.library.copyUpTo，让它整份复制到本机。`,
  askedInPart: names =>
    `${names.map(name => `“${name}”`).join('、')}按需读取，这次没有全部查到（草稿较长、资料库很大或连接太慢）：较短的重合可能没有列出。`,
  searchedInPart: names =>
    `${names.map(name => `“${name}”`).join('、')}按需读取：带 * 或带筛选的查找只看其中一部分地方，列出的不是全部，数量是估计。`,
  inDraft: '本稿',
  common: '常用',
  nextInSeries: '接上文',
  membersSoFar: '上文已有：',
  recurringFrame: '句式',
  writtenSo: '语料中的写法：',
  untitled: '（无标题）',
  undated: '日期不详',
  frameDescription: 'description',
  noStorage: '语言服务器缺少初始化选项 storage（索引文件夹的绝对路径）。请在 initializationOptions 中给出。',
  badOptions: faults =>
    `语言服务器的初始化选项有误，未采用有误的各项，其余照常（${faults}）。请在编辑器的 initializationOptions 中改正。`,
  badMessage: (method, faults) => `编辑器发来的消息 ${method} 参数有误，未处理（${faults}）。`,
  corpusFailed: reason => `无法打开语料索引：${reason}。请检查索引文件夹是否可写，或重建索引。`,
  fileGone: path => `${path} 已不存在或无法读取。文件移动或删除后，索引会自动更新。`,
  notIndexed: path => `索引中没有 ${path}：文件可能已移动、删除，或者还没有索引好。`,
  passageGone: path => `${path} 已被修改，其中找不到这处表述。索引更新后请再查一次。`,
  unreadable: reason => `无法读取文件（${reason}），里面的句式都没有读入。`,
  noJson: reason => `文件不是有效的 JSON（${reason}），里面的句式都没有读入。回车打开改正。`,
  badFrame: reason => `有一个句式没有读入：${reason}。回车打开改正。`,
  backgroundUnusable: reason => `补全暂不带常用表述：${reason}`,
  modelUnusable: reason => `补全照常，只是排序暂不参考语言模型：${reason}`,
  choicesDamaged: (path, lines) =>
    `选择记录 ${path} 有 ${lines} 行损坏，已清除，其余照常使用。如果反复出现，请检查磁盘。`,
  choicesUnusable: (path, code) =>
    `无法读写选择记录 ${path}（${code}）：关闭窗口后，这次的选择不会记住。请检查该文件的权限和磁盘空间。`,
  choicesLocked: (path, aside) =>
    `选择记录 ${path} 的密钥已不在编辑器的密钥存储中，无法解密；从现在起重新记录。原文件保留为 ${aside}，不需要时可以删除。`,
  notesLocked: path =>
    `文章更正记录 ${path} 的密钥已不在编辑器的密钥存储中，无法解密；现有更正暂不起作用。请恢复密钥，或删除该文件后重新更正。`,
  notesUnusable: path =>
    `无法写入文章更正记录 ${path}：这次更正没有记下。请关闭其他窗口后再试，或检查该文件的权限、内容和磁盘空间。`,
  tooLongToExport: (paragraphs, most) => `草稿有 ${paragraphs} 段，一次最多导出 ${most} 段：请分成几份导出。`,
  source: '范本',
  characters: count => `${count.toLocaleString('en')} 字`,
  changeTo: marker => `改为“${marker}”`,
  changeList: first => `这一组序号改为“${first}”一级`,
  renumberSection: '本节重新编号',
  renumberDraft: '全文重新编号',
  otherWording: (text, articles) => `其他说法：${text}（${articles} 篇）`,
  allOtherWordings: '其他说法、常与它连用的词、相近的句子…',
  mendAll: (kind, count) => `全文“${kind}”一并改正（${count} 处）`,
  seeSource: title => `看出处：《${title}》`,
  ignoreHere: text => `“${text}”在本稿中不再提示`,
  ignoreKind: kind => `本稿不再检查“${kind}”`,
  ignoredUnusable: path => `无法写入 ${path}：这次不再提示的内容，关闭窗口后不会记住。请检查该文件的权限和磁盘空间。`,
  uneven: (measure, found, others) =>
    measure === 'clauses'
      ? `与同级各项不齐：其余各项标题是 ${others} 个分句，这一项是 ${found} 个。可改得整齐些。`
      : `与同级各项不齐：其余各项标题约 ${others} 字，这一项 ${found} 字。可改得整齐些。`,
};

const en: Texts = {
  language: 'en',
  keptSaying: 'kept',
  seldomLately: 'hardly said in the last years',
  allPlaces: count => `all ${count} places`,
  articles: (count, estimated) => `${estimated ? 'about ' : ''}${count} ${count === 1 ? 'article' : 'articles'}`,
  ownCorpus: 'here',
  ofLibrary: name =>
    `This article is in the library “${name}”: its file is not on this machine. It can be read beside the draft.`,
  leftOut: names =>
    `${names.map(name => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} read on demand and left out here. Raise the setting fanben.library.copyUpTo to have a copy that is asked, too.`,
  askedInPart: names =>
    `${names.map(name => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} read on demand and could not be asked for everything (a long draft, a very large library or a slow line): shorter overlaps may be missing.`,
  searchedInPart: names =>
    `${names.map(name => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} read on demand: a search with * or filters looks at some of the places there, so that what is listed is not all, and counts are estimates.`,
  inDraft: 'this draft',
  common: 'common',
  nextInSeries: 'next in series',
  membersSoFar: 'In the draft so far:',
  recurringFrame: 'frame',
  writtenSo: 'In the corpus:',
  untitled: '(untitled)',
  undated: 'undated',
  frameDescription: 'descriptionEn',
  noStorage:
    'The language server was started without `storage` (absolute path of the index folder). Give it in initializationOptions.',
  badOptions: faults =>
    `The language server was started with wrong options; they are left out, the others hold (${faults}). Correct them in initializationOptions.`,
  badMessage: (method, faults) => `The message ${method} has wrong params and was refused (${faults}).`,
  corpusFailed: reason =>
    `The index cannot be opened: ${reason}. Check that its folder can be written to, or rebuild the index.`,
  fileGone: path => `${path} is gone or cannot be read. The index follows when a file is moved or deleted.`,
  notIndexed: path => `${path} is not in the index: it was moved or deleted, or is not indexed yet.`,
  passageGone: path => `${path} has changed and no longer has this wording. Look it up again once it is re-indexed.`,
  unreadable: reason => `The file cannot be read (${reason}); none of its frames were.`,
  noJson: reason => `The file is not valid JSON (${reason}); none of its frames were read. Enter opens it.`,
  badFrame: reason => `A frame was not read: ${reason}. Enter opens the file.`,
  backgroundUnusable: reason => `Completion goes without the background of set phrases: ${reason}`,
  modelUnusable: reason => `Completion goes without the language model: ${reason}`,
  choicesDamaged: (path, lines) =>
    `${lines} lines of ${path}, where your choices are kept, were damaged and have been removed; the others hold. Check the disk if this happens again.`,
  choicesUnusable: (path, code) =>
    `${path}, where your choices are kept, cannot be used (${code}): what you take now is forgotten when the window closes. Check its permissions and the disk.`,
  choicesLocked: (path, aside) =>
    `The key of ${path}, where your choices were kept, is gone from the editor's secret storage; they are remembered anew from now on. The old file is kept as ${aside}; delete it when you do not need it.`,
  notesLocked: path =>
    `The key of ${path}, where your corrections of articles are kept, is gone from the editor's secret storage; they have no effect. Restore the key, or delete the file and correct them anew.`,
  notesUnusable: path =>
    `${path}, where your corrections of articles are kept, cannot be written: this one was not kept. Close other windows and try again, or check its permissions, what is in it, and the disk.`,
  tooLongToExport: (paragraphs, most) =>
    `The draft has ${paragraphs} paragraphs; ${most} can be exported at a time: export it in parts.`,
  source: 'Fanben',
  characters: count => `${count.toLocaleString('en')} chars`,
  changeTo: marker => `Change to “${marker}”`,
  changeList: first => `Number this list ${first}`,
  renumberSection: 'Renumber this section',
  renumberDraft: 'Renumber the draft',
  otherWording: (text, articles) =>
    `Another way to say it: ${text} (${articles} ${articles === 1 ? 'article' : 'articles'})`,
  allOtherWordings: 'Other ways to say it, words that go with it, sentences like this one…',
  mendAll: (kind, count) => `Mend all of the kind “${kind}” in the draft (${count})`,
  seeSource: title => `See the source: ${title}`,
  ignoreHere: text => `Do not show “${text}” in this draft again`,
  ignoreKind: kind => `Do not check “${kind}” in this draft`,
  ignoredUnusable: path =>
    `${path} cannot be written: what is not to be shown again is forgotten when the window closes. Check its permissions and the disk.`,
  uneven: (measure, found, others) =>
    measure === 'clauses'
      ? `Uneven: the titles beside it have ${others} clauses, this one ${found}. Make them alike.`
      : `Uneven: the titles beside it have about ${others} characters, this one ${found}. Make them alike.`,
};

/** `zh-cn`, `zh`, `zh-tw` give Chinese, anything else English; without a locale Chinese. */
export function textsFor(locale = 'zh-cn'): Texts {
  return locale.toLowerCase().startsWith('zh') ? zh : en;
}
