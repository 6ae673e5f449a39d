"""Signing in and out, outside Wagtail's admin, and a new passphrase for who forgot it."""

from django.contrib.auth import views as auth
from django.urls import path, reverse_lazy
from django.views.generic import TemplateView

from council.home.sign_in import ForgottenForm, NewPassphraseForm, SignInForm

urlpatterns = [
    path(
        "sign-in/",
        auth.LoginView.as_view(
            template_name="sign_in/sign_in.html", authentication_form=SignInForm
        ),
        name="sign_in",
    ),
    path("sign-out/", auth.LogoutView.as_view(next_page="signed_out"), name="sign_out"),
    path(
        "signed-out/",
        TemplateView.as_view(template_name="sign_in/signed_out.html"),
        name="signed_out",
    ),
    path(
        "sign-in/forgotten/",
        auth.PasswordResetView.as_view(
            template_name="sign_in/forgotten.html",
            form_class=ForgottenForm,
            subject_template_name="sign_in/forgotten_subject.txt",
            email_template_name="sign_in/forgotten_message.txt",
            success_url=reverse_lazy("forgotten_sent"),
        ),
        name="forgotten",
    ),
    path(
        "sign-in/forgotten/sent/",
        auth.PasswordResetDoneView.as_view(template_name="sign_in/forgotten_sent.html"),
        name="forgotten_sent",
    ),
    # The name is Django's: its own pages link to it.
    path(
        "sign-in/new-passphrase/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(
            template_name="sign_in/new_passphrase.html",
            form_class=NewPassphraseForm,
            success_url=reverse_lazy("new_passphrase_done"),
        ),
        name="password_reset_confirm",
    ),
    path(
        "sign-in/new-passphrase/done/",
        auth.PasswordResetCompleteView.as_view(template_name="sign_in/new_passphrase_done.html"),
        name="new_passphrase_done",
    ),
]
