#include "learned_cues.h"

static const learned_cue cues[] = {
#include "weights.inc"
};

const learned_cue *learned_cues(int32_t *count) {
  *count = sizeof cues / sizeof cues[0];
  return cues;
}

static const int16_t prior[LEARNED_LEANINGS] = {
#include "prior.inc"
};

const int16_t *learned_prior(void) { return prior; }
