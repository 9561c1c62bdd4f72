/** What the head of an article says, and which of its lines say it. */
export interface Head {
  title: string | null;
  date: string | null;
  /** The last day of those on which it was adopted or amended, where lines without brackets say so. */
  adopted: string | null;
  speaker: string | null;
  /** Who wrote it: a name that stands alone below the title, or beside a paper. In a report it is the reporter's. */
  author: string | null;
  occasion: string | null;
  /** Index of the line → why it is no paragraph. */
  readonly taken: Map<number, 'metadata' | 'repeated-title'>;
}
