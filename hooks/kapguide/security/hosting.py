"""Write the headers of a site as its host wants them.

As `_headers` for Netlify and Cloudflare Pages, and as files for nginx and Caddy;
the same on every run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kapguide.security.inline import Inline
from kapguide.security.policy import REFERRER, make_policy

_UNUSED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "usb"),
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
        "Referrer-Policy": REFERRER,
        # Not for sub-domains: other sites of the clinic may have no https yet.
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    }
)
"""Beside the policy, on every answer.

No Cross-Origin-Resource-Policy: all is public, and other sites may show share.png.
"""

KEPT = "public, max-age=31536000, immutable"
ASKED = "no-cache"
_NAMED = r"\.[0-9a-f]{8}\.min\.(?:css|js)(?:\.map)?$"
"""The theme's files, whose names hold a hash of their content; not `plan.20261122.pdf`."""
_PACKED = (
    *("application/javascript", "application/json", "application/xml", "image/svg+xml"),
    *("text/css", "text/javascript", "text/plain"),
)

_FIRST = """\
# Security and caching headers for {host}. Each build makes this file anew,
# for the policy names the pages' inline scripts by hash: after each update of
# the site, take it over again and reload the server."""


def make_hosting(inline: Inline, files: Iterable[str]) -> dict[str, str]:
    """Return the files, by path in the site."""
    headers = {"Content-Security-Policy": make_policy(inline, header=True), **HEADERS}
    return {
        "_headers": _for_static_hosts(headers, files),
        "hosting/nginx.conf": _for_nginx(headers),
        "hosting/Caddyfile": _for_caddy(headers),
    }


def _for_static_hosts(headers: Mapping[str, str], files: Iterable[str]) -> str:
    """Write what Netlify and Cloudflare Pages read.

    Both have browsers ask again for what no rule names, and both join the values
    of a header that two rules give: only files that are kept get a rule.
    """
    kept = {"Cache-Control": KEPT}
    rules = {"/*": headers} | {
        f"/{name}": kept for name in sorted(files) if re.search(_NAMED, name)
    }
    blocks = (
        "\n".join([path, *(f"  {name}: {value}" for name, value in values.items())])
        for path, values in rules.items()
    )
    return "\n".join(blocks) + "\n"


def _for_nginx(headers: Mapping[str, str]) -> str:
    added = "\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
    return f"""\
{_FIRST.format(host="nginx")}
#
#     server {{
#         server_name guide.example.org;
#         root /var/www/guide;
#         include /etc/nginx/snippets/guide.conf;  # a copy of this file
#     }}
#
# A `location` of your own that has an add_header loses all of these: nginx
# then passes none on to it.

index index.html;
charset utf-8;
error_page 404 /404.html;

{added}

set $kapguide_caching "{ASKED}";
if ($uri ~ "{_NAMED}") {{
    set $kapguide_caching "{KEPT}";
}}
# Without "always": what is missing is not kept.
add_header Cache-Control $kapguide_caching;

gzip on;
gzip_comp_level 6;  # nginx's own is 1, with which our pages are a sixth heavier
gzip_vary on;
gzip_types {" ".join(_PACKED)};
"""


def _for_caddy(headers: Mapping[str, str]) -> str:
    added = "\n".join(f'    {name} "{value}"' for name, value in headers.items())
    return f"""\
{_FIRST.format(host="Caddy")}
#
#     guide.example.org {{
#         root * /var/www/guide
#         import /etc/caddy/guide  # a copy of this file
#         file_server
#     }}

header {{
{added}
}}

@kept {{
    path_regexp {_NAMED}
    file
}}
@asked {{
    not {{
        path_regexp {_NAMED}
    }}
}}
header @kept Cache-Control "{KEPT}"
header @asked Cache-Control "{ASKED}"

encode gzip

handle_errors {{
    rewrite * /404.html
    file_server
}}
"""
