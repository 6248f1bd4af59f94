#define _GNU_SOURCE
#include "poppler_on_demand.h"

#include <dlfcn.h>
#include <stddef.h>

// Each call of these functions goes on to where a library has the function, as it would by the table of
// the linker, which is not given the libraries: it names what is called and missing here. The names are
// seen in this program alone, so that the libraries call each other.
// clang-format off
#define FUNCTIONS(_)                                                                              \
  _(cairo_copy_path) _(cairo_create) _(cairo_destroy) _(cairo_font_face_destroy)                  \
  _(cairo_font_face_get_type) _(cairo_font_face_reference) _(cairo_font_options_create)           \
  _(cairo_font_options_destroy) _(cairo_format_stride_for_width)                                  \
  _(cairo_ft_scaled_font_lock_face) _(cairo_ft_scaled_font_unlock_face) _(cairo_get_dash)         \
  _(cairo_get_dash_count) _(cairo_get_font_face) _(cairo_get_font_matrix)                         \
  _(cairo_get_line_width) _(cairo_get_source) _(cairo_get_target)                                 \
  _(cairo_image_surface_create_for_data) _(cairo_line_to) _(cairo_matrix_transform_distance)      \
  _(cairo_move_to) _(cairo_new_path) _(cairo_path_destroy) _(cairo_path_extents)                  \
  _(cairo_pattern_get_rgba) _(cairo_pattern_get_type) _(cairo_recording_surface_create)           \
  _(cairo_rectangle) _(cairo_reference) _(cairo_restore) _(cairo_save) _(cairo_scale)             \
  _(cairo_scaled_font_create) _(cairo_scaled_font_destroy) _(cairo_scaled_font_glyph_extents)     \
  _(cairo_scaled_font_status) _(cairo_select_font_face) _(cairo_set_dash) _(cairo_set_font_size)  \
  _(cairo_set_line_width) _(cairo_set_source_rgb) _(cairo_set_source_rgba)                        \
  _(cairo_set_source_surface) _(cairo_show_text) _(cairo_status) _(cairo_surface_destroy)         \
  _(cairo_surface_flush) _(cairo_surface_status) _(cairo_surface_write_to_png_stream)             \
  _(cairo_translate) _(cairo_user_to_device) _(cairo_user_to_device_distance)                     \
  _(FT_Get_Font_Format) _(FT_Get_Glyph_Name) _(g_bytes_get_data) _(g_bytes_new_take)              \
  _(g_bytes_unref) _(g_error_free) _(g_filename_to_uri) _(g_free) _(g_object_unref)               \
  _(g_str_equal) _(g_try_malloc) _(g_try_realloc) _(g_utf8_normalize) _(poppler_action_free)      \
  _(poppler_dest_free) _(poppler_document_find_dest) _(poppler_document_get_author)               \
  _(poppler_document_get_creation_date) _(poppler_document_get_keywords)                          \
  _(poppler_document_get_n_pages) _(poppler_document_get_page) _(poppler_document_get_title)      \
  _(poppler_document_new_from_bytes) _(poppler_document_new_from_file) _(poppler_error_quark)     \
  _(poppler_index_iter_free) _(poppler_index_iter_get_action) _(poppler_index_iter_get_child)     \
  _(poppler_index_iter_new) _(poppler_index_iter_next) _(poppler_page_free_annot_mapping)         \
  _(poppler_page_free_link_mapping) _(poppler_page_free_text_attributes)                          \
  _(poppler_page_get_annot_mapping) _(poppler_page_get_crop_box)                                  \
  _(poppler_page_get_link_mapping) _(poppler_page_get_size)                                       \
  _(poppler_page_get_text_attributes_for_area) _(poppler_page_get_text_for_area)                  \
  _(poppler_page_get_text_layout_for_area) _(poppler_page_remove_annot) _(poppler_page_render)
// clang-format on

#if defined(__x86_64__)
#define GO_ON(name) "jmp *arac_at_" #name "(%rip)\n"
#elif defined(__aarch64__)
#define GO_ON(name)                                                      \
  "adrp x16, arac_at_" #name "\n"                                        \
  "ldr x16, [x16, #:lo12:arac_at_" #name "]\n"                           \
  "br x16\n"
#endif

#define DEFINE(name)                                                     \
  static void *at_##name __asm__("arac_at_" #name) __attribute__((used)); \
  __asm__(".pushsection .text\n"                                         \
          ".globl " #name "\n"                                           \
          ".hidden " #name "\n"                                          \
          ".type " #name ", @function\n" #name ":\n" GO_ON(name)         \
          ".size " #name ", . - " #name "\n"                             \
          ".popsection");
FUNCTIONS(DEFINE)

static const struct {
  const char *name;
  void **place;
} functions[] = {
#define ROW(name) {#name, &at_##name},
    FUNCTIONS(ROW)};

const char *arac_load_poppler(void) {
  // The libraries are to find the functions of the tap before those of cairo.
  void *library = dlopen("libpoppler-glib.so.8", RTLD_LAZY | RTLD_GLOBAL);
  if (!library) return dlerror();
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    *functions[i].place = dlsym(library, functions[i].name);
    if (!*functions[i].place) return dlerror();
  }
  return NULL;
}
