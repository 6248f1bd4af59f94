#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

enum { INTERRUPTED = 128 + SIGINT };

static int caught[2] = {-1, -1};
static volatile sig_atomic_t awaited, deferred, interrupted;

static void forward(int number) {
  interrupted = 1;
  if (deferred) return;
  if (!awaited) _exit(INTERRUPTED);
  int error = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds a signal that nobody has read.
  ssize_t written = write(caught[1], &byte, 1);
  (void)written;
  errno = error;
}

static void disregard(int number) { (void)number; }

void arac_keep_write_errors(void) {
  const int numbers[] = {SIGPIPE, SIGXFSZ};
  struct sigaction action = {.sa_handler = disregard, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    sigaction(numbers[i], &action, NULL);
}

void arac_settle(void) {
  int opened;
  do opened = open("/dev/null", O_RDWR);
  while (opened >= 0 && opened <= STDERR_FILENO);
  if (opened >= 0) close(opened);
  signal(SIGCHLD, SIG_DFL);
}

void arac_catch_interruptions(void) {
  const int numbers[] = {SIGINT, SIGTERM};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction before;
    if (sigaction(numbers[i], NULL, &before) || before.sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(numbers[i], &action, NULL);
  }
}

void arac_defer_interruptions(bool defer) { deferred = defer; }

bool arac_is_interrupted(void) { return interrupted; }

int arac_await_interruptions(void) {
  if (caught[0] >= 0) return caught[0];
  if (pipe2(caught, O_CLOEXEC)) return -1;
  fcntl(caught[1], F_SETFL, O_NONBLOCK);
  awaited = 1;
  return caught[0];
}
