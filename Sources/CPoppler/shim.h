#ifndef ARAC_CPOPPLER_SHIM_H
#define ARAC_CPOPPLER_SHIM_H
#include <cairo.h>
#include <poppler.h>
#endif
