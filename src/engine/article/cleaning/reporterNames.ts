import { isPersonName } from '../metadata/names';

/** 记者 何晓梅 王立新 通讯员 杨　帆: what stands from the label to a blank, names and blanks alone. */
const LABEL_TO_BLANK = /(?:记者|通讯员)[：:]?([\u3400-\u9fff·\s、]*)$/;
const NEXT_LABEL = /^(?:本报|特约|实习)?(?:记者|通讯员|摄影)/;
const NEXT_NAME = /^([\u3400-\u9fff·]{1,4}?)(?=$|[^\u3400-\u9fff·]|摄|报道|整理|通讯员|记者)/;
const LONGEST_LIST_UTF16 = 60;

/**
 * What a blank among the names of reporters stands for: 、 between two names, ，before the next label, nothing within a
 * name that is set apart (何　勇); null for any other blank. `start` and `end` are the blank in the line.
 */
export function reporterBlank(line: string, start: number, end: number): string | null {
  const names = LABEL_TO_BLANK.exec(line.slice(Math.max(0, start - LONGEST_LIST_UTF16), start))?.[1]?.trim();
  if (!names) return null;
  const rest = line.slice(end);
  const last = names.split(/[\s、]+/).reduce((open, token) => (open.length === 1 ? open + token : token), '');
  if (NEXT_LABEL.test(rest)) return isPersonName(last) ? '，' : null;
  const next = NEXT_NAME.exec(rest)?.[1];
  if (next === undefined) return null;
  if (/^[摄文图绘]/.test(next)) return null;
  if (last.length === 1) return next.length === 1 ? '' : null;
  if (next.length === 1 && !/^.\s+[\u3400-\u9fff](?![\u3400-\u9fff])/.test(rest)) return null;
  return isPersonName(last) && (next.length === 1 || isPersonName(next)) ? '、' : null;
}
