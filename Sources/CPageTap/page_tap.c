#define _GNU_SOURCE
#include <cairo.h>
#include <dlfcn.h>
#include <math.h>
#include <string.h>

#include "dash_pattern.h"
#include "glyph_notes.h"
#include "glyph_origins_note.h"
#include "tap_store.h"

// A path thinner than this, in points, is a line.
static const double line_thickness = 2.0;

typedef struct {
  double x0, y0, x1, y1;
} box;

static const box no_box = {1e9, 1e9, -1e9, -1e9};

static void include(box *b, double x, double y) {
  b->x0 = fmin(b->x0, x);
  b->y0 = fmin(b->y0, y);
  b->x1 = fmax(b->x1, x);
  b->y1 = fmax(b->y1, y);
}

// The box of a rectangle of user space, in page points.
static box page_box(cairo_t *cr, double x0, double y0, double x1, double y1) {
  box b = no_box;
  for (int corner = 0; corner < 4; corner++) {
    double x = corner & 1 ? x1 : x0, y = corner & 2 ? y1 : y0;
    cairo_user_to_device(cr, &x, &y);
    include(&b, x * tap.to_points, y * tap.to_points);
  }
  return b;
}

static box clip_box(cairo_t *cr) {
  double x0, y0, x1, y1;
  cairo_clip_extents(cr, &x0, &y0, &x1, &y1);
  return page_box(cr, x0, y0, x1, y1);
}

static void set_box(page_mark *mark, box b) {
  mark->x0 = b.x0;
  mark->y0 = b.y0;
  mark->x1 = b.x1;
  mark->y1 = b.y1;
}

// How one path is painted: the same for all its sub-paths.
typedef struct {
  enum page_mark_kind kind;
  double line_width;
  uint32_t rgb;
  uint16_t dash;
  uint8_t alpha;
  box clip;
} paint;

static uint32_t packed(double r, double g, double b) {
  return (uint32_t)lround(r * 255) << 16 | (uint32_t)lround(g * 255) << 8 |
         (uint32_t)lround(b * 255);
}

static paint paint_of(cairo_t *cr, enum page_mark_kind kind) {
  paint p = {.kind = kind, .rgb = 0x808080, .alpha = 255, .clip = clip_box(cr)};
  if (kind == PAGE_MARK_STROKE) {
    double dx = cairo_get_line_width(cr), dy = 0, ex = 0, ey = dx;
    cairo_user_to_device_distance(cr, &dx, &dy);
    cairo_user_to_device_distance(cr, &ex, &ey);
    p.line_width = fmax(hypot(dx, dy), hypot(ex, ey)) * tap.to_points;
    p.dash = dash_of(cr);
  }
  cairo_pattern_t *source = cairo_get_source(cr);
  double r, g, b, a;
  if (cairo_pattern_get_rgba(source, &r, &g, &b, &a) == CAIRO_STATUS_SUCCESS) {
    p.rgb = packed(r, g, b);
    p.alpha = (uint8_t)lround(a * 255);
  } else if (cairo_pattern_get_type(source) == CAIRO_PATTERN_TYPE_SURFACE)
    p.kind = PAGE_MARK_IMAGE;
  return p;
}

// A sub-path as it is walked.
typedef struct {
  box extent;
  unsigned points;
  bool axis_parallel, curved;
  double x, y;
  size_t first, corners;  // its points in the arena, as far as there was room
} sub_path;

static enum page_mark_shape shape_of(const sub_path *s) {
  if (s->curved || !s->axis_parallel) return PAGE_MARK_OTHER;
  double width = s->extent.x1 - s->extent.x0, height = s->extent.y1 - s->extent.y0;
  if (height <= line_thickness && width > 4 * height) return PAGE_MARK_HORIZONTAL;
  if (width <= line_thickness && height > 4 * width) return PAGE_MARK_VERTICAL;
  return s->points > 2 ? PAGE_MARK_RECTANGLE : PAGE_MARK_OTHER;
}

