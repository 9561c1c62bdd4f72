import * as vscode from 'vscode';
import type { MinedLevel } from '../../server/protocol/minedFrames';

/** Names of the levels in the writer's language, in the order of the picker. */
export function levelNames(): Record<MinedLevel, string> {
  return {
    heading: vscode.l10n.t('Headings'),
    paragraph: vscode.l10n.t('Paragraph openings'),
    sentence: vscode.l10n.t('Sentences'),
    clause: vscode.l10n.t('Clauses'),
  };
}

/** 三段式: a frame with so many members. */
export function membersName(members: number): string {
  const names = [
    vscode.l10n.t('Two members'),
    vscode.l10n.t('Three members'),
    vscode.l10n.t('Four members'),
    vscode.l10n.t('Five members'),
    vscode.l10n.t('Six members'),
    vscode.l10n.t('Seven members'),
    vscode.l10n.t('Eight members'),
    vscode.l10n.t('Nine members'),
  ];
  return names[members - 2] ?? vscode.l10n.t('{0} members', members);
}
