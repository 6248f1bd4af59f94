// What Swift cannot say to the kernel: limits for a process that parses untrusted input, signals,
// the exchange of two paths, and files in memory.
#ifndef ARAC_CSANDBOX_H
#define ARAC_CSANDBOX_H

#include <stdbool.h>
#include <sys/types.h>

typedef struct {
  unsigned long memory_bytes;   // address space beyond what there is; 0: no limit
  unsigned cpu_seconds;         // 0: no limit
  const char *const *readable;  // the system's folders and files that may be opened for reading
  int readable_count;
  bool may_execute;             // whether programs of those folders may be started
  const char *input;            // may be opened for reading; no program in it is started
  const char *scratch;          // a folder that may be written to; NULL: none
} arac_confinement;

// Confines this process for the rest of its life: no new privileges, resource limits, a read-only
// view of the file system, no sockets. What the kernel lacks is left out. Returns 0, or -1 where
// the kernel refused what it has.
int arac_confine(const arac_confinement *confinement);

// The descriptor on which a forked copy replies.
enum { ARAC_REPLY = 3 };

// Forks a copy of this process that has nothing on its first three descriptors, one end of a pipe
// as ARAC_REPLY, no other descriptor and no signal handler. The kernel ends it when this process
// ends; what a terminal interrupts is left to this process. Returns 0 in the copy; here, its
// identifier with the other end of the pipe in `reply`, or -1: EBUSY where this process has a
// second thread, whose locks the copy would wait for for ever.
pid_t arac_fork(int *reply);

// Undoes what the parent may have left behind: a standard descriptor that is closed, and would be
// taken by the next file, becomes one on nothing; children are waited for again.
void arac_settle(void);

// From now on SIGINT and SIGTERM end this process with status 130, until they are awaited; what was
// ignored stays ignored.
void arac_catch_interruptions(void);

// While `deferred`, those signals are only noted: whoever defers them has something to remove and
// asks for them.
void arac_defer_interruptions(bool deferred);
bool arac_is_interrupted(void);

// From now on those signals write their number to a pipe. Returns the end of the pipe to read,
// or -1.
int arac_await_interruptions(void);

// From now on a write to a pipe that nobody reads, or past a limit on the size of files, fails and
// does not end this process. Programs that it starts are not concerned.
void arac_keep_write_errors(void);

// Swaps two paths in one step, or renames the first to the second where the second is missing.
// Returns 0, or an errno.
int arac_exchange(const char *from, const char *to);

// From now on large blocks that are freed stay with this process, up to 256 MiB, for all of its threads.
void arac_keep_freed_memory(void);

// From now on threads take memory from places of their own, as they do unless they are told otherwise.
void arac_part_memory(void);

// Has the kernel give memory that will be needed soon at once: a third of what its pages cost one by one
// is saved. For a process that keeps what is freed; at most a few MiB.
void arac_take_memory(size_t size);

// A new file in memory, without a name, closed in programs that are started. Returns its
// descriptor, or -1.
int arac_memory_file(void);

#endif
