"""The platform: settings, the kernel, operations and the localisation workflow."""
