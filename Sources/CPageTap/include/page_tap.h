// The page tap: what a page draws, without drawing it.
//
// This target defines a few of cairo's public functions. While a tap is open they note paths,
// images and clips and skip the drawing; outside it they call cairo. poppler then runs a page's
// content once, and text and vector marks come out of the same pass.
#ifndef ARAC_PAGE_TAP_H
#define ARAC_PAGE_TAP_H

#include <stddef.h>
#include <stdint.h>

enum page_mark_kind {
  PAGE_MARK_STROKE = 0,
  PAGE_MARK_FILL = 1,
  PAGE_MARK_IMAGE = 2,
  PAGE_MARK_CLIP = 3,
};

enum page_mark_shape {
  PAGE_MARK_OTHER = 0,
  PAGE_MARK_HORIZONTAL = 1,  // a horizontal line, or a rectangle as thin as one
  PAGE_MARK_VERTICAL = 2,
  PAGE_MARK_RECTANGLE = 3,
};

// One sub-path, image or clip, in page points with the origin at the top left.
typedef struct {
  float x0, y0, x1, y1;
  float clip_x0, clip_y0, clip_x1, clip_y1;  // the clip in force
  float line_width;                          // of a stroke, else 0
  uint32_t rgb;                              // 0xRRGGBB
  uint32_t points;
  uint32_t first, corners;  // where the arena has its points; no corners if its box tells the shape
  uint16_t dash;            // tells dash patterns apart; 0 is solid
  uint8_t kind;             // enum page_mark_kind
  uint8_t shape;            // enum page_mark_shape
  uint8_t alpha;            // 255 is opaque
} page_mark;

typedef struct {
  float x, y;
} page_point;

// Opens the tap on this thread for what is drawn on a surface of cairo's, the `page`, in units of
// 1/scale points. At most `limit` marks and `point_limit` points are kept.
void page_tap_open(const void *page, double scale, size_t limit, size_t point_limit);

// Closes it. The marks are valid until the next page_tap_open on this thread; `*dropped` counts
// those beyond the limit. Returns the number of marks.
size_t page_tap_close(const page_mark **marks, size_t *dropped);

// The points of the marks, ends of segments only: valid as long as the marks.
size_t page_tap_points(const page_point **points);

#endif
