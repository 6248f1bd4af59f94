#ifndef ARAC_CSANDBOX_H
#define ARAC_CSANDBOX_H
int arac_placeholder(void);
#endif
