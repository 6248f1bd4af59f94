// libgit2, loaded when a repository is read.
//
// libgit2 brings some twenty libraries for networks and cryptography, which cost a run that reads
// no repository a fifth of its start. This target declares libgit2's functions by its own headers,
// and defines those that are used: the first call loads the library.
#ifndef ARAC_GIT2_ON_DEMAND_H
#define ARAC_GIT2_ON_DEMAND_H

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

// git_libgit2_opts is variadic, which Swift cannot call.

int arac_git_skip_owner_check(void);

// Whether a repository of another user would be refused.
int arac_git_checks_owner(void);

// An object is not hashed to see whether it has its name, as `git log` does not: the checksums of its
// compression tell damage, and who made a repository could give anything its right name.
int arac_git_trust_names(void);

// The user's and the system's git configuration must not change what is read.
int arac_git_skip_configuration(void);

#endif
