"""The forms that leftovers of web pages take.

A form describes a whole line that speaks to the reader about the page itself:
where the text goes on, how to share, log in, comment or subscribe, who owns the
picture.  They are forms of speech, not a list of lines met somewhere; a line is
a leftover only if one form covers all of it.

`CLOSED` forms say the same wherever they stand, one or several in a row;
`NOTICES` are sentences about rights, cookies and the machine.  Both are looked
for inside a running text too.  `OPEN` forms have room for a name or a topic,
`LABELS` are single words or rows of them, credits name who made a picture;
these three count only as a line of their own.

Tried on 174,447 headlines, sentences and feed lines of the shared corpora, each taken
for a line: read one by one, what has a form held no sentence of a news article.
"""

from __future__ import annotations

import re

_PIECE = r"(?:text|article|story|post|report|content|page|column|interview|piece)"
_THIS = r"(?:this|the|our|an?)"
_MEDIUM = (
    r"(?:video|clip|live ?stream|podcast|audio|gallery|slideshow|photos?|interview|episode|recording|footage)"
)
_EMBEDDED = (
    r"(?:tweets?|x post|posts?|videos?|clips?|photos?|pictures?|images?|gallery|slideshow|maps?|charts?|"
    r"graph(?:ic)?s?|"
    r"infographics?|tables?|ads?|adverts?|advertisements?|sponsor(?:ed)? message|links?|embeds?|newsletter|"
    r"promotion|break|box|audio|podcast|player|poll|quiz|form|fold|jump|recommendations?|illustrations?)"
)
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|youtube|reddit|pinterest|tumblr|tiktok|"
    r"viber|"
    r"messenger|flipboard|pocket|threads|bluesky|mastodon|google news|google\+|apple news|snapchat|vk|rss)"
)
_SERVICE = (
    r"(?:newsletters?|e-?mails?|inbox|alerts?|notifications?|briefings?|digests?|bulletins?|updates|"
    r"podcasts?|"
    r"channels?|apps?|mailing list|feed|account|subscribers?|membership)"
)
_AGENCY = (
    r"(?:getty|reuters|afp|ap|epa(?:-efe)?|efe|dpa|ansa|tass|ria novosti|sputnik|xinhua|upi|bloomberg|"
    r"shutterstock|istock(?:photo)?|alamy|pa(?: wire| media)?|anp|belga|imago|unsplash|flickr|nurphoto|"
    r"wikimedia(?: commons)?|anadolu(?: agency)?|zuma(?: press)?|(?:the )?associated press)"
)
_FOOT = r"(?:about(?: us)?|contact(?: us)?|privacy|imprint|terms|jobs|help|mail|print|share|save|comment)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


COMMENT_FORM = _any(
    r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)(?: cancel reply)?",
    r"join the (?:conversation|discussion|debate)",
    r"your e-?mail(?: address)? will not be (?:published|shared|made public)",
)
"""What stands over the form in which readers comment: the end of the article."""

CLOSED = _any(
    COMMENT_FORM.pattern,
    # where the text goes on
    rf"(?:the |this )?(?:rest of the )?{_PIECE} (?:continues|continued|resumes|goes on) "
    rf"(?:below|(?:below|after|under|underneath|beneath) (?:(?:the|this|our|these|"
    rf"an?) )?(?:[\w-]+ )?{_EMBEDDED})",
    rf"(?:continue|keep) (?:reading|scrolling)(?: (?:below|the main story|{_THIS} {_PIECE}|for more))?",
    r"scroll down (?:for|to)(?: [\w-]+){1,5}",
    # comments
    r"required fields are marked \*?",
    r"save my name, e-?mail,? and website in this browser for the next time I comment",
    r"notify me of (?:new posts|follow-?up comments)(?: by e-?mail)?",
    r"(?:you must be|please|you need to be) (?:log|sign)(?:ged|ed)? in to (?:post|leave|add|write) a comment",
    r"(?:log|sign) in (?:or register )?to (?:comment|reply|(?:post|leave|add|write) a comment)",
    r"comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)(?: (?:for|on) this \w+)?",
    r"this site uses akismet to reduce spam",
    r"learn how your comment data is processed",
    # moving about in the page
    r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|article|menu|search)",
    r"(?:go )?back to (?:the )?(?:top(?: of (?:the )?page)?|home ?page|main page|all news)",
    # rights
    r"all rights reserved",
    r"you can unsubscribe at any time",
)

