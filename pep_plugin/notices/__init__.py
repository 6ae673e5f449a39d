"""Messages: invitations and links. One person each, and nothing about a child in any of them."""
