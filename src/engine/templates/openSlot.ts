import type { SnippetPart } from './snippetText';

/** The name of a slot as it stands in a draft until something is written there: `会议名称` → `〔会议名称〕`. */
export function openSlot(name: string): string {
  const bare = name.replace(/[〔〕\n]/g, '').trim();
  return `〔${bare === '' ? '…' : bare}〕`;
}

/** A slot whose words may stay: `守住底线` → `〔守住底线？〕`, and as it was when they are kept. Words with brackets or lines of their own cannot. */
export function ownWordsSlot(words: string): string {
  return /[〔〕\n]/.test(words) || words.trim() !== words ? openSlot(words) : `〔${words}？〕`;
}

/**
 * The parts with every tab stop an open slot: what nobody fills stays to be seen, and found again, when the editor has forgotten
 * its tab stops. With choices the first of them stands there as text, for it may stay; number 0 is where the cursor ends.
 */
export function openSlots(parts: readonly SnippetPart[]): SnippetPart[] {
  return parts.map(part => {
    if (typeof part === 'string' || part.slot === 0) return part;
    return { slot: part.slot, name: part.choices ? part.name : openSlot(part.name) };
  });
}
