import * as vscode from 'vscode';
import type { LibraryRow } from '../../../server/protocol/corpusTree';
import { articleCount } from '../../ui/counted';
import { icon, join } from './itemParts';

/** A library: what it is called, how many articles it has, whether it is being fetched or cannot be reached. */
export function libraryItem(node: LibraryRow): Partial<vscode.TreeItem> {
  const { name, target, state, licence, published, message, bytesDone = 0, bytesFound = 0, isOnDemand } = node;
  const percent = bytesFound > 0 ? ` ${Math.floor((100 * bytesDone) / bytesFound)}%` : '';
  const states: Record<LibraryRow['state'], string> = {
    fetching: `${vscode.l10n.t('fetching')}${percent}`,
    ready: '',
    offline: vscode.l10n.t('offline'),
    failed: vscode.l10n.t('not readable'),
  };
  const icons = { fetching: 'sync~spin', ready: 'library', offline: 'debug-disconnect', failed: 'warning' };
  const date =
    published > 0 ? vscode.l10n.t('published {0}', new Date(published).toLocaleDateString(vscode.env.language)) : '';
  return {
    label: name,
    description: join([
      states[state],
      node.articles > 0 ? articleCount(node.articles) : '',
      isOnDemand ? vscode.l10n.t('read on demand') : '',
    ]),
    tooltip: [message ?? '', target, date, licence].filter(line => line !== '').join('\n'),
    iconPath: icon(icons[state]),
    contextValue: 'library',
  };
}
