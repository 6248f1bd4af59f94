#define _GNU_SOURCE
#include <cairo.h>
#include <dlfcn.h>

#include "tap_store.h"

// Poppler makes the luminosity of a soft mask in a surface of its own and reads it without a look
// at its status: it has to be a sound one. Before that it asks for the clip, which it never does
// between the matrix of an image and the surface that the image is decoded into.
void cairo_clip_extents(cairo_t *cr, double *x0, double *y0, double *x1, double *y1) {
  static void (*of_cairo)(cairo_t *, double *, double *, double *, double *);
  if (tap.open) tap.asked_for_clip = true;
  if (!of_cairo)
    of_cairo = (void (*)(cairo_t *, double *, double *, double *, double *))dlsym(
        RTLD_NEXT, "cairo_clip_extents");
  of_cairo(cr, x0, y0, x1, y1);
}

// The mask that an image has of its own is decoded before poppler asks for a matrix: the image's
// place is the one that the page has set.
void cairo_transform(cairo_t *cr, const cairo_matrix_t *matrix) {
  static void (*of_cairo)(cairo_t *, const cairo_matrix_t *);
  if (tap.open) place_by(cr);
  if (!of_cairo)
    of_cairo = (void (*)(cairo_t *, const cairo_matrix_t *))dlsym(RTLD_NEXT, "cairo_transform");
  of_cairo(cr, matrix);
}
