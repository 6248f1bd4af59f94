#include "page_tap.h"
int page_tap_placeholder(void) { return 0; }
