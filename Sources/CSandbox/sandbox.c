#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit r = {soft, hard};
  setrlimit(resource, &r);
}

static int allow(int ruleset, const char *path, uint64_t access) {
  int fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0) return 0;  // nothing there to read
  struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = fd};
  int result = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  if (result && errno == EINVAL) {
    // A file takes no right of directories.
    rule.allowed_access &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
    result = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(fd);
  return result;
}

static int confine_files(const arac_confinement *c) {
  long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi <= 0) return 0;  // a kernel without Landlock
  const uint64_t first_version = (1ULL << 13) - 1;
  struct landlock_ruleset_attr attributes = {
      .handled_access_fs = first_version | (abi >= 2 ? 1ULL << 13 : 0) | (abi >= 3 ? 1ULL << 14 : 0)};
  int ruleset = syscall(SYS_landlock_create_ruleset, &attributes,
                        sizeof attributes.handled_access_fs, 0);
  if (ruleset < 0) return -1;
  uint64_t access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  if (c->may_execute) access |= LANDLOCK_ACCESS_FS_EXECUTE;
  int result = 0;
  for (int i = 0; i < c->readable_count && !result; i++)
    result = allow(ruleset, c->readable[i], access);
  const uint64_t reading = access & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE;
  const uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                           LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                           (abi >= 3 ? 1ULL << 14 : 0);  // to cut a file short
  if (c->input && !result) result = allow(ruleset, c->input, reading);
  if (c->scratch && !result) result = allow(ruleset, c->scratch, reading | writing);
  if (!result) result = syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
  return result ? -1 : 0;
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static int confine_calls(const arac_confinement *c) {
#ifdef ARCHITECTURE
#define REFUSE(call)                                  \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
  // A call that nothing makes stands in where starting programs is allowed.
  const uint32_t start = c->may_execute ? SYS_kexec_load : SYS_execve;
  const uint32_t start_at = c->may_execute ? SYS_kexec_load : SYS_execveat;
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
      // Calls of the 32-bit pointer interface would slip past the numbers below.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
      REFUSE(SYS_socket), REFUSE(SYS_connect), REFUSE(SYS_bind), REFUSE(SYS_ptrace),
      REFUSE(SYS_process_vm_readv), REFUSE(SYS_process_vm_writev), REFUSE(SYS_bpf),
      REFUSE(SYS_mount), REFUSE(SYS_unshare), REFUSE(SYS_setns), REFUSE(SYS_keyctl),
      REFUSE(SYS_add_key), REFUSE(SYS_perf_event_open), REFUSE(SYS_userfaultfd),
      REFUSE(SYS_io_uring_setup), REFUSE(start), REFUSE(start_at),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof program / sizeof *program, program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
#else
  (void)c;
  return 0;
#endif
}

// The address space that this process has already, in bytes; 0 where the kernel does not say.
static rlim_t address_space(void) {
  unsigned long pages = 0;
  FILE *sizes = fopen("/proc/self/statm", "re");
  if (!sizes) return 0;
  if (fscanf(sizes, "%lu", &pages) != 1) pages = 0;
  fclose(sizes);
  return (rlim_t)pages * sysconf(_SC_PAGESIZE);
}

int arac_confine(const arac_confinement *c) {
  rlim_t memory = address_space() + c->memory_bytes;
  if (c->memory_bytes) limit(RLIMIT_AS, memory, memory);
  if (c->cpu_seconds) limit(RLIMIT_CPU, c->cpu_seconds, c->cpu_seconds + 1);
  limit(RLIMIT_CORE, 0, 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
  if (confine_files(c)) return -1;
  // A kernel without seccomp filters says EINVAL; the limits above still hold.
  if (confine_calls(c) && errno != EINVAL) return -1;
  return 0;
}

int arac_exchange(const char *from, const char *to) {
  if (syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0) return 0;
  if (errno == ENOENT && rename(from, to) == 0) return 0;
  return errno;
}
