// Weights of words and places, learned from sentences that readers marked (`scripts/learn-cues`).
#ifndef LEARNED_CUES_H
#define LEARNED_CUES_H

#include <stdint.h>

// For each part that a sentence may play, in the order of `Atom.Leaning`.
enum { LEARNED_LEANINGS = 8 };

typedef struct {
  uint64_t key;  // of a word, a pair of words or a place (`SentenceFeature.key`)
  int8_t weights[LEARNED_LEANINGS];  // in sixteenths of a nat
} learned_cue;

// Ascending by key; `count` becomes how many.
const learned_cue *learned_cues(int32_t *count);

// What speaks for each part before a sentence is looked at, in sixteenths of a nat: LEARNED_LEANINGS numbers.
const int16_t *learned_prior(void);

#endif
