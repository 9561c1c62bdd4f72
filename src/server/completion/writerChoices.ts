import { NO_SEAL, type Seal } from '../../corpus/storage/seal';
import type { ChoicesFile, ChoicesProblem } from '../../corpus/writer/choicesFile';
import { type Choice, type Choices, contextOf, createChoices } from '../../engine/complete/writer/choices';
import type { Host } from '../host';
import type { ServerOptions } from '../protocol/options';

/** What the writer has chosen, as the options say: kept in a file, or not at all. */
export interface WriterChoices {
  /** Undefined where nothing is to be remembered. */
  choices(): Choices | undefined;
  add(choice: Choice): void;
  /** Rows that are to come no more, oldest first: kept in the file, or as long as the server lives. */
  banished(): readonly string[];
  banish(text: string, isBanished: boolean): void;
  /** Also where nothing is remembered now: what was before goes. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the file of choices where there is one and choices are to be remembered; `tell` hears of what is wrong with it. */
export function openWriterChoices(
  { choices: path, remember = true }: Pick<ServerOptions, 'choices' | 'remember'>,
  openChoices: Host['openChoices'],
  tell: (problem: ChoicesProblem) => void,
  seal: Seal = NO_SEAL,
): WriterChoices {
  const unkept = createChoices();
  let opened: ChoicesFile | undefined = path && remember ? openChoices(path, tell, seal) : undefined;
  return {
    choices: () => (remember ? opened?.choices() : undefined),
    add: choice => {
      if (remember) opened?.add(choice);
    },
    banished: () => [...unkept.banished(), ...((remember && opened?.choices().banished()) || [])],
    banish(text, isBanished) {
      const choice: Choice = { kind: isBanished ? 'banished' : 'restored', context: contextOf(''), text };
      if (remember && opened) opened.add(choice);
      else unkept.learn(choice);
    },
    async forget() {
      if (!path) return;
      opened ??= openChoices(path, tell, seal);
      await opened.forget();
    },
    close: async () => opened?.close(),
  };
}
