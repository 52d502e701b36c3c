"""Persian: the Gregorian calendar of public bodies in Budapest."""

DATETIME_FORMAT = "j F Y، G:i"
NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = "٬"
DECIMAL_SEPARATOR = "٫"
