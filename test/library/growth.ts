/** How a library grows: measured on a little text, worked out for ten thousand million characters; see `growthOf`. */
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { openIndex } from '../../src/corpus/index/indexStore';
import { encodeBlockIndex, HASH_BYTES, piecesOf } from '../../src/engine/index/blocks/blockIndex';
import { layOut } from '../../src/engine/index/blocks/layOut';
import { planMerges, SEGMENT_LIMIT } from '../../src/engine/index/columns/planMerges';
import type { CorpusView } from '../../src/engine/index/segment';
import { type PlannedLayout, planLayouts } from '../../src/library/blocks/planLayouts';
import { libraryLimits } from '../../src/library/limits';
import { generateArticles } from '../bench/generateArticles';
import { buildIndex, writeArticles } from '../eval/buildIndex';
import { type ResidentBytes, residentBytes } from './residentBytes';
import { made } from './trials/trial';

/** What a layout of so many characters takes. */
export interface LayoutSize {
  readonly characters: number;
  readonly articles: number;
  /** Its pieces, packed. */
  readonly storedBytes: number;
  readonly blocks: number;
  readonly wide: number;
  /** Its index: as it is sent, and what a reader has of it. */
  readonly packedIndex: number;
  readonly resident: ResidentBytes;
  readonly cpuSeconds: number;
}

function layoutSize(view: CorpusView): LayoutSize {
  const cpu = process.cpuUsage();
  const steps = layOut(view, (segment, article) => `讲话/${segment}/${article}.txt`);
  const pieceBytes: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) pieceBytes.push(deflateRawSync(step.value).length);
  const { user, system } = process.cpuUsage(cpu);
  const laid = step.value;
  const { blocks, samples } = piecesOf(laid);
  const columns = {
    pieceBytes: Uint32Array.from(pieceBytes),
    // Hashes do not pack; what they are does not matter.
    pieceHashes: Uint8Array.from({ length: HASH_BYTES * pieceBytes.length }, (_, i) => Math.imul(i, 2654435761) >>> 24),
    objectStarts: Uint32Array.of(0, pieceBytes.length),
  };
  const index = { ...laid, ...columns };
  return {
    characters: laid.length,
    articles: laid.articleStarts.length,
    storedBytes: pieceBytes.reduce((sum, bytes) => sum + bytes, 0),
    blocks,
    wide: samples,
    packedIndex: deflateRawSync(encodeBlockIndex(index)).length,
    resident: residentBytes(index),
    cpuSeconds: (user + system) / 1e6,
  };
}

/** A publisher who has so many characters, and publishes what has come every so many minutes. */
export interface Publisher {
  readonly characters: number;
  readonly articlesAMinute: number;
  readonly charactersOfArticle: number;
  readonly everyMinutes: number;
  readonly publications: number;
}

export interface Publishing {
  /** Of each publication: characters that came, that were laid out, and that were sent as segments. */
  readonly laidOut: readonly number[];
  readonly segmentsSent: readonly number[];
  readonly fresh: number;
  readonly mostLayouts: number;
  readonly segments: number;
  readonly layouts: readonly PlannedLayout[];
}

/** Publishes again and again, by the very plans of the index and of the library; nothing is sorted. */
export function publishing(publisher: Publisher): Publishing {
  const { characters, articlesAMinute, charactersOfArticle, everyMinutes, publications } = publisher;
  let next = 0;
  const segment = (characters: number) => ({ id: `s${next++}`, characters, alive: characters });
  let segments = Array.from({ length: Math.ceil(characters / SEGMENT_LIMIT) }, () => segment(SEGMENT_LIMIT));
  const first = planLayouts<PlannedLayout>([], segments);
  let layouts = first.made;
  const fresh = Math.round(articlesAMinute * everyMinutes * charactersOfArticle);
  const [laidOut, segmentsSent]: [number[], number[]] = [[], []];
  let mostLayouts = layouts.length;
  for (let publication = 0; publication < publications; publication++) {
    const before = new Set(segments.map(({ id }) => id));
    segments.push(segment(fresh));
    for (const group of planMerges(segments)) {
      const merged = segment(group.reduce((sum, i) => sum + segments[i]!.alive, 0));
      segments = [...segments.filter((_, i) => !group.includes(i)), merged];
      break; // numbers of the other groups are those of before; there is one as long as nothing dies
    }
    const { kept, made } = planLayouts(layouts, segments);
    layouts = [...kept, ...made];
    laidOut.push(made.reduce((sum, layout) => sum + layout.characters, 0));
    segmentsSent.push(segments.filter(({ id }) => !before.has(id)).reduce((sum, one) => sum + one.characters, 0));
    mostLayouts = Math.max(mostLayouts, layouts.length);
  }
  return { laidOut, segmentsSent, fresh, mostLayouts, segments: segments.length, layouts };
}

