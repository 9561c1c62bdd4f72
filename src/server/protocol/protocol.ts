/**
 * What client and server say to each other: every message, the types of what goes with it, and what checks it. Each feature is
 * a file. The client imports types of this folder, and nothing else of the server.
 */
import { type CheckNews, type CheckNotifications, type CheckRequests, checkSchemas } from './check';
import { type CorpusNews, type CorpusNotifications, type CorpusRequests, corpusSchemas } from './corpus';
import { type CorpusTreeNotifications, type CorpusTreeRequests, corpusTreeSchemas } from './corpusTree';
import { type DocumentRequests, documentSchemas } from './documents';
import { type ExemplarNotifications, type ExemplarRequests, exemplarSchemas } from './exemplars';
import { type ExportRequests, exportSchemas } from './export';
import { type FrameNotifications, type FrameRequests, frameSchemas } from './frames';
import { type LibraryNews, type LibraryNotifications, type LibraryRequests, librarySchemas } from './libraries';
import { type ListNotifications, type ListRequests, listSchemas } from './lists';
import { type LookupRequests, lookupSchemas } from './lookup';
import { type MinedFrameRequests, minedFrameSchemas } from './minedFrames';
import { type NumberingRequests, numberingSchemas } from './numbering';
import { type PassageRequests, passageSchemas } from './passages';
import { type PrecedentRequests, precedentSchemas } from './precedents';
import { type SayingNotifications, sayingSchemas } from './sayings';
import type { Schemas } from './schema';
import { type SearchRequests, searchSchemas } from './search';
import { type ToolRequests, toolSchemas } from './tools';
import { type WordRequests, wordSchemas } from './words';

/** Method → what is asked and what is answered. */
export interface Requests
  extends DocumentRequests,
    CorpusRequests,
    CorpusTreeRequests,
    LibraryRequests,
    ListRequests,
    PassageRequests,
    LookupRequests,
    SearchRequests,
    FrameRequests,
    MinedFrameRequests,
    ExemplarRequests,
    PrecedentRequests,
    NumberingRequests,
    CheckRequests,
    ExportRequests,
    ToolRequests,
    WordRequests {}

/** Method → what the client tells the server. */
export interface Notifications
  extends CheckNotifications,
    CorpusNotifications,
    CorpusTreeNotifications,
    LibraryNotifications,
    ListNotifications,
    FrameNotifications,
    SayingNotifications,
    ExemplarNotifications {}

/** Method → what the server tells the client. */
export interface News extends CorpusNews, CheckNews, LibraryNews {}

/** Name of a request. */
export type RequestMethod = keyof Requests;
/** What is asked under it. */
export type ParamsOf<Method extends RequestMethod> = Requests[Method]['params'];
/** What is answered under it. */
export type ResultOf<Method extends RequestMethod> = Requests[Method]['result'];

/** What every message from the client must look like. */
export const schemas: Schemas<Requests & Notifications> = {
  ...documentSchemas,
  ...corpusSchemas,
  ...corpusTreeSchemas,
  ...librarySchemas,
  ...listSchemas,
  ...passageSchemas,
  ...lookupSchemas,
  ...searchSchemas,
  ...frameSchemas,
  ...minedFrameSchemas,
  ...exemplarSchemas,
  ...precedentSchemas,
  ...numberingSchemas,
  ...checkSchemas,
  ...exportSchemas,
  ...sayingSchemas,
  ...toolSchemas,
  ...wordSchemas,
};
