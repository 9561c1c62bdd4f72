/** How much of what is to be sent or fetched is there. */
export interface TransferProgress {
  readonly bytesDone: number;
  readonly bytesFound: number;
}