/** Which of the figures of a share. */
const [HELD, SHELVED] = [1, 2] as const;
const held = ({ shares }: ResidentBytes, form: 1 | 2): number =>
  Object.values(shares).reduce((sum, share) => sum + share[form], 0);

const SIZES = [1_000_000, 2_000_000, 4_000_000];
const SEGMENT_BYTES = 5.7;
const MANIFEST_BYTES_OF_OBJECT = 70;

/** Measures layouts of some sizes, or of an index that is there, and tells what a library of ten thousand million characters would be. */
export async function growthOf(
  folder: string,
  storage: string | undefined,
  tell: (line: string) => void,
): Promise<void> {
  const sizes: LayoutSize[] = [];
  for (const size of storage ? [0] : SIZES) {
    const own = storage ?? join(folder, `growth-${size}`);
    if (!storage)
      await (
        await buildIndex(
          [await writeArticles(await made(join(folder, `growing-${size}`)), generateArticles(5, size))],
          own,
        )
      ).index.close();
    const index = await openIndex(own);
    sizes.push(layoutSize(index.view));
    await index.close();
    const { characters, storedBytes, resident, packedIndex, blocks, wide, articles, cpuSeconds } = sizes.at(-1)!;
    tell(
      `${millions(characters)} M characters: ${(storedBytes / characters).toFixed(1)} bytes a character in pieces, index ${(packedIndex / characters).toFixed(4)} sent, ` +
        `${(held(resident, HELD) / characters).toFixed(4)} in memory, ${(held(resident, SHELVED) / characters).toFixed(4)} with tables on disk; ${blocks} blocks, ${wide} wide contexts, ${articles} articles; ${(cpuSeconds / (characters / 1e6)).toFixed(1)} s of processor time a million`,
    );
  }
  const last = sizes.at(-1)!;
  for (const [share, [published, ...inMemory]] of Object.entries(last.resident.shares)) {
    const ofTen = [published, ...inMemory].map(bytes => megabytes((bytes / last.characters) * 10e9));
    tell(
      `  ${share}: ${megabytes(published)} MB as published; at 10 G characters ${ofTen[0]} MB, ${ofTen[1]} in memory, ${ofTen[2]} with tables on disk`,
    );
  }
  for (const characters of [1e9, 10e9]) {
    const layouts = Math.ceil(characters / libraryLimits.layoutCharacters);
    const form = characters > libraryLimits.residentCharacters ? SHELVED : HELD;
    const resident = (held(last.resident, form) / last.characters) * characters;
    const onDisk = form === SHELVED ? (last.resident.tablesOnDisk / last.characters) * characters : 0;
    const stored = (last.storedBytes / last.characters + SEGMENT_BYTES) * characters;
    const objects = Math.ceil(stored / libraryLimits.chunkBytes) + 4 * layouts;
    tell(
      `${characters / 1e9} G characters: ${layouts} layouts, ${Math.round(stored / 1e9)} GB in ${objects} objects, a manifest of ${megabytes(objects * MANIFEST_BYTES_OF_OBJECT)} MB; ` +
        `a reader holds ${megabytes(resident)} MB, has ${megabytes(onDisk)} MB of tables on disk, and fetches ${megabytes((last.packedIndex / last.characters) * characters)} MB of indexes once`,
    );
    for (const everyMinutes of [1, 60, 24 * 60]) {
      const publications = everyMinutes === 1 ? 3_000 : everyMinutes === 60 ? 24 * 90 : 365;
      const { laidOut, segmentsSent, fresh, mostLayouts, segments } = publishing({
        ...{ characters, articlesAMinute: 1, charactersOfArticle: 1_800, everyMinutes, publications },
      });
      const total = laidOut.reduce((sum, one) => sum + one, 0);
      const sent =
        total * (last.storedBytes / last.characters) + segmentsSent.reduce((sum, one) => sum + one, 0) * SEGMENT_BYTES;
      const sorted = [...laidOut].sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
      const seconds = (laid: number) => ((last.cpuSeconds / last.characters) * laid).toFixed(1);
      tell(
        `  an article a minute, published every ${everyMinutes} min, ${publications} times: each character is laid out ${(total / (fresh * publications)).toFixed(1)} times; ` +
          `a publication lays out p50 ${millions(at(0.5))}, p95 ${millions(at(0.95))}, at most ${millions(at(1))} M characters (${seconds(at(0.5))}, ${seconds(at(0.95))}, ${seconds(at(1))} s of processor time); ` +
          `${megabytes(sent / publications)} MB sent each; at most ${mostLayouts} layouts, ${segments} segments in the end`,
      );
    }
  }
}

const millions = (characters: number): string => (characters / 1e6).toFixed(characters < 1e7 ? 2 : 0);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
