// What the tap keeps of a page: its marks, and the corners of their paths in one arena.
#ifndef ARAC_TAP_STORE_H
#define ARAC_TAP_STORE_H

#include <cairo.h>
#include <stdbool.h>

#include "page_tap.h"

struct tap_state {
  bool open;
  const void *page;  // the surface of the page itself
  double to_points;
  size_t limit, count, capacity, dropped;
  page_mark *marks;
  size_t point_limit, point_count, point_capacity;
  page_point *points;
  cairo_t *context;     // held: the last one whose matrix poppler set or asked for
  bool asked_for_clip;  // since then
};

extern _Thread_local struct tap_state tap;

// What is drawn next is placed by the matrix of `cr`; NULL lets go of the last one.
void place_by(cairo_t *cr);

// A mark to fill in, or NULL beyond the limit.
page_mark *new_mark(void);

// Notes a point in the arena, up to the limit.
void keep_point(double x, double y);

#endif
