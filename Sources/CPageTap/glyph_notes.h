#ifndef ARAC_GLYPH_NOTES_H
#define ARAC_GLYPH_NOTES_H

#include <cairo.h>
#include <stdbool.h>

// Begins a page on this thread, drawn in units of 1/scale points.
void glyph_notes_open(double scale);

// In user space, where glyphs of the font may touch the clip.
typedef struct {
  double x0, y0, x1, y1;
} glyph_window;

glyph_window glyph_window_of(cairo_t *cr);

static inline bool is_in_window(const glyph_window *window, double x, double y) {
  return x >= window->x0 && x <= window->x1 && y >= window->y0 && y <= window->y1;
}

// Notes those of some glyphs that have a colour and touch the clip.
void glyph_notes_add(cairo_t *cr, const glyph_window *window, const cairo_glyph_t *glyphs,
                     int count);

#endif
