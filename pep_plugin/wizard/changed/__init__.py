"""What has changed since last time: where answers came from, and confirming them together."""
