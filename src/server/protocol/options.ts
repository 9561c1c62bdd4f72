import * as v from 'valibot';
import { libraryLimits } from '../../library/limits';
import { messageLimits } from './limits';
import { listOf, path, text } from './schema';

/** In speech drafts only, in every document that is served, or nowhere. */
const numberingCheck = v.picklist(['speechDrafts', 'all', 'off']);
export type NumberingCheck = v.InferOutput<typeof numberingCheck>;

/** What Enter numbers by itself: the next item of a list, the next heading too, or nothing. */
const numberingEnter = v.picklist(['lists', 'headings', 'off']);
export type NumberingEnter = v.InferOutput<typeof numberingEnter>;

/** How readily a list opens by itself: everywhere (for measuring), or where one of its rows is right so probably. */
const listReadiness = v.picklist(['all', 'many', 'likely', 'few']);
export type ListReadiness = v.InferOutput<typeof listReadiness>;

/** When a check is made: while the writer writes too, when they ask for a check of the draft, or never. */
const checkMoment = v.picklist(['writing', 'asked', 'off']);
export type CheckMoment = v.InferOutput<typeof checkMoment>;

/** What is checked in a draft, and by what. */
const checkOptions = v.object({
  /** By code (`overlap`, `terms`, …); one that is left out as Fanben has it. */
  when: v.optional(v.record(text(messageLimits.name), checkMoment)),
  /** Characters that must stand in an article to be told of. Default 13. */
  overlapLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(4))),
  /** What so many articles say is nobody's own. Default 5. */
  overlapArticles: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2))),
  /** Characters that may go without a stop. Default 120. */
  longSentence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(20))),
  /** Absolute paths of lists of wordings (CSV); the earlier one wins. */
  terms: v.optional(listOf(path)),
});

/** Limits and patterns of the corpus, which may change while the server runs. */
export const corpusFilters = {
  include: v.optional(listOf(path)),
  exclude: v.optional(listOf(path)),
  maxFileBytes: v.optional(v.number()),
  /** A program that reads what is not read here: `auto`, the absolute path of one, '' for none. Default ''. */
  converter: v.optional(path),
};

/** `initializationOptions` of the server. All may be left out; without `storage` there is no corpus. */
export const serverOptions = v.object({
  /** Absolute paths of files and folders to index. */
  corpus: v.optional(listOf(path), []),
  /** Absolute path of the folder that holds the index. */
  storage: v.optional(path, ''),
  /** Absolute path of the folder that holds the indexes of other lists of folders: a new one begins with what they have. */
  indexes: v.optional(path),
  /** Absolute path of the file that says which of them this workspace uses; those that none uses are removed at start. */
  use: v.optional(path),
  ...corpusFilters,
  /** Absolute path of the folder that holds what is here of libraries; without it none is read. */
  replicas: v.optional(path),
  /** A library of more characters is read on demand, where it can be. Default: a thousand million. */
  replicatedCharacters: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Room on disk for the pieces of each of those, in bytes. Default: 500 MB. */
  libraryCacheBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Libraries to read beside the corpus: folders, `https://…`, `s3://…`. The network is used for these alone. */
  libraries: v.optional(
    v.pipe(
      v.array(
        v.object({
          target: path,
          /** What the writer calls it; by default what its publisher does. */
          name: v.optional(text(messageLimits.name)),
          /** How much its articles count. Default 1. */
          weight: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(100))),
          /** Of an object store. An editor takes them from its secret storage; by default those of the environment. */
          keys: v.optional(
            v.object({ accessKeyId: text(messageLimits.name), secretAccessKey: text(messageLimits.name) }),
          ),
        }),
      ),
      v.maxLength(libraryLimits.mostLibraries),
    ),
  ),
  /** How libraries are reached that are not in a folder; by default as the environment says (`HTTPS_PROXY`, `NO_PROXY`, …). */
  network: v.optional(
    v.object({
      /** `http://proxy:8080`; '': none. */
      proxy: v.optional(path),
      /** Hosts that are reached without it. */
      noProxy: v.optional(listOf(path)),
      /** The value of `Proxy-Authorization`. */
      proxyAuthorization: v.optional(path),
      /** Whether the certificate of the proxy itself must be trusted. */
      proxyStrictSsl: v.optional(v.boolean()),
      /** Trust whom the system trusts, too. */
      systemCertificates: v.optional(v.boolean()),
    }),
  ),
  /** Memory for the index; a larger one stays on disk in part. */
  memoryBytes: v.optional(v.number()),
  /** Scheme of the documents in which the client shows articles read-only; without it, places are given in the files themselves. */
  sourceScheme: v.optional(text(messageLimits.name)),
  /** Locale of messages: `zh-cn` or `en`. */
  locale: v.optional(text(messageLimits.name)),
  /** Offer phrases for typed pinyin letters. Default on. */
  pinyin: v.optional(v.boolean()),
  /** Sounds that the writer does not tell apart: `z-zh`, `n-l`, `in-ing`, … */
  fuzzyPinyin: v.optional(listOf(path)),
  /** How readily a list opens by itself. Default `likely`; whoever asks by key always gets it (`fanben/listAsked`). */
  lists: v.optional(listReadiness),
  /** Wordings that so many last years of the corpus no longer have stand below the others. Default 5; 0: all years count. */
  years: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Absolute path of the file that keeps what the writer has taken from lists; without it nothing is remembered. */
  choices: v.optional(path),
  /**
   * Keys (base64, 32 bytes) for what is kept of the writer, newest first; older ones only read. An editor takes them from its secret
   * storage. `isOn`: what is kept is written under the newest; off, plainly, and readable by its owner alone.
   */
  seal: v.optional(v.object({ keys: v.pipe(v.array(text(messageLimits.name)), v.maxLength(8)), isOn: v.boolean() })),
  /** Absolute path of the file of notes on articles; by default one beside the folder of the index. */
  notes: v.optional(path),
  /** Off: that file is left as it is, and nothing in it counts. Default on. */
  remember: v.optional(v.boolean()),
  /**
   * The background of set phrases: false for none, or the absolute path of one's own (`fanben background`). By default that
   * which Fanben comes with.
   */
  background: v.optional(v.union([v.boolean(), path])),
  /** Let the language model that Fanben comes with advise the ranking. It does where there is a background, too. Default on. */
  model: v.optional(v.boolean()),
  /** Absolute path of the file that keeps which problems of which drafts are not to be shown again; without it they come back. */
  ignored: v.optional(path),
  /** The checks of a draft. */
  check: v.optional(checkOptions),
  /** Where numbering is checked, whether members of another shape than their fellows are hinted at, and what Enter numbers. */
  numbering: v.optional(v.object({ check: numberingCheck, uneven: v.boolean(), enter: v.optional(numberingEnter) })),
});
/** The options as checked, with their defaults where a default stands in the schema. */
export type ServerOptions = v.InferOutput<typeof serverOptions>;
