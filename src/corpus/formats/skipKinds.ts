import type { Bilingual } from '../../engine/text/bilingual';

/**
 * Why files are left out, in a word or two, for counts. Kinds with `names` are never meant as text: their files are counted, one
 * line a kind, and not looked into. The first kind counts that a name fits.
 */
const KINDS = {
  unsupported: { zh: '不支持的格式', en: 'not supported' },
  archive: { zh: '压缩包', en: 'archives' },
  encrypted: { zh: '加密', en: 'with a password' },
  damaged: { zh: '损坏', en: 'damaged' },
  scan: { zh: '扫描件（没有文字）', en: 'scans without text' },
  empty: { zh: '没有文字', en: 'without text' },
  listing: { zh: '只有标题的网页', en: 'pages of titles alone' },
  'too-large': { zh: '太大', en: 'too large' },
  'too-slow': { zh: '读取超时', en: 'too slow' },
  crashed: { zh: '读取时崩溃', en: 'crashed the reader' },
  access: { zh: '无法打开', en: 'cannot be opened' },
  temporary: {
    zh: '临时文件',
    en: 'temporary files',
    names: /^(?:~\$|~wr[ldfa]|\.~)|(?:~|\.(?:tmp|temp|bak|asd|wbk|swp|part|crdownload|download))$/i,
  },
  system: {
    zh: '系统文件或隐藏文件',
    en: 'system or hidden files',
    names:
      /^(?:(?:filelist|colorschememapping)\.xml$|\.|thumbs\.db$|ehthumbs|desktop\.ini$|icon\r$)|\.(?:lnk|url|webloc|ini|lock|pid)$/i,
  },
  picture: {
    zh: '图片',
    en: 'pictures',
    names:
      /\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|heif|svg|ico|psd|ai|eps|cdr|raw|cr2|nef|emf|wmf|dwg|dxf|vsdx?|xmind|mmap)$/i,
  },
  media: {
    zh: '音频或视频',
    en: 'sound or video',
    names: /\.(?:mp3|wav|m4a|wma|aac|flac|ogg|amr|mp4|m4v|avi|mov|wmv|mkv|flv|rmvb|rm|mpe?g|3gp|webm|srt|ass|lrc)$/i,
  },
  program: {
    zh: '程序',
    en: 'programs',
    names:
      /\.(?:exe|dll|msi|bat|cmd|com|sh|ps1|vbs|js|mjs|ts|css|py|pyc|jar|class|apk|so|dylib|bin|iso|dmg|pkg|deb|rpm|c|cpp|h|java|php|sql|wasm|vsix)$/i,
  },
  font: {
    zh: '字体',
    en: 'fonts',
    names: /\.(?:tt[fc]|otf|woff2?|eot|fon)$/i,
  },
  data: {
    zh: '数据或设置文件',
    en: 'data or settings',
    names:
      /\.(?:json|ya?ml|toml|log|db|sqlite3?|mdb|accdb|dat|mso|thmx|map|idx|cfg|conf|xsd|dtd|mdx|mdd|p7[bs]|cer|pfx|pst|rels)$/i,
  },
} as const satisfies Record<string, Bilingual & { readonly names?: RegExp }>;

/** Why a file gives no article, for counting. */
export type SkipKind = keyof typeof KINDS;

/** A kind of file that is never meant as text. */
export type IgnoredKind = {
  [Kind in SkipKind]: (typeof KINDS)[Kind] extends { names: RegExp } ? Kind : never;
}[SkipKind];

/** What each kind is called, in both languages. */
export const SKIP_KINDS: Readonly<Record<SkipKind, Bilingual>> = KINDS;

const NAMES = Object.entries(KINDS).flatMap(([kind, row]) =>
  'names' in row ? [{ kind: kind as IgnoredKind, names: row.names }] : [],
);

/** The kind of a file by its name, without folders; null for every name that may be a text. */
export function ignoredKind(name: string): IgnoredKind | null {
  return NAMES.find(({ names }) => names.test(name))?.kind ?? null;
}
