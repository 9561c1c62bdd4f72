import assert from 'node:assert/strict';
import { cursor } from './lspClient';
import { startServer } from './inProcess';
import { TemporaryCorpus } from './temporaryCorpus';
