#ifndef ARAC_POPPLER_ON_DEMAND_H
#define ARAC_POPPLER_ON_DEMAND_H

// Loads poppler, cairo and GLib, and with them some forty libraries: half of what it takes to start,
// which is of no use where no PDF is read. Before this none of their functions may be called. Returns
// NULL, or why it cannot be done.
const char *arac_load_poppler(void);

#endif
