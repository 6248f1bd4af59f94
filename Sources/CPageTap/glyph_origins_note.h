// The tap's side of glyph_origins.h.
#ifndef ARAC_GLYPH_ORIGINS_NOTE_H
#define ARAC_GLYPH_ORIGINS_NOTE_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

#include "glyph_notes.h"

// Notes where glyphs stand; `to_points` turns units of the device into points.
void glyph_origins_note(cairo_t *cr, const glyph_window *window, const cairo_glyph_t *glyphs,
                        int count, double to_points);

// Glyphs of one font and size, from the origin `first` to the next run.
typedef struct {
  size_t first;
  cairo_font_face_t *face;
  cairo_matrix_t font, to_device;
  double to_points;
  float size;  // in points
} glyph_run;

// The runs since the last clearing, in order; valid until the next.
size_t glyph_runs_noted(const glyph_run **runs);

#endif
