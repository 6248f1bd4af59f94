#include "csandbox.h"
int arac_placeholder(void) { return 0; }
