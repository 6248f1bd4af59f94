#define _GNU_SOURCE
#include "csandbox.h"

#include <sys/mman.h>

int arac_memory_file(void) { return memfd_create("arac", MFD_CLOEXEC); }
