"""What counts as an embedded medium of a page, of which kind, and where its caption is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from counterclaim.clean.addresses import web_address
from counterclaim.clean.page import Element
from counterclaim.model.document import LinkKind

_SMALL = 100  # pixels; portraits of authors, icons and counters are smaller


def _host(names: str) -> re.Pattern[str]:
    """Matches a host that is one of the domains, given as regular expressions, or lies under one."""
    return re.compile(rf"(?:^|\.)(?:{'|'.join(names.split())})$")


def _token(names: str) -> str:
    """Matches one of the names between separators, as they stand in paths and class names."""
    return rf"(?:^|[\s/_.-])(?:{'|'.join(names.split())})(?:$|[\s/_.?-])"


_VIDEO_HOST = _host(
    r"""
    youtube(?:-nocookie)?\.com youtu\.be vimeo\.com dailymotion\.com rumble\.com rutube\.ru
    twitch\.tv odysee\.com bitchute\.com jwplayer\.com jwplatform\.com brightcove\.net kaltura\.com
    streamable\.com
    """
)
_AUDIO_HOST = _host(
    r"""
    soundcloud\.com spotify\.com podcasts\.apple\.com audioboom\.com acast\.com megaphone\.fm
    omny\.fm simplecast\.com libsyn\.com buzzsprout\.com podbean\.com
    """
)
_NO_MEDIUM_HOST = _host(
    r"""
    googletagmanager\.com doubleclick\.net googlesyndication\.com google-analytics\.com
    scorecardresearch\.com taboola\.com outbrain\.com adnxs\.com amazon-adsystem\.com criteo\.\w+
    disqus\.com recaptcha\.net gravatar\.com quantserve\.com optimizely\.com staticxx\.facebook\.com
    """
)
_NO_MEDIUM_SUBDOMAIN = re.compile(r"^(?:ads?|pixel|track(?:ing|er)?|stats|pos|widgets?)\.")
_NO_MEDIUM_PATH = re.compile(
    "(?i)"
    + _token(
        """
    ads? adserver pixel tracking spacer blank transparent logo[a-z]* icons? avatars? sprite
    placeholder share social badge loader loading emoji recaptcha
    """
    )
    + r"|\.(?:svg|swf|js)$|/plugins/(?:like|share|follow)|^/connect/"
)
_POST = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed"
)
_FURNITURE = re.compile(
    "(?i)"
    + _token(
        """
    related recommend(?:ed|ations?)? promo teaser newsletter share sharing social avatar author
    byline logo icon sidebar comments? advert(?:isement)? ads? sponsor(?:ed)? most-?(?:read|popular)
    trending outbrain taboola nav menu footer breadcrumbs? cookie banner more-?(?:stories|news)
    read-?(?:more|next)
    """
    )
)
_OUTSIDE = {"nav", "footer", "aside", "button", "form", "menu"}
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "src")


@dataclass(frozen=True, slots=True)
class Medium:
    """An embedded medium; `framed` says that the page sets it off: a figure, a player, a post."""

    url: str
    kind: LinkKind
    framed: bool


def medium_of(element: Element, base: str | None) -> Medium | None:
    """The medium that an element embeds, or None: no medium, a decoration, or page furniture."""
    tag = element.tag
    if tag == "img":
        found = _image(element, base)
    elif tag in {"video", "audio"}:
        found = _player(element, base)
    elif tag in {"iframe", "embed", "object"}:
        found = _frame(element, base)
    elif tag == "blockquote" and _POST.search(element.get("class", "")):
        found = _post(element, base)
    elif tag == "script" and element.get("data-telegram-post"):
        found = _medium(f"https://t.me/{element.get('data-telegram-post')}", base, LinkKind.EMBED)
    else:
        return None
    return None if found is None or _is_furniture(element) else found


def caption_of(element: Element) -> Element | None:
    """The element that holds the caption of a medium, or the post itself; None if there is none."""
    if element.tag == "blockquote":
        return element
    figure = next(element.iterancestors("figure"), None)
    return None if figure is None else next(figure.iter("figcaption"), None)


def _medium(href: str | None, base: str | None, kind: LinkKind, *, framed: bool = True) -> Medium | None:
    url = web_address(href, base) if href else None
    if url is None:
        return None
    parts = urlsplit(url)
    host = parts.hostname or ""
    if (
        _NO_MEDIUM_HOST.search(host)
        or _NO_MEDIUM_SUBDOMAIN.search(host)
        or _NO_MEDIUM_PATH.search(parts.path)
    ):
        return None
    return Medium(url, kind, framed)


def _image(element: Element, base: str | None) -> Medium | None:
    if _is_small(element):
        return None
    in_figure = next(element.iterancestors("figure", "picture"), None) is not None
    anchor = next(element.iterancestors("a"), None)
    if anchor is not None and not in_figure and not _is_image_file(anchor.get("href", "")):
        return None  # the thumbnail of another article
    candidates = [element.get(name) for name in _LAZY] + [_largest(element)]
    href = next((found for found in candidates if found and not found.strip().startswith("data:")), None)
    return _medium(href, base, LinkKind.IMAGE, framed=in_figure)


def _largest(element: Element) -> str | None:
    """The last, largest, picture of a `srcset`."""
    stated = element.get("srcset") or element.get("data-srcset") or ""
    words = stated.split(",")[-1].split() if "," in stated else stated.split()
    return words[0] if words else None


def _player(element: Element, base: str | None) -> Medium | None:
    kind = LinkKind.VIDEO if element.tag == "video" else LinkKind.AUDIO
    sources = [
        element.get("src"),
        element.get("data-src"),
        *(source.get("src") for source in element.iter("source")),
    ]
    return next((found for href in sources if (found := _medium(href, base, kind))), None)


def _frame(element: Element, base: str | None) -> Medium | None:
    if _is_small(element):
        return None
    href = element.get("src") or element.get("data-src") or element.get("data")
    found = _medium(href, base, LinkKind.EMBED)
    return (
        None
        if found is None
        else Medium(found.url, _frame_kind(found.url, element.get("title", "")), framed=True)
    )


def _frame_kind(url: str, title: str) -> LinkKind:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _VIDEO_HOST.search(host) or re.search(r"(?i)\bvideo\b", f"{parts.path} {title}"):
        return LinkKind.VIDEO
    if _AUDIO_HOST.search(host) or re.search(r"(?i)\b(?:audio|podcast)\b", f"{parts.path} {title}"):
        return LinkKind.AUDIO
    return LinkKind.EMBED


def _post(element: Element, base: str | None) -> Medium | None:
    """A post: its permanent link is stated, or is the last one in it."""
    stated = element.get("data-instgrm-permalink") or element.get("cite")
    links = [anchor.get("href") for anchor in element.iter("a") if anchor.get("href")]
    return _medium(stated or (links[-1] if links else None), base, LinkKind.EMBED)


def _is_image_file(url: str) -> bool:
    return re.search(r"(?i)\.(?:jpe?g|png|webp|gif|avif)$", urlsplit(url).path) is not None


def _is_small(element: Element) -> bool:
    sides = [re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", element.get(side, "")) for side in ("width", "height")]
    return any(side is not None and int(side.group(1)) < _SMALL for side in sides)


def _is_furniture(element: Element) -> bool:
    """Whether an element stands in a part of the page that is no article."""
    for holder in (element, *element.iterancestors()):
        if holder.tag in {"article", "main", "body"}:
            return False
        if holder.tag in _OUTSIDE or _FURNITURE.search(f"{holder.get('class', '')} {holder.get('id', '')}"):
            return True
    return False
