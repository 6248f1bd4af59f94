// Where glyphs stand: poppler's text gives boxes of words, not the baselines of characters.
#ifndef ARAC_GLYPH_ORIGINS_H
#define ARAC_GLYPH_ORIGINS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A point on the baseline, in page points with the origin at the top left.
typedef struct {
  float x, y;
  // Of the font, in points.
  float size;
  // The glyph's number in its font.
  uint32_t glyph;
  // Whether it is drawn outside the clip, where nobody sees it.
  bool is_clipped;
} glyph_origin;

// Forgets the origins that were noted on this thread.
void glyph_origins_clear(void);

// The origins since then, in the order in which the page draws them; valid until the next clearing.
size_t glyph_origins_noted(const glyph_origin **origins);

#endif
