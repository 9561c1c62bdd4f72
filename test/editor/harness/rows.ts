import type { Page } from 'playwright-core';

/** A row of a list. In the suggestion list `label` and `detail` stand left, `description` right; in the quick pick `detail` stands below. */
export interface Row {
  label: string;
  detail: string;
  description: string;
  focused: boolean;
}

/** Selectors: of the rows, and of what they hold. */
export type RowParts = Record<'row' | 'label' | 'detail' | 'description', string>;

/** The suggestion list. Its class `visible` comes 100 ms after the list itself: what counts is what is drawn. */
export const suggestionList: RowParts = {
  row: '[widgetid="editor.widget.suggestWidget"] .monaco-list-row',
  label: '.label-name',
  detail: '.signature-label',
  description: '.details-label',
};

export const quickPickList: RowParts = {
  row: '.quick-input-widget .monaco-list-row',
  label: '.quick-input-list-label .label-name',
  description: '.quick-input-list-label .label-description',
  detail: '.quick-input-list-label-meta',
};

/** The rows in sight, from top to bottom: the page keeps them in no order, and does not keep the others. */
export async function readRows(page: Page, parts: RowParts): Promise<Row[]> {
  const found = await page.locator(parts.row).evaluateAll(
    (elements, { label, detail, description }) =>
      elements
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element => {
          const text = (selector: string): string => (element.querySelector(selector)?.textContent ?? '').trim();
          return {
            top: element.getBoundingClientRect().top,
            row: {
              label: text(label),
              detail: text(detail),
              description: text(description),
              focused: element.classList.contains('focused'),
            },
          };
        }),
    parts,
  );
  return found.sort((a, b) => a.top - b.top).map(({ row }) => row);
}
