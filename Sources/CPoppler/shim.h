#ifndef ARAC_CPOPPLER_SHIM_H
#define ARAC_CPOPPLER_SHIM_H
#include <cairo.h>
#include <poppler.h>
/* Swift sees neither unions nor bit-fields nor function-like macros. */
static inline PopplerTextAttributes *arac_text_attributes(GList *l) {
  return (PopplerTextAttributes *)l->data;
}
static inline PopplerLinkMapping *arac_link_mapping(GList *l) {
  return (PopplerLinkMapping *)l->data;
}
static inline const char *arac_action_title(PopplerAction *a) { return a->any.title; }
static inline PopplerDest *arac_action_dest(PopplerAction *a) {
  return a->type == POPPLER_ACTION_GOTO_DEST ? a->goto_dest.dest : NULL;
}
static inline const char *arac_action_uri(PopplerAction *a) {
  return a->type == POPPLER_ACTION_URI ? a->uri.uri : NULL;
}
static inline int arac_dest_page(PopplerDest *d) { return d->page_num; }
static inline double arac_dest_left(PopplerDest *d) { return d->left; }
static inline double arac_dest_top(PopplerDest *d) { return d->top; }
static inline int arac_dest_is_named(PopplerDest *d) { return d->type == POPPLER_DEST_NAMED; }
/* Readers' notes in circulated PDFs would be drawn and read as text: drop every annotation from
   the page in memory. */
static inline void arac_remove_annotations(PopplerPage *page) {
  GList *mapping = poppler_page_get_annot_mapping(page);
  for (GList *l = mapping; l; l = l->next)
    poppler_page_remove_annot(page, ((PopplerAnnotMapping *)l->data)->annot);
  poppler_page_free_annot_mapping(mapping);
}
#endif
