import { decode, encodingExists } from 'iconv-lite';
import { limits } from '../limits';
import { isNoteMark } from '../noteMark';
import { rowText } from '../tableRow';
import { fieldText } from '../word/fields';
import { rtfTokens } from './rtfTokens';
import { CELL_END, CHARSETS, DEFAULT_CODE_PAGE, KEPT, MARKS, SKIPPED, WESTERN } from './rtfWords';

/** What holds within a group. */
interface State {
  /** In a destination that is not part of the text. */
  readonly isSkipped: boolean;
  readonly isHidden: boolean;
  /** By who revised the text. */
  readonly isDeleted: boolean;
  readonly isRaised: boolean;
  /** In the code of a field. */
  readonly isCode: boolean;
  /** In the number of a list, or its bullet. */
  readonly isNumber: boolean;
  readonly codePage: number;
  /** How many characters a reader without Unicode sees after `\u`: they are passed over. */
  readonly fallback: number;
  readonly isFontTable: boolean;
}

/** The text of an RTF file, one paragraph a line; null where groups are nested without end. */
export function rtfText(bytes: Uint8Array): string | null {
  const fonts = new Map<number, number>();
  const stack: State[] = [];
  let state: State = {
    isSkipped: false,
    isHidden: false,
    isDeleted: false,
    isRaised: false,
    isCode: false,
    isNumber: false,
    codePage: DEFAULT_CODE_PAGE,
    fallback: 1,
    isFontTable: false,
  };
  let documentPage = DEFAULT_CODE_PAGE;
  let font = 0;
  let isFirst = false;
  let isStarred = false;
  let passOver = 0;
  let pending: number[] = [];
  const text = textWithMarks();
  let code = '';
  let number = '';
  /** The code of a field has shown what its result would. */
  let isShownByCode = false;

  const put = (more: string) => {
    flush();
    if (state.isCode) code += more;
    else if (state.isNumber) number += isShown(state) ? more : '';
    else if (isShown(state)) text.add(more, state.isRaised);
  };
  const flush = () => {
    if (pending.length === 0) return;
    const more = decoded(pending, state.codePage);
    pending = [];
    put(more);
  };
  const become = (next: State) => {
    flush();
    if (state.isCode && !next.isCode) {
      const shown = fieldText(code);
      code = '';
      isShownByCode = shown !== '';
      if (isShownByCode && isShown(next)) text.add(shown, false);
    }
    if (state.isNumber && !next.isNumber) {
      if (!BULLET.test(number)) text.add(number, false);
      number = '';
    }
    state = next;
  };
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'byte') {
      if (passOver > 0) passOver--;
      else if (isShown(state) || state.isCode) pending.push(token.byte);
      isFirst = false;
      continue;
    }
    if (token.kind === 'open') {
      flush();
      if (stack.push(state) > limits.rtfDepth) return null;
      [isFirst, isStarred, passOver] = [true, false, 0];
      continue;
    }
    if (token.kind === 'close') {
      become(stack.pop() ?? state);
      [isFirst, isStarred, passOver] = [false, false, 0];
      continue;
    }
    const { name, value } = token;
    const wasFirst = isFirst;
    isFirst = false;
    if (name === '*') {
      [isStarred, isFirst] = [true, true];
    } else if (wasFirst && (SKIPPED.has(name) || isStarred) && !KEPT.has(name)) {
      flush();
      state = { ...state, isSkipped: true, isCode: name === 'fldinst', isFontTable: name === 'fonttbl' };
    } else if (wasFirst && (name === 'listtext' || name === 'pntext')) {
      flush();
      state = { ...state, isNumber: true };
    } else if (wasFirst && name === 'fldrslt' && isShownByCode) {
      isShownByCode = false;
      state = { ...state, isSkipped: true };
    } else if (wasFirst && name === 'shptxt') {
      flush();
      state = { ...state, isSkipped: false };
    } else if (name === 'u' && value !== null) {
      put(String.fromCharCode(value & 0xffff));
      passOver = state.fallback;
    } else if (passOver > 0 && MARKS[name] !== undefined && name.length === 1) passOver--;
    else if (MARKS[name] !== undefined) put(MARKS[name]);
    else {
      if (name === 'ansicpg' && value) documentPage = value === WESTERN ? DEFAULT_CODE_PAGE : value;
      else if (name === 'fcharset' && state.isFontTable) fonts.set(font, CHARSETS[value ?? 0] ?? 0);
      else if (name === 'f' || name === 'af') {
        font = value ?? 0;
        if (state.isFontTable || name === 'af') continue;
      } else if (name === 'uc') state = { ...state, fallback: Math.max(value ?? 1, 0) };
      else if (name === 'deleted') {
        flush();
        state = { ...state, isDeleted: value !== 0 };
      } else if (name === 'v') {
        flush();
        state = { ...state, isHidden: value !== 0 };
      } else if (name === 'plain') {
        flush();
        become({ ...state, isHidden: false, isDeleted: false, isRaised: false, codePage: documentPage });
      } else if (name === 'super' || name === 'nosupersub' || name === 'sub') {
        become({ ...state, isRaised: name === 'super' && value !== 0 });
      } else continue;
      if (name === 'f' || name === 'ansicpg') {
        const page = pageOf(fonts.get(font), documentPage);
        if (page !== state.codePage) flush();
        state = { ...state, codePage: page };
      }
    }
  }
  flush();
  return text.end().split('\n').flatMap(withRows).join('\n');
}

/** A list without numbers: the sign of a symbol font, or one that stands for it. */
const BULLET = /^[\s•·∙●○■□◆◇▪▫▶➢✓–—\-*o\ue000-\uf8ff]*$/;
const LOOKED_BACK = 8;

/** Collects text; raised text that is the mark of a note is left out. Each piece is looked at once, however many there are. */
function textWithMarks() {
  const pieces: string[] = [];
  let before = '';
  let raised = '';
  const push = (more: string) => {
    pieces.push(more);
    before = (before + more).slice(-LOOKED_BACK);
  };
  const endRaised = () => {
    if (raised !== '' && !isNoteMark(raised, before)) push(raised);
    raised = '';
  };
  return {
    add(more: string, isRaised: boolean) {
      if (isRaised) raised += more;
      else {
        endRaised();
        push(more);
      }
    },
    end() {
      endRaised();
      return pieces.join('');
    },
  };
}

function isShown({ isSkipped, isHidden, isDeleted }: State): boolean {
  return !isSkipped && !isHidden && !isDeleted;
}

/** A line with the ends of cells in it is a row of a table. */
function withRows(line: string): string[] {
  return line.includes(CELL_END) ? rowText(line.split(CELL_END).map(cell => [cell])) : [line];
}

/** A font without a page of its own, or with the Western one, says nothing about Chinese text. */
function pageOf(font: number | undefined, documentPage: number): number {
  return font && font !== WESTERN ? font : documentPage;
}

function decoded(bytes: readonly number[], codePage: number): string {
  const table = codePage === 936 || codePage === 54936 ? 'gb18030' : codePage === 65001 ? 'utf8' : `cp${codePage}`;
  return decode(Buffer.from(bytes), encodingExists(table) ? table : 'gb18030');
}
