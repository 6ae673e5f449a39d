"""Signing in and out, a new passphrase for who forgot it, and the second step.

Only what this council offers: nobody signs up, and nobody changes their address here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as spare_codes
from allauth.mfa.totp import views as app
from django.contrib.auth.views import LogoutView
from django.urls import path, re_path
from django.views.generic import TemplateView

from council.accounts.views import admin_sign_in

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-in/code/", second_step.authenticate, name="mfa_authenticate"),
    # By POST only; allauth's own would show a page on GET.
    path("sign-out/", LogoutView.as_view(next_page="signed_out"), name="account_logout"),
    path(
        "signed-out/",
        TemplateView.as_view(template_name="account/signed_out.html"),
        name="signed_out",
    ),
    path("sign-in/forgotten/", account.password_reset, name="account_reset_password"),
    path(
        "sign-in/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"
    ),
    re_path(
        r"^sign-in/new-passphrase/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/new-passphrase/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("account/", second_step.index, name="mfa_index"),
    path("account/passphrase/", account.password_change, name="account_change_password"),
    path("account/passphrase/again/", account.reauthenticate, name="account_reauthenticate"),
    path("account/code/again/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("account/app/", app.activate_totp, name="mfa_activate_totp"),
    path("account/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/spare-codes/", spare_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/spare-codes/new/",
        spare_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/spare-codes/file/",
        spare_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    # Wagtail's own page asks for no second step and counts no attempts: there is one way in.
    path("admin/login/", admin_sign_in, name="admin_sign_in"),
]
