// Where a page draws its glyphs. Text that a page has and does not draw is not seen by its readers:
// the layer that programs for character recognition put over a picture, or words that are hidden.
//
// The tap notes them as it notes marks; what is asked here is of the last page.
#ifndef ARAC_GLYPH_TAP_H
#define ARAC_GLYPH_TAP_H

#include <stdbool.h>
#include <stddef.h>

// Whether a glyph that is seen has its origin in a box, in points from the top left.
bool glyph_tap_has(double x0, double y0, double x1, double y1);

// How many glyphs poppler asked for, seen or not. Zero on a page with text means that none of it is
// drawn, or that this target's functions were not interposed.
size_t glyph_tap_count(void);

#endif
