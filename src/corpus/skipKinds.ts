import type { Bilingual } from '../engine/text/bilingual';
import { IGNORED_KINDS } from './formats/ignoredKinds';
import type { SkipKind } from './formats/unreadableFile';

/** Why files were left out, in a word or two, for counts. */
export const SKIP_KINDS: Readonly<Record<SkipKind, Bilingual>> = {
  unsupported: { zh: '不支持的格式', en: 'not supported' },
  archive: { zh: '压缩包', en: 'archives' },
  encrypted: { zh: '加密', en: 'with a password' },
  damaged: { zh: '损坏', en: 'damaged' },
  scan: { zh: '扫描件（没有文字）', en: 'scans without text' },
  empty: { zh: '没有文字', en: 'without text' },
  'too-large': { zh: '太大', en: 'too large' },
  'too-slow': { zh: '读取超时', en: 'too slow' },
  crashed: { zh: '读取时崩溃', en: 'crashed the reader' },
  access: { zh: '无法打开', en: 'cannot be opened' },
  ...IGNORED_KINDS,
};
