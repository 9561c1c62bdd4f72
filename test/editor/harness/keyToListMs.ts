import type { Page } from 'playwright-core';
import { suggestionList } from './rows';

/** What the page holds between the three steps of a measurement. */
const KEY = 'fanbenKeyToList';

/**
 * Milliseconds from the commit of a composition to the first frame with the suggestion list, by the clock of the page.
 * The list must be closed before; rejects when it stays closed for 5 s.
 */
export async function keyToListMs(page: Page, text: string, compose: (text: string) => Promise<void>): Promise<number> {
  const body = page.locator('body');
  await body.evaluate(
    (element, { key, row }) => {
      const view = element.ownerDocument.defaultView;
      const isOpen = () => element.querySelector(row)?.checkVisibility({ visibilityProperty: true });
      if (isOpen()) throw new Error('The suggestion list is open already.');
      view[key] = new Promise((resolve, reject) => {
        // The editor reads its input from an EditContext where the browser has them: its events do not bubble.
        const active = element.ownerDocument.activeElement;
        const source = active.editContext ?? active;
        source.addEventListener(
          'compositionend',
          () => {
            const committed = view.performance.now();
            const observer = new view.MutationObserver(() => {
              if (!isOpen()) return;
              observer.disconnect();
              view.requestAnimationFrame(() => resolve(view.performance.now() - committed));
            });
            observer.observe(element, { subtree: true, childList: true, attributeFilter: ['class', 'style'] });
            view.setTimeout(() => reject(new Error('The suggestion list stayed closed for 5 s.')), 5000);
          },
          { once: true },
        );
      });
      // Told to whoever awaits it below, not to the console.
      view[key].catch(() => {});
    },
    { key: KEY, row: suggestionList.row },
  );
  await compose(text);
  return body.evaluate((element, key) => element.ownerDocument.defaultView[key], KEY);
}
