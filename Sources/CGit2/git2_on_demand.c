#include "git2_on_demand.h"

#include <dlfcn.h>
#include <stdlib.h>

// The version whose headers this file was compiled with: no other has the same structures.
static const char library[] = "libgit2.so." LIBGIT2_SOVERSION;

static void *symbol(const char *name) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  return handle ? dlsym(handle, name) : NULL;
}

// Defines a function of libgit2 as a call of the library's own. Only git_libgit2_init may be
// called before it is known that the library is there.
#define ON_DEMAND(result, name, parameters, ...)       \
  result name parameters {                             \
    static result(*function) parameters;               \
    if (!function) {                                   \
      function = (result(*) parameters)symbol(#name);  \
      if (!function) abort();                          \
    }                                                  \
    return function(__VA_ARGS__);                      \
  }

int git_libgit2_init(void) {
  int (*function)(void) = (int (*)(void))symbol("git_libgit2_init");
  return function ? function() : -1;
}

typedef int (*options)(int option, ...);

int arac_git_skip_owner_check(void) {
  options set = (options)symbol("git_libgit2_opts");
  return set ? set(GIT_OPT_SET_OWNER_VALIDATION, 0) : -1;
}

int arac_git_checks_owner(void) {
  options get = (options)symbol("git_libgit2_opts");
  int enabled = 1;
  return get && get(GIT_OPT_GET_OWNER_VALIDATION, &enabled) == 0 ? enabled : 1;
}

int arac_git_trust_names(void) {
  options set = (options)symbol("git_libgit2_opts");
  return set ? set(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0) : -1;
}

int arac_git_skip_configuration(void) {
  static const int levels[] = {GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG,
                               GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_PROGRAMDATA};
  options set = (options)symbol("git_libgit2_opts");
  if (!set) return -1;
  int error = 0;
  for (unsigned i = 0; i < sizeof levels / sizeof *levels; i++)
    error |= set(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
  return error;
}

ON_DEMAND(int, git_libgit2_shutdown, (void))

ON_DEMAND(const git_signature *, git_commit_author, (const git_commit *c), c)
ON_DEMAND(void, git_commit_free, (git_commit * c), c)
ON_DEMAND(int, git_commit_lookup, (git_commit * *out, git_repository *r, const git_oid *id), out, r,
          id)
ON_DEMAND(const char *, git_commit_message, (const git_commit *c), c)
ON_DEMAND(const git_oid *, git_commit_parent_id, (const git_commit *c, unsigned n), c, n)
ON_DEMAND(unsigned, git_commit_parentcount, (const git_commit *c), c)
ON_DEMAND(git_time_t, git_commit_time, (const git_commit *c), c)
ON_DEMAND(const git_oid *, git_commit_tree_id, (const git_commit *c), c)

ON_DEMAND(void, git_config_free, (git_config * c), c)
ON_DEMAND(int, git_config_new, (git_config * *out), out)
ON_DEMAND(int, git_ignore_path_is_ignored, (int *ignored, git_repository *r, const char *path),
          ignored, r, path)

ON_DEMAND(int, git_indexer_append,
          (git_indexer * i, const void *bytes, size_t count, git_indexer_progress *progress), i, bytes,
          count, progress)
ON_DEMAND(int, git_indexer_commit, (git_indexer * i, git_indexer_progress *progress), i, progress)
ON_DEMAND(void, git_indexer_free, (git_indexer * i), i)
ON_DEMAND(int, git_indexer_new,
          (git_indexer * *out, const char *folder, unsigned mode, git_odb *o,
           git_indexer_options *options),
          out, folder, mode, o, options)

ON_DEMAND(int, git_odb_add_backend, (git_odb * o, git_odb_backend *backend, int priority), o,
          backend, priority)
ON_DEMAND(int, git_odb_backend_loose,
          (git_odb_backend * *out, const char *folder, int compression, int sync, unsigned folder_mode,
           unsigned file_mode),
          out, folder, compression, sync, folder_mode, file_mode)
ON_DEMAND(int, git_odb_backend_pack, (git_odb_backend * *out, const char *folder), out, folder)
ON_DEMAND(void, git_odb_free, (git_odb * o), o)
ON_DEMAND(int, git_odb_new, (git_odb * *out), out)
ON_DEMAND(const void *, git_odb_object_data, (git_odb_object * o), o)
ON_DEMAND(void, git_odb_object_free, (git_odb_object * o), o)
ON_DEMAND(size_t, git_odb_object_size, (git_odb_object * o), o)
ON_DEMAND(git_object_t, git_odb_object_type, (git_odb_object * o), o)
ON_DEMAND(int, git_odb_read, (git_odb_object * *out, git_odb *o, const git_oid *id), out, o, id)
ON_DEMAND(int, git_odb_read_header, (size_t * size, git_object_t *type, git_odb *o, const git_oid *id),
          size, type, o, id)

ON_DEMAND(void, git_reference_free, (git_reference * r), r)
ON_DEMAND(void, git_reference_iterator_free, (git_reference_iterator * i), i)
ON_DEMAND(int, git_reference_iterator_new, (git_reference_iterator * *out, git_repository *r), out, r)
ON_DEMAND(const char *, git_reference_name, (const git_reference *r), r)
ON_DEMAND(int, git_reference_name_to_id, (git_oid * out, git_repository *r, const char *name), out,
          r, name)
ON_DEMAND(void, git_repository_free, (git_repository * r), r)
ON_DEMAND(int, git_reference_next, (git_reference * *out, git_reference_iterator *i), out, i)
ON_DEMAND(const git_oid *, git_reference_target, (const git_reference *r), r)
ON_DEMAND(int, git_repository_open_bare, (git_repository * *out, const char *path), out, path)
ON_DEMAND(int, git_repository_set_config, (git_repository * r, git_config *c), r, c)
ON_DEMAND(int, git_repository_set_odb, (git_repository * r, git_odb *o), r, o)
ON_DEMAND(int, git_repository_set_workdir, (git_repository * r, const char *folder, int update), r,
          folder, update)
