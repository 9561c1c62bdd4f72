import * as vscode from 'vscode';
import type { MinedFrameBody } from '../../server/protocol/minedFrames';
import { sourceLine } from '../sources/sourceLine';
import { onOneLine } from '../ui/onOneLine';
import { pickedValue } from '../ui/pickedValue';
import { membersName } from './frameLevels';

interface MembersItem extends vscode.QuickPickItem {
  readonly body: string;
}

/** Asks with how many members, where there is a choice: what the corpus has most often is one Enter away. Resolves to snippet text. */
export async function pickMembers(
  template: string,
  bodies: readonly MinedFrameBody[],
  usual: number,
): Promise<string | undefined> {
  if (bodies.length <= 1) return bodies[0]?.body;
  const picker = vscode.window.createQuickPick<MembersItem>();
  picker.title = template;
  picker.placeholder = vscode.l10n.t('How many members?');
  picker.items = bodies.map(({ members, articles, body, preview, source }) => ({
    label: membersName(members),
    description: [
      articles > 0 ? vscode.l10n.t('From your articles · {0}', articles) : '',
      members === usual ? vscode.l10n.t('most often') : '',
    ]
      .filter(text => text !== '')
      .join(' · '),
    detail: onOneLine(source ? `${preview} — ${sourceLine({ ...source, speaker: null })}` : preview),
    body,
  }));
  const isUsual = bodies.findIndex(({ members }) => members === usual);
  picker.activeItems = picker.items.slice(Math.max(0, isUsual), Math.max(0, isUsual) + 1);
  return pickedValue(picker, ({ body }) => body);
}
