#include "dash_pattern.h"

#include <math.h>
#include <stddef.h>

uint16_t dash_of(cairo_t *cr) {
  enum { most = 16 };
  int count = cairo_get_dash_count(cr);
  if (count <= 0) return 0;
  if (count > most) return 1;
  double dashes[most];
  cairo_get_dash(cr, dashes, NULL);
  uint32_t hash = 2166136261u;
  for (int i = 0; i < count; i++) {
    double ratio = dashes[0] > 0 ? dashes[i] / dashes[0] : 0;
    hash = (hash ^ (uint32_t)(10 * fmin(ratio, 1e6) + 0.5)) * 16777619u;
  }
  uint16_t folded = hash >> 16 ^ hash;
  return folded ? folded : 1;
}
