"""What every response of ours carries, whatever host, cache or middleware it passes."""

from django.http import HttpResponseBase

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PRIVATE = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nosnippet, noarchive",
}


def harden(response: HttpResponseBase, *, private: bool) -> HttpResponseBase:
    """Set our headers, over whatever stood there; private responses are never kept or indexed.

    A response that shuts itself into a sandbox, as a file from a stranger does, stays there. A
    public page that stands in the council's own template brings the policy that fits it.
    """
    policy = response.get("Content-Security-Policy", "")
    for name, value in {**_ALWAYS, **(_PRIVATE if private else {})}.items():
        response[name] = value
    if policy.startswith("sandbox;"):
        response["Content-Security-Policy"] = f"{policy}; frame-ancestors 'none'"
    elif policy and not private:
        response["Content-Security-Policy"] = policy
    if private:
        # A validator would let a shared cache answer for us.
        for name in ("ETag", "Last-Modified", "Expires"):
            if response.has_header(name):
                del response[name]
    return response
