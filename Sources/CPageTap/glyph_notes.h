#ifndef ARAC_GLYPH_NOTES_H
#define ARAC_GLYPH_NOTES_H

#include <cairo.h>

// Begins a page on this thread, drawn in units of 1/scale points.
void glyph_notes_open(double scale);

// Notes those of some glyphs that have a colour and touch the clip.
void glyph_notes_add(cairo_t *cr, const cairo_glyph_t *glyphs, int count);

#endif
