from django.core.checks import run_checks


def found(**_kwargs):
    return {message.id for message in run_checks(tags=["pep_plugin"])}


def test_the_sandbox_passes():
    assert found() == set()


def test_files_inside_the_media_root_are_an_error(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "pep_private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "private"},
        },
    }
    assert found() == {"pep_plugin.E002"}


def test_no_private_storage_is_an_error(settings):
    settings.STORAGES = {k: v for k, v in settings.STORAGES.items() if k != "pep_private"}
    assert found() == {"pep_plugin.E001"}


def test_a_public_only_installation_needs_none(settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "PARTS": "public"}
    settings.STORAGES = {k: v for k, v in settings.STORAGES.items() if k != "pep_private"}
    assert found() == set()


def test_a_host_that_refuses_long_pages_is_told(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
    assert found() == {"pep_plugin.E003"}
