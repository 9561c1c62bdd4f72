#!/usr/bin/env python3
"""Writes what train.py has learned as the file that src/engine/model/modelFile.ts reads.

    /usr/bin/python3 scripts/model/export.py model.pt media/model.bin

Matrices become whole numbers of 8 bits, a row at a time: the largest of a row is 127. Little-endian throughout:

    0   magic `FANBENLM`
    8   format version, units, numbers of an embedding, rows of the vocabulary: u32 each
    24  CRC-32 of all behind the header: u32
    28  CRC-32 of the header up to here: u32; then 0 up to 64
    64  alphabet (u16, from row 3 on), padded to 4 bytes; then f32:
        scales of embedding, wx, wh, wp; b, c, bias
        then i8, each at a multiple of 16: embedding, wx, wh, wp
"""
import struct
import sys
import zlib

import numpy as np
import torch

MAGIC, VERSION, HEADER, FIRST_LETTER = b'FANBENLM', 1, 64, 3


def quantise(matrix):
    scale = np.abs(matrix).max(axis=1) / 127
    scale[scale == 0] = 1
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype('<f4')


def padded(data, to):
    return data + b'\0' * (-len(data) % to)


def main():
    source, target = sys.argv[1:]
    trained = torch.load(source)
    weights = {name: w.numpy() for name, w in trained['weights'].items()}
    vocabulary, embedding = weights['embedding'].shape
    codes = [ord(letter) for letter in trained['alphabet']]
    # A letter beyond 16 bits is none that a draft is read by.
    alphabet = np.array([code if code < 0x10000 else 0 for code in codes], dtype='<u2')
    assert len(alphabet) == vocabulary - FIRST_LETTER
    matrices = {name: quantise(weights[name]) for name in ('embedding', 'wx', 'wh', 'wp')}
    body = padded(alphabet.tobytes(), 4)
    body += b''.join(scale.tobytes() for _, scale in matrices.values())
    body += b''.join(weights[name].astype('<f4').tobytes() for name in ('b', 'c', 'bias'))
    for whole, _ in matrices.values():
        body = padded(body, 16) + whole.tobytes()
    header = MAGIC + struct.pack('<5I', VERSION, trained['units'], embedding, vocabulary, zlib.crc32(body))
    header += struct.pack('<I', zlib.crc32(header))
    with open(target, 'wb') as file:
        file.write(header.ljust(HEADER, b'\0') + body)
    print(f'{target}: {HEADER + len(body)} bytes, {trained["characters"]} characters learned from')


if __name__ == '__main__':
    main()