// Whether the points say more than the box: not of lines and rectangles, nor of small filled
// shapes, which are markers or letters.
static bool has_corners(const sub_path *s, const paint *p, enum page_mark_shape shape) {
  const double small = 12;
  if (shape != PAGE_MARK_OTHER && s->points <= 5) return false;
  return p->kind == PAGE_MARK_STROKE || s->extent.x1 - s->extent.x0 > small ||
         s->extent.y1 - s->extent.y0 > small;
}

static void note(const sub_path *s, const paint *p) {
  enum page_mark_shape shape = shape_of(s);
  page_mark *mark = s->points < 2 ? NULL : new_mark();
  if (!mark || !has_corners(s, p, shape) || tap.point_count - s->first < s->corners)
    tap.point_count = s->first;
  if (!mark) return;
  set_box(mark, s->extent);
  mark->clip_x0 = p->clip.x0;
  mark->clip_y0 = p->clip.y0;
  mark->clip_x1 = p->clip.x1;
  mark->clip_y1 = p->clip.y1;
  mark->line_width = p->line_width;
  mark->rgb = p->rgb;
  mark->alpha = p->alpha;
  mark->dash = p->dash;
  mark->points = s->points;
  mark->first = s->first;
  mark->corners = tap.point_count - s->first;
  mark->kind = p->kind;
  mark->shape = shape;
}

static void visit(sub_path *s, double x, double y) {
  const double tolerance = 0.05;
  if (s->points && fabs(x - s->x) > tolerance && fabs(y - s->y) > tolerance)
    s->axis_parallel = false;
  include(&s->extent, x, y);
  s->x = x;
  s->y = y;
  s->points++;
}

// Tiles of patterns and masks are drawn on surfaces of their own, with coordinates of their own.
static bool is_on_page(cairo_t *cr) { return cairo_get_target(cr) == tap.page; }

static void note_path(cairo_t *cr, enum page_mark_kind kind) {
  if (!is_on_page(cr)) {
    cairo_new_path(cr);
    return;
  }
  cairo_path_t *path = cairo_copy_path(cr);
  if (path->status == CAIRO_STATUS_SUCCESS) {
    const paint p = paint_of(cr, kind);
    sub_path s = {.extent = no_box, .axis_parallel = true, .first = tap.point_count};
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
      const cairo_path_data_t *element = &path->data[i];
      if (element->header.type == CAIRO_PATH_MOVE_TO) {
        note(&s, &p);
        s = (sub_path){.extent = no_box, .axis_parallel = true, .first = tap.point_count};
      }
      if (element->header.type == CAIRO_PATH_CURVE_TO) s.curved = true;
      for (int k = 1; k < element->header.length; k++) {
        double x = element[k].point.x, y = element[k].point.y;
        cairo_user_to_device(cr, &x, &y);
        visit(&s, x * tap.to_points, y * tap.to_points);
      }
      const bool closes = element->header.type == CAIRO_PATH_CLOSE_PATH;
      if (element->header.length > 1 && !closes) {
        keep_point(s.x, s.y);
        s.corners++;
      } else if (closes && tap.point_count > s.first) {
        keep_point(tap.points[s.first].x, tap.points[s.first].y);
        s.corners++;
      }
    }
    note(&s, &p);
  }
  cairo_path_destroy(path);
  cairo_new_path(cr);
}

static void note_box(box b, enum page_mark_kind kind) {
  page_mark *mark = new_mark();
  if (!mark) return;
  set_box(mark, b);
  mark->kind = kind;
  mark->shape = PAGE_MARK_RECTANGLE;
}

static void note_glyphs(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
  if (!is_on_page(cr)) return;
  const glyph_window window = glyph_window_of(cr);
  glyph_notes_add(cr, &window, glyphs, count);
  glyph_origins_note(cr, &window, glyphs, count, tap.to_points);
}