NOTICES = _any(
    rf"(?:this|the) (?:material|{_PIECE}|site|website)s? may not be (?:published|reproduced|broadcast|copied)"
    r"(?:, [\w-]+)*(?:,? (?:or|and) \w+)?(?: without .{1,60})?",
    # the machine speaks
    r"(?:this|your) browser does not support .{1,60}",
    r"(?:please )?(?:enable|turn on|activate) javascript(?: .{1,60})?",
    r"(?:sorry|unfortunately), this (?:video|content|page|article) is (?:not|"
    r"no longer) available(?: .{1,40})?",
    r"this (?:site|page|form) is protected by recaptcha.{0,120}",
    rf"{_THIS} (?:site|website|page)s? uses? (?:its own |third-party )*cookies(?: .{{1,140}})?",
    r"we (?:and our partners )?use cookies(?: .{1,140})?",
    r"by (?:continuing|clicking|using|signing up|subscribing|registering|browsing)\b.{0,80}"
    r"\byou (?:agree|consent|accept)\b.{0,100}",
)

OPEN = _any(
    # comments
    r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response) to .{1,60}",
    r"(?:name|e-?mail|website|comment)(?: address)? ?(?:\*|\(required\)|\(optional\))",
    # more to read
    r"read (?:more|also|next|on|the full|full|the rest|the original|the whole)\b.{0,140}",
    r"(?:also|see also|more|related|recommended|don['’]t miss|must read|up next|"
    r"watch also)(?: read)? ?:.{0,140}",
    r"(?:see|view|show|load|get|find|browse|explore) (?:more|all|less|full|the full|other)\b.{0,60}",
    r"(?:related|recommended|suggested|similar|popular|latest|recent|trending|featured|top|more|other|"
    r"further)"
    r" (?:articles?|stories|content|topics?|posts?|news|links?|coverage|reading|videos?|headlines)"
    r"(?: (?:from|on|about|for|in|by) .{1,60}|:.{0,120})?",
    r"(?:most|more) (?:read|popular|viewed|shared|commented|recent|discussed|watched)(?: .{1,30})?",
    r"more (?:on|about) this (?:story|topic|subject|article)|more from (?:this|our|around|the) .{1,40}",
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in).{0,60}",
    r"(?:recommended|picked|selected) for you|what to read next|in this (?:article|story)",
    r"editor['’]?s['’]? picks?|(?:previous|next|older|newer) (?:article|story|post|page|entry)s?.{0,120}",
    # do something on the page
    r"(?:please )?(?:click|tap|press) (?:here|below|on the .{1,40}|the .{1,40} (?:button|link|"
    r"icon))(?: .{1,120})?",
    rf"(?:share|tweet|pin|print|e-?mail|save|bookmark|forward|download|listen to|copy)(?: {_THIS})?"
    rf" (?:{_PIECE}|video|photo|gallery|link|url|pdf)(?: (?:on|via|with|by|to|as) .{{1,60}})?",
    rf"share (?:this )?(?:on|via|with|by|to) (?:{_NETWORK}|e-?mail|(?:your )?friends).{{0,60}}|share this",
    rf"(?:watch|listen to|see|view|play|hear) (?:{_THIS} )?(?:full |latest )?{_MEDIUM}"
    r"(?: (?:above|below|here)| of .{1,80} (?:above|below|here))",
    # stay with the outlet
    rf"(?:follow|like|find|join|connect with|watch|add)(?: .{{1,60}})? on {_NETWORK}(?:[ :,@].{{0,80}})?",
    r"follow (?:us|me)(?: (?:on|at|for|via|elsewhere|everywhere|here|now|today)\b.{0,60})?",
    r"follow (?:@\w+|.{1,60} (?:at|on)? ?@\w+)(?: .{0,60})?",
    rf"(?:sign up|subscribe|register|join|opt in)\b.{{0,80}}\b{_SERVICE}\b.{{0,80}}",
    r"(?:sign up|subscribe|register|log ?in|sign ?in)(?: (?:now|here|today|free|for free|below))*",
    r"subscribe (?:to|for|via|on) .{1,60}",
    rf"(?:get|receive|want) .{{1,80}} (?:in|to|delivered to|by|"
    rf"via) (?:your )?(?:e-?mail )?{_SERVICE}.{{0,60}}",
    r"download (?:the|our) .{0,40}\bapp\b.{0,60}",
    r"for more(?: (?:news|stories|information|from|on)\b.{1,60})?(?:,| -) ?"
    r"(?:visit|follow|sign up|download|click|go to|see)\b.{1,80}",
    r"already (?:a |have an )?(?:subscriber|member|registered|account).{0,60}|"
    r"forgot(?:ten)? (?:your )?password\??",
    r"(?:create|open) (?:a|an|your) (?:free )?account(?: .{1,60})?",
    r"(?:subscribe|register|log in|sign in) to (?:continue|read|keep reading).{0,60}",
    rf"(?:this|the) {_PIECE} is (?:only )?(?:for|available to) (?:\w+ )?(?:subscribers|members)(?: only)?",
    # rights and notices
    r"(?:©|\(c\)|copyright(?=.{0,20}(?:©|\d{4}))).{0,120}|.{0,80}\ball rights reserved",
    r"(?:accept|manage|reject|allow)(?: all)? cookies",
    r"(?:cookie|privacy) (?:policy|settings|notice|preferences|statement)",
    r"terms (?:of (?:use|service)|and conditions|& conditions)|do not sell my (?:personal )?info(?:rmation)?",
    # tags and reading time
    r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|more on) ?:.{0,200}|"
    r"filed under .{1,80}",
    r"\d+[- ]?min(?:ute)?s?(?: read)?|(?:estimated )?reading time:? .{1,30}",
    r"(?:[\w ]{2,24} ?\| ?)?\d+ min(?:ute)?s? read(?: ?\| ?.{1,40})?",
    # where one is, and what may be done there
    r"home(?: ?[/>»›] ?[^/>»›]{2,120})+",
    r"back to (?:the )?(?:all [\w ]{3,40}|overview|list|archive|front ?page|start ?page)",
    r"report (?:an? |this )?(?:error|mistake|typo|correction|comment|abuse)(?: .{1,40})?",
    r"sort(?:ed)? by:? .{2,40}|be the first to (?:comment|reply|respond|share)(?: .{1,40})?",
    r"(?:log|sign) in to (?:respond|react|join|vote)(?: .{1,40})?|respond|enlarge",
    r"you(?: have|['’]ve) (?:read|reached|used) .{1,40} free (?:articles?|stories)\b.{0,60}",
    r"get (?:our|the) (?:free )?[\w ]{0,20}newsletters?\b.{0,60}",
    r"subscribe (?:now )?(?:and|for)\b.{1,80}",
    r"(?:advertisement )?[-–—|] ?(?:story|article|text) continues (?:below|after).{0,40}",
    r"(?:continue|keep) (?:reading|scrolling) (?:below|under|after) (?:the|this) \w+",
    rf"{_FOOT}(?: ?[|·•] ?{_FOOT})+",
    # style sheets that were taken for text
    r"[.#@][\w-][^{}]{0,80}\{|\}|-?[a-z]+(?:-[a-z]+)+: ?[^:;]{1,60};",
)

