// What the tap keeps of a page: its marks, and the corners of their paths in one arena.
#ifndef ARAC_TAP_STORE_H
#define ARAC_TAP_STORE_H

#include <cairo.h>
#include <stdbool.h>

#include "page_tap.h"

struct tap_state {
  bool open;
  double to_points;
  size_t limit, count, capacity, dropped;
  page_mark *marks;
  size_t point_limit, point_count, point_capacity;
  page_point *points;
  cairo_t *context;  // the last one whose matrix poppler asked for
};

extern _Thread_local struct tap_state tap;

// A mark to fill in, or NULL beyond the limit.
page_mark *new_mark(void);

// Notes a point in the arena, up to the limit.
void keep_point(double x, double y);

#endif
