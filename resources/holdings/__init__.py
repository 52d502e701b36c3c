"""What the types of the library share: publications and every other holding."""
