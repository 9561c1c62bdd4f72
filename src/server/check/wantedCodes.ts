import { CHECKS } from '../../engine/check/codes';
import type { CheckCode } from '../../engine/check/problem';
import type { ServerOptions } from '../protocol/options';

/** When a check is made: while the writer writes too, when they ask, or never. */
type When = 'writing' | 'asked' | 'off';

/** The checks that are made at that moment. What is made while writing is made when asked, too. */
export function wantedCodes(moment: 'writing' | 'asked', { check }: Pick<ServerOptions, 'check'>): Set<CheckCode> {
  const whenOf = (code: CheckCode, byDefault: When): When => check?.when?.[code] ?? byDefault;
  return new Set(
    CHECKS.filter(({ code, whileWriting }) => {
      const when = whenOf(code, whileWriting ? 'writing' : 'asked');
      return when === 'writing' || when === moment;
    }).map(({ code }) => code),
  );
}
