import type { Bilingual } from '../../engine/text/bilingual';
import type { SkipKind } from './unreadableFile';

/** A kind of file that is never meant as text: counted, one line a kind, and not looked into. */
export type IgnoredKind = Extract<SkipKind, 'picture' | 'media' | 'program' | 'font' | 'data' | 'temporary' | 'system'>;

export const IGNORED_KINDS: Readonly<Record<IgnoredKind, Bilingual>> = {
  picture: { zh: '图片', en: 'pictures' },
  media: { zh: '音频或视频', en: 'sound or video' },
  program: { zh: '程序', en: 'programs' },
  font: { zh: '字体', en: 'fonts' },
  data: { zh: '数据或设置文件', en: 'data or settings' },
  temporary: { zh: '临时文件', en: 'temporary files' },
  system: { zh: '系统文件或隐藏文件', en: 'system or hidden files' },
};

/** Which names are of a kind; the first that fits counts. */
const NAMES: readonly (readonly [IgnoredKind, RegExp])[] = [
  ['temporary', /^(?:~\$|~wr[ldfa]|\.~)|(?:~|\.(?:tmp|temp|bak|asd|wbk|swp|part|crdownload|download))$/i],
  [
    'system',
    /^(?:(?:filelist|colorschememapping)\.xml$|\.|thumbs\.db$|ehthumbs|desktop\.ini$|icon\r$)|\.(?:lnk|url|webloc|ini|lock|pid)$/i,
  ],
  [
    'picture',
    /\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|heif|svg|ico|psd|ai|eps|cdr|raw|cr2|nef|emf|wmf|dwg|dxf|vsdx?|xmind|mmap)$/i,
  ],
  ['media', /\.(?:mp3|wav|m4a|wma|aac|flac|ogg|amr|mp4|m4v|avi|mov|wmv|mkv|flv|rmvb|rm|mpe?g|3gp|webm|srt|ass|lrc)$/i],
  [
    'program',
    /\.(?:exe|dll|msi|bat|cmd|com|sh|ps1|vbs|js|mjs|ts|css|py|pyc|jar|class|apk|so|dylib|bin|iso|dmg|pkg|deb|rpm|c|cpp|h|java|php|sql|wasm|vsix)$/i,
  ],
  ['font', /\.(?:tt[fc]|otf|woff2?|eot|fon)$/i],
  [
    'data',
    /\.(?:json|ya?ml|toml|log|db|sqlite3?|mdb|accdb|dat|mso|thmx|map|idx|cfg|conf|xsd|dtd|mdx|mdd|p7[bs]|cer|pfx|pst|rels)$/i,
  ],
];

/** The kind of a file by its name, without folders; null for every name that may be a text. */
export function ignoredKind(name: string): IgnoredKind | null {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
