"""The screens of this room: each translates a request, asks, and draws."""
