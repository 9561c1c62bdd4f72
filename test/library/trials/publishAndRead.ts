import { join } from 'node:path';
import { publish } from '../../../src/library/publish';
import { replicate } from '../../../src/library/replicate';
import { openStore } from '../../../src/library/store/openStore';
import { counts, made, megabytes, endless as signal, type Trial, timed } from './trial';

/** Published, published again, fetched, asked again; the replica answers as the index does. */
export const publishAndRead: Trial = async ({ name, to, from }, { folder, first, corpus }, { tell, fault }) => {
  const replica = await made(join(folder, `replica-${name}`));
  const [writer, reader] = [await openStore(to('publishAndRead')), await openStore(from('publishAndRead'))];
  const publication = { storage: first, corpus, name: 'library' };
  const [sent, sending] = await timed(() => publish(writer, publication));
  const [, again] = await timed(() => publish(writer, publication));
  const [, fetching] = await timed(() => replicate(reader, { folder: replica, signal }));
  const [, asking] = await timed(() => replicate(reader, { folder: replica, signal }));
  tell(
    `${megabytes(sent.sent)} MB published in ${sending} ms, again in ${again} ms; fetched in ${fetching} ms, asked again in ${asking} ms`,
  );
  if ((await counts(replica)) !== (await counts(first))) fault('a replica answers otherwise than the index it is of');
};
