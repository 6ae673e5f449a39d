"""The editor of forms: drafts, previews, publishing."""
