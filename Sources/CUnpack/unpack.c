#include "unpack.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

// The buffers of libzstd's stable interface (zstd.h, since 1.0).
typedef struct {
  const void *data;
  size_t size, at;
} zstd_input;

typedef struct {
  void *data;
  size_t size, at;
} zstd_output;

typedef struct {
  void *(*create)(void);
  size_t (*start)(void *);
  size_t (*unpack)(void *, zstd_output *, zstd_input *);
  unsigned (*is_error)(size_t);
  size_t (*destroy)(void *);
} zstd_library;

struct unpacker {
  unpack_packing packing;
  z_stream deflate;
  zstd_library zstd;
  void *zstd_stream;
};

static int load(zstd_library *library) {
  void *handle = dlopen("libzstd.so.1", RTLD_LAZY | RTLD_LOCAL);
  if (!handle) return 0;
  library->create = (void *(*)(void))dlsym(handle, "ZSTD_createDStream");
  library->start = (size_t(*)(void *))dlsym(handle, "ZSTD_initDStream");
  library->unpack =
      (size_t(*)(void *, zstd_output *, zstd_input *))dlsym(handle, "ZSTD_decompressStream");
  library->is_error = (unsigned (*)(size_t))dlsym(handle, "ZSTD_isError");
  library->destroy = (size_t(*)(void *))dlsym(handle, "ZSTD_freeDStream");
  return library->create && library->start && library->unpack && library->is_error &&
         library->destroy;
}

// How zlib is told what header to expect. Negative: none. With 16 added: that of gzip.
static int window_bits(unpack_packing packing) {
  switch (packing) {
  case UNPACK_GZIP: return MAX_WBITS + 16;
  case UNPACK_ZLIB: return MAX_WBITS;
  default: return -MAX_WBITS;
  }
}

static int start(unpacker *u) {
  if (u->packing != UNPACK_ZSTANDARD)
    return inflateInit2(&u->deflate, window_bits(u->packing)) == Z_OK;
  if (!load(&u->zstd)) return 0;
  u->zstd_stream = u->zstd.create();
  return u->zstd_stream && !u->zstd.is_error(u->zstd.start(u->zstd_stream));
}

unpacker *unpacker_open(unpack_packing packing) {
  unpacker *u = calloc(1, sizeof *u);
  if (!u) return NULL;
  u->packing = packing;
  if (start(u)) return u;
  if (u->zstd_stream) u->zstd.destroy(u->zstd_stream);
  free(u);
  return NULL;
}

static unpack_state unpack_zstd(unpacker *u, zstd_input *in, zstd_output *out) {
  size_t left = u->zstd.unpack(u->zstd_stream, out, in);
  if (u->zstd.is_error(left)) return UNPACK_DAMAGED;
  return left == 0 ? UNPACK_END : UNPACK_MORE;
}

unpack_state unpacker_step(unpacker *u, const uint8_t *in, size_t in_size, size_t *taken,
                              uint8_t *out, size_t out_size, size_t *made) {
  if (u->packing == UNPACK_ZSTANDARD) {
    zstd_input input = {in, in_size, 0};
    zstd_output output = {out, out_size, 0};
    unpack_state state = unpack_zstd(u, &input, &output);
    *taken = input.at;
    *made = output.at;
    return state;
  }
  uInt in_room = in_size > UINT_MAX ? UINT_MAX : (uInt)in_size;
  uInt out_room = out_size > UINT_MAX ? UINT_MAX : (uInt)out_size;
  u->deflate.next_in = (Bytef *)in;
  u->deflate.avail_in = in_room;
  u->deflate.next_out = out;
  u->deflate.avail_out = out_room;
  int result = inflate(&u->deflate, Z_NO_FLUSH);
  *taken = in_room - u->deflate.avail_in;
  *made = out_room - u->deflate.avail_out;
  if (result == Z_STREAM_END) return UNPACK_END;
  return result == Z_OK || result == Z_BUF_ERROR ? UNPACK_MORE : UNPACK_DAMAGED;
}

int unpacker_restart(unpacker *u) {
  if (u->packing == UNPACK_ZSTANDARD) return !u->zstd.is_error(u->zstd.start(u->zstd_stream));
  return inflateReset(&u->deflate) == Z_OK;
}

void unpacker_close(unpacker *u) {
  if (u->packing == UNPACK_ZSTANDARD) {
    u->zstd.destroy(u->zstd_stream);
  } else {
    inflateEnd(&u->deflate);
  }
  free(u);
}
