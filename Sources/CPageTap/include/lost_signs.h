// Signs of formulas that poppler takes for white space.
//
// TeX's fonts have signs at the codes of white space, under names that are in no glyph list: poppler
// gives such a sign the meaning of its code and leaves it out of the text. The font that is embedded
// still has the name.
#ifndef ARAC_LOST_SIGNS_H
#define ARAC_LOST_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  // The index of its origin among those that were noted.
  size_t origin;
  uint32_t scalar;
  // Whether it is one of the signs that grow, which hang from the baseline.
  bool is_tall;
  // In points: the width, where its ink begins and ends below the origin, and the size of the font.
  float advance, top, bottom, size;
} lost_sign;

// Those of the page that was last drawn on this thread, at most `capacity` of them, in the order of
// drawing. `is_read` has one value for each origin, true where the text has a character for it.
size_t lost_signs_find(const bool *is_read, lost_sign *signs, size_t capacity);

#endif
