#include "lost_signs.h"

#include <cairo-ft.h>
#include <cairo.h>
#include <math.h>

#include "glyph_origins.h"
#include "glyph_origins_note.h"

#include FT_FREETYPE_H

// The names that Computer Modern and the fonts made after it have for their signs at the codes 0, 9
// to 13 and 32: poppler takes the code for the text where it does not know the name.
static const struct {
  const char *name;
  uint32_t scalar;
  bool is_tall;
} signs_by_name[] = {
    {"circleminus", 0x2296, false},      {"circledivide", 0x2298, false},
    {"circledot", 0x2299, false},        {"circlecopyrt", 0x25EF, false},
    {"bracerightbig", '}', true},        {"angbracketleftbig", 0x27E8, true},
    {"angbracketrightbig", 0x27E9, true}, {"vextendsingle", '|', true},
    {"vextenddouble", 0x2225, true},     {"parenleftBigg", '(', true},
    {"parenleftbig", '(', true},
};

enum { names = sizeof signs_by_name / sizeof *signs_by_name };

// The glyphs of a font by the names above, 0 where it has none.
typedef struct {
  const cairo_font_face_t *face;
  FT_UInt glyphs[names];
  bool any;
} sign_font;

// More fonts than a page has; what is beyond them is looked up again.
enum { most_fonts = 64 };

static sign_font look_up(cairo_font_face_t *face, cairo_scaled_font_t *font) {
  sign_font found = {.face = face};
  FT_Face inner = cairo_ft_scaled_font_lock_face(font);
  if (!inner) return found;
  for (int i = 0; i < names && FT_HAS_GLYPH_NAMES(inner); i++) {
    found.glyphs[i] = FT_Get_Name_Index(inner, (FT_String *)signs_by_name[i].name);
    found.any = found.any || found.glyphs[i] != 0;
  }
  cairo_ft_scaled_font_unlock_face(font);
  return found;
}

typedef struct {
  sign_font fonts[most_fonts];
  size_t count;
} known_fonts;

static const sign_font *known(const known_fonts *fonts, const cairo_font_face_t *face) {
  for (size_t i = 0; i < fonts->count; i++)
    if (fonts->fonts[i].face == face) return &fonts->fonts[i];
  return NULL;
}

static lost_sign described(size_t origin, int name, cairo_scaled_font_t *font, FT_UInt glyph,
                           const glyph_run *run) {
  cairo_glyph_t single = {.index = glyph};
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents(font, &single, 1, &extents);
  double x = extents.x_advance, y = extents.y_advance;
  cairo_matrix_transform_distance(&run->to_device, &x, &y);
  double top_x = 0, top = extents.y_bearing, ink_x = 0, ink = extents.height;
  cairo_matrix_transform_distance(&run->to_device, &top_x, &top);
  cairo_matrix_transform_distance(&run->to_device, &ink_x, &ink);
  double rise_x = run->font.xy, rise_y = run->font.yy;
  cairo_matrix_transform_distance(&run->to_device, &rise_x, &rise_y);
  return (lost_sign){
      .origin = origin,
      .scalar = signs_by_name[name].scalar,
      .is_tall = signs_by_name[name].is_tall,
      .advance = (float)(hypot(x, y) * run->to_points),
      .top = (float)(fmin(top, top + ink) * run->to_points),
      .bottom = (float)(fmax(top, top + ink) * run->to_points),
      .size = (float)(hypot(rise_x, rise_y) * run->to_points),
  };
}

// Those of the glyphs from `first` to before `end`, which are of one font.
static size_t find_in_run(const glyph_run *run, size_t first, size_t end, const bool *is_read,
                          known_fonts *fonts, lost_sign *signs, size_t capacity) {
  if (cairo_font_face_get_type(run->face) != CAIRO_FONT_TYPE_FT) return 0;
  const sign_font *seen = known(fonts, run->face);
  if (seen && !seen->any) return 0;
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_scaled_font_t *font =
      cairo_scaled_font_create(run->face, &run->font, &run->to_device, options);
  cairo_font_options_destroy(options);
  size_t found = 0;
  if (cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS) {
    sign_font own = seen ? *seen : look_up(run->face, font);
    if (!seen && fonts->count < most_fonts) fonts->fonts[fonts->count++] = own;
    const glyph_origin *origins;
    glyph_origins_noted(&origins);
    for (size_t i = first; i < end && found < capacity && own.any; i++) {
      if (is_read[i] || origins[i].glyph == 0) continue;
      for (int name = 0; name < names; name++) {
        if (own.glyphs[name] != origins[i].glyph) continue;
        signs[found++] = described(i, name, font, own.glyphs[name], run);
        break;
      }
    }
  }
  cairo_scaled_font_destroy(font);
  return found;
}

size_t lost_signs_find(const bool *is_read, lost_sign *signs, size_t capacity) {
  const glyph_origin *origins;
  const glyph_run *runs;
  size_t count = glyph_origins_noted(&origins), run_count = glyph_runs_noted(&runs), found = 0;
  known_fonts fonts;
  fonts.count = 0;
  for (size_t i = 0; i < run_count && found < capacity; i++) {
    size_t end = i + 1 < run_count ? runs[i + 1].first : count;
    size_t first = runs[i].first;
    while (first < end && is_read[first]) first++;
    if (first < end)
      found += find_in_run(&runs[i], first, end, is_read, &fonts, signs + found, capacity - found);
  }
  return found;
}
