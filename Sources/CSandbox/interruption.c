#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static int caught[2] = {-1, -1};

static void forward(int number) {
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

int arac_catch_interruptions(void) {
  const int numbers[] = {SIGINT, SIGTERM};
  if (caught[0] >= 0) return caught[0];
  if (pipe2(caught, O_CLOEXEC)) return -1;
  fcntl(caught[1], F_SETFL, O_NONBLOCK);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction before;
    if (sigaction(numbers[i], NULL, &before) || before.sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(numbers[i], &action, NULL);
  }
  return caught[0];
}
