import type { ChoicesFile, ChoicesProblem } from '../../corpus/choicesFile';
import type { Choice, Choices } from '../../engine/complete/writer/choices';
import type { Host } from '../host';
import type { ServerOptions } from '../protocol/options';

/** What the writer has chosen, as the options say: kept in a file, or not at all. */
export interface WriterChoices {
  /** Undefined where nothing is to be remembered. */
  choices(): Choices | undefined;
  add(choice: Choice): void;
  /** Also where nothing is remembered now: what was before goes. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export function openWriterChoices(
  { choices: path, remember = true }: Pick<ServerOptions, 'choices' | 'remember'>,
  openChoices: Host['openChoices'],
  tell: (problem: ChoicesProblem) => void,
): WriterChoices {
  if (!path) return NOTHING;
  let opened: ChoicesFile | undefined = remember ? openChoices(path, tell) : undefined;
  return {
    choices: () => (remember ? opened?.choices() : undefined),
    add: choice => {
      if (remember) opened?.add(choice);
    },
    forget: () => {
      opened ??= openChoices(path, tell);
      return opened.forget();
    },
    close: async () => opened?.close(),
  };
}

const NOTHING: WriterChoices = {
  choices: () => undefined,
  add: () => {},
  forget: async () => {},
  close: async () => {},
};