LABELS = _any(
    r"(?:- ?)?advertisements?(?: ?-)?|ads?|sponsored(?: content| by .{1,40})?|promoted(?: content)?|"
    r"advertising",
    r"(?:(?:no|view|show|load|see|read|hide|all|\d[\d,.]*) )+(?:comments?|replies|responses)",
    r"comments?(?: ?\(?\d+\)?)?|reply|replies|cancel reply|submit|post comment",
    r"loading(?: more| comments)?|please wait|home|menu|search|close|open menu|print|e-?mail|listen|play|"
    r"pause",
    r"copy link|link copied|log ?in|log ?out|sign ?in|sign ?up|subscribe|register|donate|support us|"
    r"contact us",
    r"now (?:playing|watching|reading)|up next|top stories|latest news|breaking news|trending(?: now)?|"
    r"related",
    rf"(?:share|tweet|{_NETWORK}(?<!\bx)(?<!\bpocket)(?<!\bthreads))",
    # a row of share buttons
    rf"(?:share|tweet|pin|print|e-?mail|save|copy link|link|more|flag|like|reply|follow|{_NETWORK})"
    rf"(?:[\s|/·•,:]+(?:share|tweet|pin|print|e-?mail|save|copy|link|more|flag|like|reply|follow|on|via|"
    rf"{_NETWORK}))+",
)

CREDIT_LABEL = re.compile(
    r"(?:file )?(?:photo(?:graph)?|image|picture|illustration|graphic|video)s?"
    r"(?: credits?| source| courtesy of)?"
    r"(?: ?[:|,-] ?| by )|credits? ?: ?",
    re.IGNORECASE,
)
"""What a picture credit begins with: Photo:, Image source, Photograph by."""

CREDIT_JOINT = re.compile(r" ?[/|,] ?| via ")
CREDITED = re.compile(
    rf"(?i:{_AGENCY})(?i: photos?| images?)?|"
    r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin|and|&)){0,4}"
)
"""An agency, or the name of a person or body: what stands between the joints of a credit."""

AGENCY = re.compile(rf"(?:{_AGENCY})(?: photos?| images?)?", re.IGNORECASE)
