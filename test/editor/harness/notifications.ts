import type { Page } from 'playwright-core';

const CENTRE = '.notifications-center.visible';
const ITEM = `${CENTRE} .notification-list-item`;

/**
 * Notifications by way of the notification centre, which the bell opens: VS Code shows no toasts while it is tested.
 * Opening it takes the focus from the editor, so that lists and hovers close.
 */
export function notificationsOf(page: Page) {
  async function inCentre<T>(look: () => Promise<T>): Promise<T> {
    const bell = page.locator('#status\\.notifications a').first();
    const centre = page.locator(CENTRE);
    if (!(await centre.isVisible())) await bell.click();
    await centre.waitFor();
    const seen = await look();
    if (await centre.isVisible()) await bell.click();
    return seen;
  }

  return {
    /** All notifications, newest first, each with the names of its buttons. */
    notifications: () =>
      inCentre(async () => (await page.locator(ITEM).allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim())),

    /** Clicks a button of a notification by its text. */
    clickNotification: (button: string) =>
      inCentre(() => page.locator(`${ITEM} .monaco-button`, { hasText: button }).first().click()),
  };
}
