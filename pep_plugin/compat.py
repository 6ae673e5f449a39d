"""What differs between Wagtail 7.4 and 8.0, in one place."""

from wagtail import VERSION

WAGTAIL_8 = VERSION >= (8, 0)
