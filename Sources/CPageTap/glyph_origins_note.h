// The tap's side of glyph_origins.h.
#ifndef ARAC_GLYPH_ORIGINS_NOTE_H
#define ARAC_GLYPH_ORIGINS_NOTE_H

#include <cairo.h>
#include <stdbool.h>

// Notes where glyphs stand; `to_points` turns units of the device into points.
void glyph_origins_note(cairo_t *cr, const cairo_glyph_t *glyphs, int count, double to_points);

#endif
