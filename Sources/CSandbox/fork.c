#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool has_one_thread(void) {
  struct stat tasks;
  // A directory has two links of its own and one from each directory in it.
  return stat("/proc/self/task", &tasks) || tasks.st_nlink <= 3;
}

// Ends the copy where it cannot be cut off.
static void keep_nothing_but(int reply) {
  // Out of the way of the descriptors that are set.
  int nothing = fcntl(open("/dev/null", O_RDWR), F_DUPFD, ARAC_REPLY + 1);
  if (nothing < 0) _exit(1);
  if (reply != ARAC_REPLY && dup3(reply, ARAC_REPLY, O_CLOEXEC) < 0) _exit(1);
  for (int i = 0; i < ARAC_REPLY; i++)
    if (dup2(nothing, i) < 0) _exit(1);
  closefrom(ARAC_REPLY + 1);
}

static pid_t fork_with(int reply) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child) return child;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  prctl(PR_SET_NAME, "arac-reader");
  for (int i = 1; i < NSIG; i++) signal(i, i == SIGINT ? SIG_IGN : SIG_DFL);
  keep_nothing_but(reply);
  return 0;
}

pid_t arac_fork(int *reply) {
  if (!has_one_thread()) {
    errno = EBUSY;
    return -1;
  }
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) return -1;
  // A reply that fits is written without waiting for its reader. What is refused stays small.
  fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  pid_t child = fork_with(ends[1]);
  if (child == 0) return 0;
  int error = errno;
  close(ends[1]);
  if (child < 0) close(ends[0]);
  *reply = child < 0 ? -1 : ends[0];
  errno = error;
  return child;
}
