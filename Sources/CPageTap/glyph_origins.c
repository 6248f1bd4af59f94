#include "glyph_origins.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>

#include "glyph_origins_note.h"

// More than any page that is read has.
static const size_t most = 1000000;

static _Thread_local struct {
  glyph_origin *origins;
  size_t count, capacity;
} noted;

void glyph_origins_clear(void) { noted.count = 0; }

size_t glyph_origins_noted(const glyph_origin **origins) {
  *origins = noted.origins;
  return noted.count;
}

static bool reserve(size_t count) {
  if (count <= noted.capacity) return true;
  size_t capacity = noted.capacity ? noted.capacity : 4096;
  while (capacity < count) capacity *= 2;
  glyph_origin *origins = realloc(noted.origins, capacity * sizeof *origins);
  if (!origins) return false;
  noted.origins = origins;
  noted.capacity = capacity;
  return true;
}

void glyph_origins_note(cairo_t *cr, const cairo_glyph_t *glyphs, int count, double to_points) {
  if (count <= 0 || noted.count + (size_t)count > most || !reserve(noted.count + (size_t)count))
    return;
  for (int i = 0; i < count; i++) {
    double x = glyphs[i].x, y = glyphs[i].y;
    cairo_user_to_device(cr, &x, &y);
    x *= to_points;
    y *= to_points;
    if (!(fabs(x) < 1e5 && fabs(y) < 1e5)) continue;
    noted.origins[noted.count++] = (glyph_origin){.x = (float)x, .y = (float)y};
  }
}
