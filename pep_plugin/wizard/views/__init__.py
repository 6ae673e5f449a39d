"""The screens of filling in, one subject a file. They only translate."""
