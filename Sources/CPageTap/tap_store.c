#include "tap_store.h"

#include <stdlib.h>
#include <string.h>

#include "glyph_notes.h"

_Thread_local struct tap_state tap;

void page_tap_open(const void *page, double scale, size_t limit, size_t point_limit) {
  tap.open = true;
  tap.page = page;
  tap.to_points = 1.0 / scale;
  tap.limit = limit;
  tap.point_limit = point_limit;
  tap.count = tap.dropped = tap.point_count = 0;
  place_by(NULL);
  glyph_notes_open(scale);
}

size_t page_tap_close(const page_mark **marks, size_t *dropped) {
  tap.open = false;
  place_by(NULL);
  *marks = tap.marks;
  *dropped = tap.dropped;
  return tap.count;
}

size_t page_tap_points(const page_point **points) {
  *points = tap.points;
  return tap.point_count;
}

void place_by(cairo_t *cr) {
  tap.asked_for_clip = false;
  if (tap.context == cr) return;
  if (cr) cairo_reference(cr);
  if (tap.context) cairo_destroy(tap.context);
  tap.context = cr;
}

page_mark *new_mark(void) {
  if (tap.count == tap.limit) {
    tap.dropped++;
    return NULL;
  }
  if (tap.count == tap.capacity) {
    size_t capacity = tap.capacity ? tap.capacity * 2 : 1024;
    page_mark *marks = realloc(tap.marks, capacity * sizeof *marks);
    if (!marks) {
      tap.dropped++;
      return NULL;
    }
    tap.marks = marks;
    tap.capacity = capacity;
  }
  page_mark *mark = &tap.marks[tap.count++];
  memset(mark, 0, sizeof *mark);
  return mark;
}

void keep_point(double x, double y) {
  if (tap.point_count == tap.point_limit) return;
  if (tap.point_count == tap.point_capacity) {
    size_t capacity = tap.point_capacity ? tap.point_capacity * 2 : 4096;
    page_point *points = realloc(tap.points, capacity * sizeof *points);
    if (!points) return;
    tap.points = points;
    tap.point_capacity = capacity;
  }
  tap.points[tap.point_count++] = (page_point){x, y};
}
