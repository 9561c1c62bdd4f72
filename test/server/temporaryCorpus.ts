import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A corpus folder and a storage folder of a test, in the system's temporary folder. */
export interface TemporaryCorpus {
  readonly folder: string;
  readonly storage: string;
  path(name: string): string;
  write(name: string, text: string | Uint8Array): Promise<string>;
  remove(): Promise<void>;
}

export async function temporaryCorpus(files: Readonly<Record<string, string>> = {}): Promise<TemporaryCorpus> {
  const root = await mkdtemp(join(tmpdir(), 'fanben-server-'));
  const folder = join(root, '语料');
  await mkdir(folder);
  const write = async (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  return {
    folder,
    storage: join(root, 'index'),
    path: name => join(folder, name),
    write,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Three speeches of invented people in invented places. */
export const speeches = {
  '2023-02-06_在全镇抓落实大会上的讲话_程向南.txt': [
    '在全镇抓落实大会上的讲话',
    '程向南',
    '（2023年2月6日）',
    '同志们：',
    '今天召开这次大会，就是要动员全镇上下扑下身子抓落实，一件接着一件办。',
    '一是扑下身子察实情。要把群众的急难愁盼装在心里，把工作的重心放到一线。',
    '二是沉下心来谋发展。要以钉钉子精神推动高质量发展，以过硬作风守护绿水青山。',
    '同志们，蓝图已经绘就，号角已经吹响，让我们一起向着目标奋力前行！',
  ].join('\n'),
  '2024-07-01_在主题党课上的讲话.txt': [
    '在主题党课上的讲话',
    '周明远',
    '（2024年7月1日）',
    '守初心、担使命，必须扑下身子抓落实。我们要以钉钉子精神推动高质量发展，让老百姓的日子越过越红火。',
    '打铁必须自身硬，作风就是形象。',
  ].join('\n'),
  '旧稿/2019年在青石村调研时的讲话.md': [
    '# 在青石村调研时的讲话',
    '',
    '2019年5月',
    '',
    '干部要扑下身子抓落实，带着感情做群众工作，把村里的路修好、水引来、产业兴起来。',
  ].join('\n'),
};
