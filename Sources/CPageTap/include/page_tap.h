#ifndef ARAC_PAGE_TAP_H
#define ARAC_PAGE_TAP_H
int page_tap_placeholder(void);
#endif
