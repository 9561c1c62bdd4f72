import { spawnSync } from 'node:child_process';
import { aptInstall, canUseApt } from './machine.mjs';

/** A headless browser shows Chinese only where a font has it. Other systems than Linux bring one. */
export function provideChineseFont() {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (fonts.stdout?.trim()) return;
  try {
    if (!canUseApt) throw new Error('sudo apt-get install fonts-noto-cjk');
    aptInstall(['fontconfig', 'fonts-noto-cjk']);
  } catch (error) {
    console.warn(`No Chinese font: screenshots will show boxes. 没有中文字体，截图会显示方框。 ${error.message}`);
  }
}
