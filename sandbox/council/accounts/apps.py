"""The app holds no model: allauth has them."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "council.accounts"
    label = "council_accounts"
