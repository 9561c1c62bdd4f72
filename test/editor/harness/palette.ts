import type { Driver } from './driver';
import { waitFor } from './waitFor';

/** Runs a command of ours from the palette: what was run lately stands above it there. */
export async function runByPalette(window: Driver, title: string): Promise<void> {
  const label = `Fanben: ${title}`;
  await window.press('F1');
  await window.page.locator('.quick-input-widget input:focus').first().waitFor();
  await window.typeKeys(label);
  const place = async () => (await window.quickPick()).findIndex(row => row.label === label);
  await waitFor(async () => (await place()) >= 0);
  for (let row = await place(); row > 0; row--) await window.press('ArrowDown');
  await window.press('Enter');
}
