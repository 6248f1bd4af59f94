// Streams of packed data, a block at a time.
//
// zlib is linked; the library of Zstandard is loaded when a stream needs it, since few do and not
// every machine has it.
#ifndef ARAC_UNPACK_H
#define ARAC_UNPACK_H

#include <stddef.h>
#include <stdint.h>

typedef enum { ARAC_GZIP, ARAC_DEFLATE, ARAC_ZSTANDARD } arac_packing;

typedef enum {
  ARAC_UNPACK_MORE,     // goes on
  ARAC_UNPACK_END,      // the stream ended; another one may follow
  ARAC_UNPACK_DAMAGED,
} arac_unpack_state;

typedef struct arac_unpacker arac_unpacker;

// NULL if the machine lacks the library or the memory.
arac_unpacker *arac_unpacker_open(arac_packing packing);

// Reads from `in` and writes to `out`; `taken` and `made` are how many bytes of each.
arac_unpack_state arac_unpack(arac_unpacker *u, const uint8_t *in, size_t in_size, size_t *taken,
                              uint8_t *out, size_t out_size, size_t *made);

// Begins another stream; false if it cannot.
int arac_unpacker_restart(arac_unpacker *u);

void arac_unpacker_close(arac_unpacker *u);

#endif
