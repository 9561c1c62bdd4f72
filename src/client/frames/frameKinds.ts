import * as vscode from 'vscode';
import type { FrameKind } from '../../server/protocol/frames';

/** Names of the kinds in the writer's language, in the order of the picker. */
export function kindNames(): Record<FrameKind, string> {
  return {
    numbered: vscode.l10n.t('Numbered points'),
    parallel: vscode.l10n.t('Parallel structures'),
    couplet: vscode.l10n.t('Sentence frames'),
    opening: vscode.l10n.t('Openings'),
    transition: vscode.l10n.t('Transitions'),
    call: vscode.l10n.t('Calls to action'),
    closing: vscode.l10n.t('Closings'),
    skeleton: vscode.l10n.t('Whole speeches'),
  };
}
