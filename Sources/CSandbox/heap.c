#define _GNU_SOURCE
#include "csandbox.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// What a paper of 20 pages needs; address space alone until it is touched.
enum { HEAP_ROOM = 32 << 20, LARGE_PAGE = 2 << 20 };

void arac_reserve_heap(void) {
  // All of what this process allocates is to lie in the room.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, HEAP_ROOM);
  mallopt(M_TRIM_THRESHOLD, 2 * HEAP_ROOM);
  mallopt(M_TOP_PAD, HEAP_ROOM / 2);
  uintptr_t before = (uintptr_t)sbrk(0);
  // More than what is free at the end of the heap now. Volatile: a compiler may leave a pair of
  // calls out.
  void *volatile room = malloc(HEAP_ROOM / 2);
  free(room);
  mallopt(M_TOP_PAD, HEAP_ROOM / 32);
  uintptr_t start = (before + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
  uintptr_t end = (uintptr_t)sbrk(0);
  if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
}
