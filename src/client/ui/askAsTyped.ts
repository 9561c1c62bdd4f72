import * as vscode from 'vscode';
import { latest } from './latest';

const DEBOUNCE_MS = 80;

/** What is asked while the writer types, and what becomes of the answer. What was typed comes without blanks around it, and may be empty. */
export interface TypedQuestion<Answer> {
  ask(typed: string, token: vscode.CancellationToken): Promise<Answer>;
  show(answer: Answer, typed: string): void;
  /** At every key, before anything is asked. */
  typing?(typed: string): void;
  failed(error: unknown): void;
}

/** Asks whenever typing into the picker rests, from what stands there now on; the picker goes where no answer can be had. */
export function askAsTyped<Answer>(
  picker: vscode.QuickPick<vscode.QuickPickItem>,
  { ask, show, typing, failed }: TypedQuestion<Answer>,
): void {
  const askLatest = latest(
    DEBOUNCE_MS,
    (typed: string, signal) => {
      const cancelling = new vscode.CancellationTokenSource();
      signal.addEventListener('abort', () => cancelling.cancel());
      return ask(typed, cancelling.token);
    },
    (answer, typed) => {
      picker.busy = false;
      show(answer, typed);
    },
    error => {
      picker.hide();
      failed(error);
    },
  );
  const change = (value: string) => {
    const typed = value.trim();
    typing?.(typed);
    picker.busy = typed !== '';
    askLatest(typed);
  };
  picker.onDidChangeValue(change);
  picker.onDidHide(askLatest.stop);
  change(picker.value);
}
