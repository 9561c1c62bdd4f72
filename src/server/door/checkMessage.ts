import * as v from 'valibot';
import type { Schema } from '../protocol/schema';
import type { Texts } from '../textTable';
import type { Report } from './answer';

/** Params as they should be, or what is wrong with them, in the writer's language. */
export type Checked<Params> = { readonly params: Params } | { readonly fault: string };
/** Checks the params of a message against its schema. */
export type Check = <Params>(method: string, schema: Schema<Params>, given: unknown) => Checked<Params>;

/** Checks the params of messages; what is wrong is reported. */
export function createCheck(texts: () => Texts, report: Report): Check {
  return (method, schema, given) => {
    const result = v.safeParse(schema, given);
    if (result.success) return { params: result.output };
    const fault = texts().badMessage(method, describeIssues(result.issues));
    report(fault);
    return { fault };
  };
}

/** Nobody reads more. */
const MOST_ISSUES = 5;

/**
 * Where something is not as it should be, and what belongs there: `slots.0.start: >=0; name: missing`.
 * Never what was found: that may quote a draft.
 */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.slice(0, MOST_ISSUES).map(describeIssue).join('; ');
}

function describeIssue({ path, expected, received }: v.BaseIssue<unknown>): string {
  const where = path?.map(({ key }) => String(key)).join('.') || 'params';
  return `${where}: ${received === 'undefined' ? 'missing' : (expected ?? 'invalid')}`;
}
