"""All pages in all languages: how they stand, how much there is to do, what is urgent."""
