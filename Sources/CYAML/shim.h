#ifndef ARAC_CYAML_SHIM_H
#define ARAC_CYAML_SHIM_H
#include <yaml.h>
#endif
