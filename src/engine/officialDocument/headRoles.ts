import { dateLine } from '../article/metadata/dates/dateLine';
import { readHead } from '../article/metadata/head/head';
import { parseMarker } from '../outline/marker';
import { SALUTATION } from '../skeleton/exemplar/roles';
import type { Role } from './paragraph';

/** More lines than the head of an article ever has. */
const MOST_LINES = 20;
/** Whom a document is for: 各乡镇人民政府，县直各部门：. Unlike 情况如下： it names bodies or people to its end. */
const RECIPIENTS =
  /^[^。！？；]{0,80}(?:政府|党委|党组|委员会|[委局办厅部]|部门|单位|机关|公司|企业|学校|院校|中心|同志|领导)[：:]$/;

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The roles of the lines that stand above the text, by index: the title, what stands under it (date, speaker, occasion),
 * and the salutation. `lines` are not empty; `title` is known where the file says it apart from its text.
 */
export function headRoles(lines: readonly string[], title: string | null): ReadonlyMap<number, Role> {
  const head = readHead(lines.slice(0, MOST_LINES), { title });
  const said = bare(head.title ?? '');
  const roles = new Map<number, Role>();
  let first = 0;
  // What is taken further down belongs to the text.
  for (; head.taken.has(first); first++) {
    const line = bare(lines[first]!);
    roles.set(first, line !== '' && said.includes(line) && !dateLine(lines[first]!) ? 'title' : 'byline');
  }
  const opening = lines[first] ?? '';
  if (SALUTATION.test(opening) || (RECIPIENTS.test(opening) && !parseMarker(opening))) roles.set(first, 'salutation');
  return roles;
}
