#ifndef ARAC_DASH_PATTERN_H
#define ARAC_DASH_PATTERN_H

#include <cairo.h>
#include <stdint.h>

// A hash of the dash pattern, in tenths of its first length: equal patterns of lines of unequal
// width are one.
uint16_t dash_of(cairo_t *cr);

#endif
