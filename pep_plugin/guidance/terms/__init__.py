"""The terms and their last days to send, which a council sets itself."""
