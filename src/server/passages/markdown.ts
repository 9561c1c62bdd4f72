import type { Passage } from '../../engine/passages/passage';
import type { PassageRef } from '../protocol/passages';
import type { Texts } from '../textTable';
import { passageRef } from './passageRef';

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;

/**
 * Text of the corpus as inert Markdown on one line: no mark-up, no link (not even one that would link itself), no icon.
 * `$` becomes an entity, because editors look for `$(icon)` after the backslashes are gone.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(ASCII_PUNCTUATION, mark => (mark === '$' ? '&#36;' : `\\${mark}`));
}

/**
 * The text in bold. Markdown lets a bold run begin or end at a punctuation mark only beside a blank, which Chinese has not:
 * marks at the edges stay outside. `“两手抓”` → `“**两手抓**”`.
 */
export function bold(text: string): string {
  const [, before = '', core = '', after = ''] =
    /^([\s\p{Cc}\p{P}\p{S}]*)(.*?)([\s\p{Cc}\p{P}\p{S}]*)$/su.exec(text) ?? [];
  return escapeMarkdown(before) + (core && `**${escapeMarkdown(core)}**`) + escapeMarkdown(after);
}

/** How much of a sentence stands on each side of a match. */
const AROUND = 60;

/** The sentence with the match in bold; long ones are cut: `……、**扑下身子**抓落实。` */
export function sentenceMarkdown({ before, match, after }: Pick<Passage, 'before' | 'match' | 'after'>): string {
  const start = before.length > AROUND ? `…${before.slice(-AROUND)}` : before;
  const end = after.length > AROUND ? `${after.slice(0, AROUND)}…` : after;
  return escapeMarkdown(start) + bold(match) + escapeMarkdown(end);
}

/** `2023-02-06 · 程向南`, as far as known. */
export function originMarkdown({ date, speaker }: { date: string | null; speaker: string | null }): string {
  return [date, speaker]
    .filter(part => part !== null)
    .map(escapeMarkdown)
    .join(' · ');
}

/** The title of the article, linked to the passage where the client follows links of ours. */
export function titleLink(passage: Passage, texts: Texts, hasLinks: boolean): string {
  const title = escapeMarkdown(passage.article.title || texts.untitled);
  return hasLinks ? `[${title}](${passageCommand(passageRef(passage))})` : title;
}

/** `[全部 26 处](…)`: looks the wording up. */
export function allLink(wording: string, occurrences: number, texts: Texts): string {
  return `[${escapeMarkdown(texts.allPlaces(occurrences))}](${commandLink('fanben.lookUp', [wording])})`;
}

/** The link target that opens a passage. */
export function passageCommand(ref: PassageRef): string {
  return commandLink('fanben.openPassage', ref);
}

/** Brackets would end the link: they are encoded too. */
function commandLink(command: string, params: unknown): string {
  const argument = encodeURIComponent(JSON.stringify(params));
  return `command:${command}?${argument.replace(/[()'!*]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)}`;
}
