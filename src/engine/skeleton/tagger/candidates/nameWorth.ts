import { isAddressed } from '../forms/addressed';
import { AUTHORITY } from '../forms/authority';

/** A whole name of an authority: 县财政局. */
const AUTHORITY_WORTH = 3;
/** 人民路, 学府路: words of which a street is named; 走致富路 is none. */
const STREET = /^[\u4e00-\u9fff]{2,3}(?:(?<![铁公线道思出护爱陆水门正歧绝险半])路|大道|大街)$/;
const NO_STREET = /[走闯铺修出条好之新的]$/;
const STREET_WORTH = 2;
/** 阿依古丽·买买提. */
export const DOTTED = /^[\u4e00-\u9fff]{2,7}·[\u4e00-\u9fff]{2,7}$/;
/** A name of parts, or somebody addressed. */
const PERSON_WORTH = 3;

/** What a name is worth before its signs, by its form alone: an authority by its whole name, a street. */
export const nameWorth = (text: string, start: number, name: string): number =>
  isAuthority(text, start, name)
    ? AUTHORITY_WORTH
    : STREET.test(name) && !NO_STREET.test(text[start - 1] ?? '')
      ? STREET_WORTH
      : DOTTED.test(name) || isAddressed(name)
        ? PERSON_WORTH
        : 0;

const isAuthority = (text: string, start: number, name: string): boolean =>
  AUTHORITY.test(name) && !/[全我各本该]/.test(text[start - 1] ?? '');
