import * as v from 'valibot';
import { createSeal, type Seal } from '../corpus/storage/seal';
import { type FuzzyPair, fuzzyPairs } from '../engine/complete/pinyin/fuzzyPinyin';
import { describeIssues } from './door/checkMessage';
import { type ServerOptions, serverOptions } from './protocol/options';
import { textsFor } from './texts';
import type { Texts } from './textTable';

/** What the client has asked for when it started the server. */
export interface Settings {
  readonly options: ServerOptions;
  readonly texts: Texts;
  readonly fuzzyPinyin: readonly FuzzyPair[];
  /** The client shows articles in documents of its own, and follows links to them. */
  readonly hasLinks: boolean;
  /** How what is kept of the writer is written. */
  readonly seal: Seal;
  /** The client can insert snippets. */
  readonly snippets: boolean;
}

/** What `initialize` brings, as far as it is of use; whatever else, and of whatever type, is not looked at. */
interface Initialize {
  readonly initializationOptions?: unknown;
  readonly capabilities?: { textDocument?: { completion?: { completionItem?: { snippetSupport?: boolean } } } };
}

/**
 * The settings, and what is wrong with the options. An option that is wrong is left out, the others hold: whoever mistypes one
 * in the configuration of their editor shall not be without a server.
 */
export function readSettings({ initializationOptions, capabilities }: Initialize): {
  readonly settings: Settings;
  readonly problem?: string;
} {
  const { options, issues } = readOptions(initializationOptions ?? {});
  const texts = textsFor(options.locale);
  const settings = {
    options,
    texts,
    fuzzyPinyin: fuzzyPairs(options.fuzzyPinyin),
    hasLinks: options.sourceScheme !== undefined,
    seal: createSeal(options.seal ?? { keys: [], isOn: false }),
    snippets: capabilities?.textDocument?.completion?.completionItem?.snippetSupport === true,
  };
  return issues.length > 0 ? { settings, problem: texts.badOptions(describeIssues(issues)) } : { settings };
}

function readOptions(given: unknown): { options: ServerOptions; issues: v.BaseIssue<unknown>[] } {
  const result = v.safeParse(serverOptions, given);
  if (result.success) return { options: result.output, issues: [] };
  const wrong = new Set(result.issues.map(({ path }) => path?.[0]?.key));
  const right = Object.entries(typeof given === 'object' ? given! : {}).filter(([name]) => !wrong.has(name));
  return { options: v.parse(serverOptions, Object.fromEntries(right)), issues: result.issues };
}
