// Streams of packed data, a block at a time.
//
// zlib is linked; the library of Zstandard is loaded when a stream needs it, since few do and not
// every machine has it.
#ifndef UNPACK_H
#define UNPACK_H

#include <stddef.h>
#include <stdint.h>

typedef enum { UNPACK_GZIP, UNPACK_DEFLATE, UNPACK_ZLIB, UNPACK_ZSTANDARD } unpack_packing;

typedef enum {
  UNPACK_MORE,     // goes on
  UNPACK_END,      // the stream ended; another one may follow
  UNPACK_DAMAGED,
} unpack_state;

typedef struct unpacker unpacker;

// NULL if the machine lacks the library or the memory.
unpacker *unpacker_open(unpack_packing packing);

// Reads from `in` and writes to `out`; `taken` and `made` are how many bytes of each.
unpack_state unpacker_step(unpacker *u, const uint8_t *in, size_t in_size, size_t *taken,
                              uint8_t *out, size_t out_size, size_t *made);

// Begins another stream; false if it cannot.
int unpacker_restart(unpacker *u);

void unpacker_close(unpacker *u);

#endif
