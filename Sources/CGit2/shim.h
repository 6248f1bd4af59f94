#ifndef ARAC_CGIT2_SHIM_H
#define ARAC_CGIT2_SHIM_H
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
/* git_libgit2_opts is variadic, which Swift cannot call. */
static inline int arac_git_skip_owner_check(void) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}
/* The user's and the system's git configuration must not change what is read. */
static inline int arac_git_skip_configuration(void) {
  static const int levels[] = {GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG,
                               GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_PROGRAMDATA};
  int error = 0;
  for (unsigned i = 0; i < sizeof levels / sizeof *levels; i++)
    error |= git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
  return error;
}
#endif
