// The glyphs of a font by their names.
//
// Poppler asks each embedded font for the glyph of every name of an encoding, and FreeType compares
// each of them with all names of the font. Here they are hashed when the first one is asked for, and
// the font keeps the table as long as it lives.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <ft2build.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include FT_FREETYPE_H
#include FT_FONT_FORMATS_H

// Longer names are left to FreeType.
enum { longest = 128 };

typedef struct {
  uint32_t hash;
  FT_UInt glyph_and_one;  // 0 where the place is free
} slot;

// A place that is taken sends on to the next one. At most half are taken.
typedef struct {
  size_t mask;
  slot slots[];
} name_table;

static uint32_t hash_of(const char *name) {
  uint32_t hash = 0x811C9DC5;
  for (; *name; name++) hash = (hash ^ (uint8_t)*name) * 0x01000193;
  return hash;
}

static void free_table(void *object) {
  FT_Face face = object;
  free(face->generic.data);
  face->generic.data = NULL;
}

static name_table *made_for(FT_Face face) {
  size_t size = 16;
  while (size < 2 * (size_t)face->num_glyphs) size *= 2;
  name_table *table = calloc(1, sizeof *table + size * sizeof(slot));
  if (!table) return NULL;
  table->mask = size - 1;
  char name[longest];
  for (FT_Long glyph = 0; glyph < face->num_glyphs; glyph++) {
    if (FT_Get_Glyph_Name(face, (FT_UInt)glyph, name, sizeof name)) continue;
    uint32_t hash = hash_of(name);
    size_t at = hash & table->mask;
    while (table->slots[at].glyph_and_one) at = (at + 1) & table->mask;
    table->slots[at] = (slot){hash, (FT_UInt)glyph + 1};
  }
  return table;
}

// NULL where FreeType has to look: the font's data is another's, its names are those of more glyphs
// than a font of a paper has, or its names do not number its glyphs.
static const name_table *names_of(FT_Face face) {
  enum { most = 16384 };
  if (face->generic.finalizer == free_table) return face->generic.data;
  if (face->generic.data || face->generic.finalizer || face->num_glyphs <= 0 ||
      face->num_glyphs > most || !FT_HAS_GLYPH_NAMES(face))
    return NULL;
  const char *format = FT_Get_Font_Format(face);
  if (!format || (strcmp(format, "Type 1") && strcmp(format, "CFF"))) return NULL;
  face->generic.data = made_for(face);
  if (face->generic.data) face->generic.finalizer = free_table;
  return face->generic.data;
}

FT_UInt FT_Get_Name_Index(FT_Face face, const FT_String *name) {
  const name_table *table =
      face && name && strlen(name) < longest - 1 ? names_of(face) : NULL;
  if (!table) {
    static FT_UInt (*of_freetype)(FT_Face, const FT_String *);
    if (!of_freetype)
      of_freetype = (FT_UInt(*)(FT_Face, const FT_String *))dlsym(RTLD_NEXT, "FT_Get_Name_Index");
    return of_freetype(face, name);
  }
  uint32_t hash = hash_of(name);
  char found[longest];
  // Of glyphs with one name the first comes first.
  for (size_t at = hash & table->mask; table->slots[at].glyph_and_one; at = (at + 1) & table->mask) {
    FT_UInt glyph = table->slots[at].glyph_and_one - 1;
    if (table->slots[at].hash == hash && !FT_Get_Glyph_Name(face, glyph, found, sizeof found) &&
        !strcmp(found, name))
      return glyph;
  }
  return 0;
}
