#define _GNU_SOURCE
#include "glyph_tap.h"

#include "glyph_notes.h"

#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A cell is a square point. Pages that are larger begin anew at the first: what is far apart may share
// a cell, and text is then rather taken for seen.
enum { side = 1024 };

typedef uint64_t cell_row[side / 64];

// The cells are allocated by the first page: as a part of the thread's own storage they would be
// written with zeros by the start of every thread.
static _Thread_local struct {
  cell_row *cells;
  double to_points;
  size_t count;
} grid;

void glyph_notes_open(double scale) {
  if (grid.cells)
    memset(grid.cells, 0, side * sizeof *grid.cells);
  else
    grid.cells = calloc(side, sizeof *grid.cells);
  grid.to_points = 1 / scale;
  grid.count = 0;
}

size_t glyph_tap_count(void) { return grid.count; }

// Coordinates of pages that are read are smaller.
static const double far = 1e6;

static unsigned cell(double points) { return (unsigned)(int)floor(points) % side; }

static bool has_colour(cairo_t *cr) {
  double r, g, b, a;
  return cairo_pattern_get_rgba(cairo_get_source(cr), &r, &g, &b, &a) != CAIRO_STATUS_SUCCESS ||
         a > 0.02;
}

glyph_window glyph_window_of(cairo_t *cr) {
  cairo_matrix_t font;
  cairo_get_font_matrix(cr, &font);
  const double reach = fmax(hypot(font.xx, font.yx), hypot(font.xy, font.yy));
  glyph_window window;
  cairo_clip_extents(cr, &window.x0, &window.y0, &window.x1, &window.y1);
  window.x0 -= reach;
  window.y0 -= reach;
  window.x1 += reach;
  window.y1 += reach;
  return window;
}

void glyph_notes_add(cairo_t *cr, const glyph_window *window, const cairo_glyph_t *glyphs,
                     int count) {
  grid.count += count;
  if (!grid.cells || !has_colour(cr)) return;
  for (int i = 0; i < count; i++) {
    double x = glyphs[i].x, y = glyphs[i].y;
    if (!is_in_window(window, x, y)) continue;
    cairo_user_to_device(cr, &x, &y);
    x *= grid.to_points;
    y *= grid.to_points;
    // False where one is no number.
    if (fabs(x) < far && fabs(y) < far) {
      unsigned column = cell(x);
      grid.cells[cell(y)][column / 64] |= 1ULL << (column % 64);
    }
  }
}

// Whether a row has a glyph from one cell to another, both included.
static bool row_has(const uint64_t *row, unsigned left, unsigned right) {
  if (left > right) return row_has(row, left, side - 1) || row_has(row, 0, right);
  for (unsigned word = left / 64; word <= right / 64; word++) {
    uint64_t bits = row[word];
    if (word == left / 64) bits &= ~0ULL << (left % 64);
    if (word == right / 64) bits &= ~0ULL >> (63 - right % 64);
    if (bits) return true;
  }
  return false;
}

bool glyph_tap_has(double x0, double y0, double x1, double y1) {
  // Nothing is known of what is larger than all cells, or where there was no memory for them.
  if (!grid.cells) return true;
  if (!(x1 - x0 < side - 1 && y1 - y0 < side - 1 && fabs(x0) < far && fabs(y0) < far)) return true;
  // Letters stand at the bottom of their boxes.
  const unsigned first = cell(y0), left = cell(x0), right = cell(x1);
  for (unsigned row = cell(y1);; row = (row + side - 1) % side) {
    if (row_has(grid.cells[row], left, right)) return true;
    if (row == first) return false;
  }
}

// Letters that are outlined, or that something else is clipped to, are seen as well.
void cairo_glyph_path(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
  const glyph_window window = glyph_window_of(cr);
  glyph_notes_add(cr, &window, glyphs, count);
  static void (*glyph_path_of_cairo)(cairo_t *, const cairo_glyph_t *, int);
  if (!glyph_path_of_cairo)
    glyph_path_of_cairo =
        (void (*)(cairo_t *, const cairo_glyph_t *, int))dlsym(RTLD_NEXT, "cairo_glyph_path");
  glyph_path_of_cairo(cr, glyphs, count);
}
