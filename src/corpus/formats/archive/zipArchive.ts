import { basename } from 'node:path';
import type { Bilingual } from '../../../engine/text/bilingual';
import type { Format, FormatInput, RawEntry } from '../format';
import { limits } from '../limits';
import { ignoredKind } from '../skipKinds';
import { memorySource, type Source } from '../source';
import { type Reason, UnreadableFileError } from '../unreadableFile';
import { expandMember } from './expandMember';
import { type ZipMember, zipDirectory } from './zipDirectory';

const DAMAGED: Reason = {
  kind: 'damaged',
  zh: '压缩包已损坏或不完整，请重新下载或压缩',
  en: 'the archive is damaged or incomplete: download or compress it again',
};
const EMPTY: Reason = {
  kind: 'empty',
  zh: '压缩包里没有可读的文件，请检查后重新压缩，或移出语料文件夹',
  en: 'the archive holds no file that could be read: pack it again, or move it elsewhere',
};
const TOO_MANY: Reason = {
  kind: 'too-large',
  zh: `压缩包里的文件超过 ${limits.archiveMembers} 个，请解压后放入语料文件夹`,
  en: `the archive holds more than ${limits.archiveMembers} files: unpack it into the corpus folder`,
};
const TOO_DEEP: Reason = {
  kind: 'archive',
  zh: '压缩包套了两层以上，请先解压',
  en: 'lies in an archive in an archive: unpack it first',
};
const TOO_MUCH: Reason = {
  kind: 'too-large',
  zh: '压缩包解压后过大，其余文件未读，请解压后放入语料文件夹',
  en: 'the archive expands to too much, the rest was not read: unpack it into the corpus folder',
};

/** Zip archives, read as folders: every file in them by its own format, archives in them one level deep. */
export function zipArchive(open: (source: Source) => Promise<Format>): Format {
  return { isText: false, isCollection: true, read: input => readArchive(open, input) };
}

async function* readArchive(open: (source: Source) => Promise<Format>, input: FormatInput): AsyncGenerator<RawEntry> {
  const { source, maxFileBytes = limits.archiveBytes, depth = 0 } = input;
  const archive = await source.bytes(maxFileBytes);
  const members = await zipDirectory(source, limits.archiveMembers);
  if (!members) throw new UnreadableFileError(source.path, DAMAGED);
  if (members.length > limits.archiveMembers) throw new UnreadableFileError(source.path, TOO_MANY);
  let entry = 0;
  let left: number = limits.expandedArchiveBytes;
  for (const member of members.sort(byName)) {
    if (ignoredKind(basename(member.name)) || /(?:^|\/)(?:__MACOSX|\.(?!\.?\/)[^/]*)\//.test(member.name)) continue;
    const path = `${source.path}/${member.name}`;
    const bytes = expandMember(archive, member, { mostBytes: limits.documentBytes, mostRatio: limits.archiveRatio });
    if (!(bytes instanceof Uint8Array)) {
      yield problem(entry++, member, bytes);
      continue;
    }
    left -= bytes.length;
    if (left < 0) {
      yield problem(entry++, member, TOO_MUCH);
      return;
    }
    try {
      const inside = memorySource(path, bytes);
      const format = await open(inside);
      const isArchive = isZip(bytes) && format.isCollection;
      if (isArchive && depth + 1 >= limits.archiveDepth) yield problem(entry++, member, TOO_DEEP);
      else yield* renumbered(format, { source: inside, depth: depth + 1 }, member, () => entry++);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      yield problem(entry++, member, error.reason);
    }
  }
  if (entry === 0 && depth === 0) throw new UnreadableFileError(source.path, EMPTY);
}

async function* renumbered(
  format: Format,
  input: FormatInput,
  member: ZipMember,
  next: () => number,
): AsyncGenerator<RawEntry> {
  for await (const item of format.read(input)) {
    if ('problem' in item) yield problem(next(), member, item.problem);
    else {
      const fileName = item.fileName ?? (format.isCollection ? undefined : basename(member.name));
      yield { entry: next(), raw: item.raw, ...(fileName !== undefined && { fileName }) };
    }
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function problem(entry: number, { name }: ZipMember, { zh, en }: Bilingual): RawEntry {
  return { entry, problem: { zh: `${name}：${zh}`, en: `${name}: ${en}` } };
}

const order = new Intl.Collator('zh-Hans-CN', { numeric: true });
function byName(a: ZipMember, b: ZipMember): number {
  return order.compare(a.name, b.name);
}
