#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "csandbox.h"

/* Since Linux 5.14; the headers of Debian 12 may be older. */
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

void arac_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  // Passes run on a thread that the first one waits for: what the first one freed serves it too.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 1 << 20);
}

void arac_part_memory(void) {
  // The C library takes no 0 for "as many as are good". Threads take turns where there are fewer.
  mallopt(M_ARENA_MAX, 8);
}

void arac_take_memory(size_t size) {
  const uintptr_t page = 4096;
  void *block = malloc(size + page);
  if (!block) return;
  uintptr_t start = ((uintptr_t)block + page - 1) & ~(page - 1);
  // A kernel that does not know this gives each page when it is touched.
  (void)madvise((void *)start, size, MADV_POPULATE_WRITE);
  free(block);
}
