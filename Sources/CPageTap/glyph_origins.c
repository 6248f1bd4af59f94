#include "glyph_origins.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "glyph_origins_note.h"

// More than any page that is read has.
static const size_t most = 1000000;

static _Thread_local struct {
  glyph_origin *origins;
  size_t count, capacity;
  glyph_run *runs;
  size_t run_count, run_capacity;
} noted;

void glyph_origins_clear(void) {
  noted.count = 0;
  while (noted.run_count) cairo_font_face_destroy(noted.runs[--noted.run_count].face);
}

size_t glyph_origins_noted(const glyph_origin **origins) {
  *origins = noted.origins;
  return noted.count;
}

size_t glyph_runs_noted(const glyph_run **runs) {
  *runs = noted.runs;
  return noted.run_count;
}

// Begins a run if the font is another than that of the last one.
static bool note_run(cairo_t *cr, double to_points) {
  glyph_run run = {.first = noted.count, .face = cairo_get_font_face(cr), .to_points = to_points};
  cairo_get_font_matrix(cr, &run.font);
  cairo_get_matrix(cr, &run.to_device);
  if (noted.run_count) {
    const glyph_run *last = &noted.runs[noted.run_count - 1];
    if (last->face == run.face && !memcmp(&last->font, &run.font, sizeof run.font) &&
        !memcmp(&last->to_device, &run.to_device, sizeof run.to_device))
      return true;
  }
  if (noted.run_count == noted.run_capacity) {
    size_t capacity = noted.run_capacity ? noted.run_capacity * 2 : 256;
    glyph_run *runs = realloc(noted.runs, capacity * sizeof *runs);
    if (!runs) return false;
    noted.runs = runs;
    noted.run_capacity = capacity;
  }
  double rise_x = run.font.xy, rise_y = run.font.yy;
  cairo_matrix_transform_distance(&run.to_device, &rise_x, &rise_y);
  run.size = (float)(hypot(rise_x, rise_y) * to_points);
  cairo_font_face_reference(run.face);
  noted.runs[noted.run_count++] = run;
  return true;
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

void glyph_origins_note(cairo_t *cr, const glyph_window *window, const cairo_glyph_t *glyphs,
                        int count, double to_points) {
  if (count <= 0 || noted.count + (size_t)count > most || !reserve(noted.count + (size_t)count) ||
      !note_run(cr, to_points))
    return;
  const float size = noted.runs[noted.run_count - 1].size;
  for (int i = 0; i < count; i++) {
    double x = glyphs[i].x, y = glyphs[i].y;
    bool is_clipped = !is_in_window(window, x, y);
    cairo_user_to_device(cr, &x, &y);
    x *= to_points;
    y *= to_points;
    if (!(fabs(x) < 1e5 && fabs(y) < 1e5)) continue;
    noted.origins[noted.count++] =
        (glyph_origin){.x = (float)x, .y = (float)y, .size = size, .glyph = (uint32_t)glyphs[i].index,
                       .is_clipped = is_clipped};
  }
}
