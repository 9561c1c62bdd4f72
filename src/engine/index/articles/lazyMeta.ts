import type { StatedField } from '../../article/article';
import type { ArticleMeta } from '../segment';

/** What knows the fields of articles, by their numbers in the segment. */
export interface MetaTable {
  path(article: number): string;
  entry(article: number): number;
  cluster(article: number): number;
  date(article: number): string | null;
  text(article: number, field: 'title' | 'speaker' | 'occasion'): string | null;
  stated(article: number): readonly StatedField[];
  furniture(article: number): readonly string[];
}

/** Metadata that is looked up field by field: a query asks thousands of articles for cluster or date, and few for a title. */
export class LazyMeta implements ArticleMeta {
  constructor(
    private readonly table: MetaTable,
    private readonly article: number,
  ) {}
  get path(): string {
    return this.table.path(this.article);
  }
  get entry(): number {
    return this.table.entry(this.article);
  }
  get cluster(): number {
    return this.table.cluster(this.article);
  }
  get date(): string | null {
    return this.table.date(this.article);
  }
  get title(): string {
    return this.table.text(this.article, 'title') ?? '';
  }
  get speaker(): string | null {
    return this.table.text(this.article, 'speaker');
  }
  get occasion(): string | null {
    return this.table.text(this.article, 'occasion');
  }
  get stated(): readonly StatedField[] {
    return this.table.stated(this.article);
  }
  get furniture(): readonly string[] {
    return this.table.furniture(this.article);
  }
  /** The fields as a plain object: getters of a prototype are not copied by JSON. */
  toJSON(): ArticleMeta {
    const { path, entry, title, date, speaker, occasion, cluster } = this;
    return { path, entry, title, date, speaker, occasion, cluster };
  }
}
