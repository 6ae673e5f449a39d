"""The editor of forms: sections and questions as drafts, published as a whole."""