// cairo's own function behind the one defined here.
#define CAIRO(result, name, ...)                                    \
  static result (*name##_of_cairo)(__VA_ARGS__);                    \
  if (!name##_of_cairo)                                             \
    name##_of_cairo = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

void cairo_stroke(cairo_t *cr) {
  if (tap.open) {
    note_path(cr, PAGE_MARK_STROKE);
    return;
  }
  CAIRO(void, cairo_stroke, cairo_t *);
  cairo_stroke_of_cairo(cr);
}

void cairo_fill(cairo_t *cr) {
  if (tap.open) {
    note_path(cr, PAGE_MARK_FILL);
    return;
  }
  CAIRO(void, cairo_fill, cairo_t *);
  cairo_fill_of_cairo(cr);
}

// A form (an included figure) begins with a clip to its own box.
void cairo_clip(cairo_t *cr) {
  if (tap.open && is_on_page(cr)) {
    double x0, y0, x1, y1;
    cairo_path_extents(cr, &x0, &y0, &x1, &y1);
    note_box(page_box(cr, x0, y0, x1, y1), PAGE_MARK_CLIP);
  }
  CAIRO(void, cairo_clip, cairo_t *);
  cairo_clip_of_cairo(cr);
}

void cairo_show_glyphs(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
  if (tap.open) {
    note_glyphs(cr, glyphs, count);
    return;
  }
  CAIRO(void, cairo_show_glyphs, cairo_t *, const cairo_glyph_t *, int);
  cairo_show_glyphs_of_cairo(cr, glyphs, count);
}

void cairo_show_text_glyphs(cairo_t *cr, const char *utf8, int utf8_length,
                            const cairo_glyph_t *glyphs, int glyph_count,
                            const cairo_text_cluster_t *clusters, int cluster_count,
                            cairo_text_cluster_flags_t flags) {
  if (tap.open) {
    note_glyphs(cr, glyphs, glyph_count);
    return;
  }
  CAIRO(void, cairo_show_text_glyphs, cairo_t *, const char *, int, const cairo_glyph_t *, int,
        const cairo_text_cluster_t *, int, cairo_text_cluster_flags_t);
  cairo_show_text_glyphs_of_cairo(cr, utf8, utf8_length, glyphs, glyph_count, clusters,
                                  cluster_count, flags);
}

// A masked image: the clip in force is its box.
void cairo_mask(cairo_t *cr, cairo_pattern_t *pattern) {
  if (tap.open) {
    if (is_on_page(cr)) note_box(clip_box(cr), PAGE_MARK_IMAGE);
    return;
  }
  CAIRO(void, cairo_mask, cairo_t *, cairo_pattern_t *);
  cairo_mask_of_cairo(cr, pattern);
}

void cairo_paint(cairo_t *cr) {
  if (tap.open) return;
  CAIRO(void, cairo_paint, cairo_t *);
  cairo_paint_of_cairo(cr);
}

void cairo_paint_with_alpha(cairo_t *cr, double alpha) {
  if (tap.open) return;
  CAIRO(void, cairo_paint_with_alpha, cairo_t *, double);
  cairo_paint_with_alpha_of_cairo(cr, alpha);
}

// poppler asks for the matrix right before it decodes an image into a surface: the matrix maps
// the unit square to the image's place.
void cairo_get_matrix(cairo_t *cr, cairo_matrix_t *matrix) {
  if (tap.open) place_by(cr);
  CAIRO(void, cairo_get_matrix, cairo_t *, cairo_matrix_t *);
  cairo_get_matrix_of_cairo(cr, matrix);
}

// Decoding an image, or its mask, which comes first, is dear: note its box and hand out no surface.
cairo_surface_t *cairo_image_surface_create(cairo_format_t format, int width, int height) {
  CAIRO(cairo_surface_t *, cairo_image_surface_create, cairo_format_t, int, int);
  if (tap.open && tap.context && !(tap.asked_for_clip && format == CAIRO_FORMAT_ARGB32)) {
    note_box(page_box(tap.context, 0, 0, 1, 1), PAGE_MARK_IMAGE);
    return cairo_image_surface_create_of_cairo(CAIRO_FORMAT_INVALID, 0, 0);
  }
  return cairo_image_surface_create_of_cairo(format, width, height);
}
