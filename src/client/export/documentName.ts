/** No more characters of a title than a file system takes, with room for what a folder is called. */
const LONGEST_NAME = 60;

/** The name of the document for Word: that of the draft's file, else the title. `讲话 稿.gao` → `讲话 稿.docx`. */
export function documentName(draft: { fileName: string; isUntitled: boolean }, title: string): string {
  const named = draft.fileName.split(/[\\/]/).pop() ?? '';
  const bare = draft.isUntitled ? title.replace(/[\p{Cc}\\/:*?"<>|]/gu, '') : named.replace(/(?<=.)\.[^.]*$/, '');
  const name = [...bare.trim()]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '');
  return `${name || 'Fanben'}.docx`;
}
