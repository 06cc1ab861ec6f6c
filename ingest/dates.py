"""Dates as people and programs write them, read at the precision written and never beyond.

    header date   "Tue, 12 Jun 2001 00:37:00 -0700 (PDT)"     2001-06-12T00:37:00, zone "-0700 (PDT)"
    numeric       "10/4/2023"     month first; "26/6/2014" can only be read day first; "02.04.2012" is day first wherever dots are used
    prose date    "in 2017"       a year only where a word before it says that it is one

Month and weekday names of English, German, French, Spanish, Italian, Dutch, Portuguese, Danish, Swedish, Polish and Russian are
read in headers, and Chinese and Japanese dates; prose is English.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from ingest.span import Span
from ingest.when import When, day, minute, month, second, year

_ENGLISH_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov", "december dec",
)  # fmt: skip
_FOREIGN_MONTHS = (
    "januar jänner janvier janv enero ene января январь янв gennaio gen januari janeiro stycznia",
    "februar février fevrier févr fevr fév febrero февраля февраль февр фев febbraio februari fevereiro lutego",
    "märz maerz mrz mär mars marzo марта март мар maart março marts marca",
    "avril avr abril abr апреля апрель апр aprile kwietnia",
    "mai mayo мая май maggio mag mei maio maj maja",
    "juni juin junio июня июнь июн giugno giu junho czerwca",
    "juli juillet juil julio июля июль июл luglio lug julho lipca",
    "août aout agosto ago августа август авг augustus augusti sierpnia",
    "septembre septiembre setiembre сентября сентябрь сент сен settembre setembro września",
    "oktober okt octobre octubre октября октябрь окт ottobre ott outubro października",
    "novembre noviembre ноября ноябрь нояб ноя novembro listopada",
    "dezember dez décembre decembre déc diciembre dic декабря декабрь дек dicembre dezembro grudnia",
)
_WEEKDAYS = (
    "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag wo "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"
)


def _either(words: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True)) + ")"


_MONTH_NUMBERS = {
    name: number
    for months in (_ENGLISH_MONTHS, _FOREIGN_MONTHS)
    for number, names in enumerate(months, 1)
    for name in names.split()
}
_ENGLISH = rf"(?P<month>{_either(' '.join(_ENGLISH_MONTHS).title())})\b\.?"
_ANY = rf"(?P<month>{_either(' '.join(_MONTH_NUMBERS))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th|er)\b|\.|º)?"
_DAYS = rf"{_DAY}(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\b|(?=\d{1,2}:\d\d))(?:\s?г\.?(?!\w))?"
_HALF = r"(?P<half>[AaPp])\.?\s?[Mm]\b\.?"
_CLOCK = (
    # A bent colon may leave blanks about it or be lost before the seconds; "AM" or "PM" behind four digits shows that they are both.
    rf"(?P<hour>\d{{1,2}})\s?[:h]\s?(?P<minute>[0-5]\d)(?:(?:\s?:\s?|(?=\d\d\s?[AaPp]\.?[Mm]))(?P<second>[0-5]\d)(?:[.,]\d{{1,6}})?)?(?!\d)(?:\s?{_HALF}|\s?Uhr\b)?"
)
_FULL_CLOCK = r"(?P<hour>\d\d)\s?:\s?(?P<minute>[0-5]\d)\s?:\s?(?P<second>[0-5]\d)"
_HOUR = r"(?P<hour>\d{1,2})\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?"
_ZONE = (
    r"(?P<zone>Z\b|(?:GMT|UTC)?\s?[-+]\d{1,2}:?\d\d(?!\d)(?:\s?\([A-Za-z][A-Za-z .]{1,40}\))?|"
    r"\(?(?:(?:GMT|UTC)[-+]\d{1,2}|(?-i:UTC|GMT|BST|CES?T|MSK|[ECMPA][SD]?T)\b|(?-i:[A-Z][a-z]+)\s(?:Standard|Daylight|Summer)\sTime)\)?)"
)
_BENT_CLOCK = re.compile(
    r"\s*(?P<figures>\d{1,2}\s?[:.;]?\s?\d\d(?:\s?[:.;]?\s?\d\d)?)\s?(?:(?P<half>[AaPp])\.?\s?[Mm]\.?)?\s*\Z"
)
_WHOLE_CLOCK = re.compile(_CLOCK + r"\Z", re.I)
_AFTER_DATE = r"(?:T|\s?,?\s?(?:\b(?:at|um|à|a\slas|às|om|alle|в)\b|@|-)?\s{0,3})"
_TIMES_AFTER = tuple(re.compile(rf"{_AFTER_DATE}{time}(?:\s?{_ZONE})?", re.I) for time in (_CLOCK, _HOUR))
_TIMES_BEFORE = tuple(
    re.compile(rf"(?<![\w:.]){time}(?:\s?{_ZONE})?,?\s{{1,3}}(?:on\s{{1,3}})?\Z", re.I) for time in (_CLOCK, _HOUR)
)
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){_either(_WEEKDAYS)}\b\.?,?\s{{0,3}}(?:den\s|the\s)?\Z", re.I)
_LEFT = r"(?<![\w/.:-])"
_RIGHT = r"(?![\w/]|[-.]\d)"


def _named(month_name: str) -> tuple[str, ...]:
    """Forms that name the month."""
    return (
        # Two figures each in a clock of this form: blanks that a scan lost before and behind it leave no doubt.
        rf"\b{month_name}\s{{1,3}}(?P<day>\d{{1,2}})\s{{0,3}}{_FULL_CLOCK}\s{{0,3}}(?:{_ZONE}\s{{1,3}})?{_YEAR}",
        rf"\b{month_name}\s{{0,3}}{_DAYS}(?:\s?,\s{{0,3}}|\s{{1,3}}){_YEAR}",
        rf"{_LEFT}{_DAYS}\s{{0,3}}(?:de\s|of\s)?{month_name},?\s{{1,3}}(?:de\s)?{_YEAR}",
        rf"{_LEFT}(?P<day>\d{{1,2}})-{month_name}-(?P<year>(?:19|20)\d\d|\d\d)\b",
        rf"\b{month_name},?\s{{1,3}}(?:de\s|of\s)?{_YEAR}{_RIGHT}",
    )


_ISO = rf"{_LEFT}(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?![\d/-])"
_EASTERN = r"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
_ISO_PLAIN = r"\A\s*(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=T|\s|\Z)"  # "20231004", as load files have it
_SLASHED = rf"{_LEFT}(?P<first>\d{{1,2}})(?P<mark>/)(?P<other>\d{{1,2}})/(?P<year>(?:19|20)\d\d|\d\d){_RIGHT}"
_MARKED = rf"{_LEFT}(?P<first>\d{{1,2}})(?P<mark>[-.])(?P<other>\d{{1,2}})(?P=mark)(?P<year>(?:19|20)\d\d){_RIGHT}"
_MARKED_SHORT = rf"{_LEFT}(?P<first>\d{{1,2}})(?P<mark>[-.])(?P<other>\d{{1,2}})(?P=mark)(?P<year>\d\d){_RIGHT}"
_COUNTED = (  # what a number of four digits counts when it is no year
    "pages? copies documents? cases? people persons? words? dollars? shares? employees? users? books? works? files? emails? "
    "messages? miles? feet hours? days? weeks? months? years? units? tons? votes? more other WL LEXIS F U S"
).replace(" ", "|")
_YEAR_IN_PROSE = (
    r"(?i:\b(?:in|since|during|until|till|by|early|late|mid|year|calendar|fiscal|spring|summer|fall|autumn|winter|"
    rf"(?:summer|spring|fall|autumn|winter|end|beginning|start|middle|part|quarter|half)\sof)\s|\bmid-)"
    rf"(?P<year>(?:19|20)\d\d)\b(?![-–/]?\d|[.,]\d|\s?%|\s{{1,3}}(?i:{_COUNTED})\b)"
)
_HEADER_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        _ISO,
        _ISO_PLAIN,
        _EASTERN,
        _SLASHED,
        _MARKED,
        _MARKED_SHORT,
        *_named(_ANY),
        r"\A\s*(?P<year>(?:19|20)\d\d)\s*\Z",
    )
)
_FIGURE = re.compile(r"\d")
_PROSE_FORMS = tuple(re.compile(form) for form in (_ISO, _SLASHED, _MARKED, *_named(_ENGLISH), _YEAR_IN_PROSE))


class Clock(NamedTuple):
    """A time of day as far as it is written."""

    hour: int
    minute: int | None
    second: int | None
    zone: str


class _Found(NamedTuple):
    """A date without its time, and where it stands."""

    span: Span
    year: int
    month: int | None
    day: int | None
    last: int | None
    clock: Clock | None


def parse_date(text: str, *, day_first: bool = False) -> When | None:
    """The one date written in ``text``, at the precision written; None if there is none, or two that differ.

    >>> parse_date("Mon, Aug 28, 2017 at 12:32 PM").iso
    '2017-08-28T12:32'
    """
    plain = _plain(text)
    whens = [_dated(plain, text, found, 0)[1] for found in _sweep(plain, _HEADER_FORMS, day_first=day_first)]
    if not whens or any((w.start, w.end) != (whens[0].start, whens[0].end) for w in whens):
        return None
    return whens[0]


def first_date(text: str, *, day_first: bool = False) -> tuple[Span, When] | None:
    """The first date written in ``text``, read as a header's date is, and where it stands.

    >>> first_date("On Mon, Aug 28, 2017 at 12:32 PM, Ann Lee wrote:")[0]
    Span(start=3, end=32)
    """
    plain = _plain(text)
    found = _sweep(plain, _HEADER_FORMS, day_first=day_first)
    return _dated(plain, text, found[0], 0) if found else None


def parse_clock(text: str) -> Clock | None:
    """The time of day that is all of ``text``, though its colons be bent or lost; None where that leaves a doubt.

    >>> parse_clock("7.4045 PM")
    Clock(hour=19, minute=40, second=45, zone='')
    """
    match = _BENT_CLOCK.match(text)
    if not match:
        return None
    figures = re.sub(r"\D", "", match["figures"])
    hour, rest = figures[: len(figures) % 2 or 2], figures[len(figures) % 2 or 2 :]
    if not rest or (":" not in match["figures"] and not match["half"]):
        return None
    seconds = f":{rest[2:]}" if len(rest) > 2 else ""
    return _clock(_WHOLE_CLOCK.match(f"{hour}:{rest[:2]}{seconds} {match['half'] or ''}{'m' if match['half'] else ''}".strip()))


def find_dates(text: str) -> list[tuple[Span, When]]:
    """Every explicit date in running English text, in order, none over another.

    >>> [w.iso for _, w in find_dates("In 2017 he joined; on Oct. 4, 2023, he left.")]
    ['2017', '2023-10-04']
    """
    if not _FIGURE.search(text):
        return []
    plain = _plain(text)
    dates: list[tuple[Span, When]] = []
    for found in _sweep(plain, _PROSE_FORMS, day_first=False):
        dates.append(_dated(plain, text, found, dates[-1][0].end if dates else 0))
    return [date for i, date in enumerate(dates) if not i or dates[i - 1][0].end <= date[0].start]


def _plain(text: str) -> str:
    """The same text, same length, with every kind of blank as a blank."""
    return re.sub(r"[^\S ]", " ", text)


def _sweep(text: str, forms: tuple[re.Pattern[str], ...], *, day_first: bool) -> list[_Found]:
    """Leftmost first, the longest of those; what overlaps an earlier one is dropped."""
    matches = sorted((m for form in forms for m in form.finditer(text)), key=lambda m: (m.start(), -m.end()))
    found: list[_Found] = []
    for match in matches:
        if found and match.start() < found[-1].span.end:
            continue
        if (one := _read(match, day_first=day_first)) is not None:
            found.append(one)
    return found


def _read(match: re.Match[str], *, day_first: bool) -> _Found | None:
    parts = match.groupdict()
    number = int(parts["year"])
    number += 0 if number > 99 else 2000 if number < 70 else 1900  # two digits: POSIX strptime turns the century near here
    if parts.get("first"):
        first, other = int(parts["first"]), int(parts["other"])
        by_day = (day_first or parts["mark"] == "." or first > 12) and other <= 12
        month_number, day_number = (other, first) if by_day else (first, other)
    else:
        month_number, day_number = _month_number(parts.get("month")), int(parts.get("day") or 0)
    last = int(parts.get("last") or 0)
    if not _possible(number, month_number, day_number) or (
        last and not (last > day_number and _possible(number, month_number, last))
    ):
        return None
    start = match.start("year") if not month_number else match.start()
    return _Found(Span(start, match.end()), number, month_number or None, day_number or None, last or None, _clock(match))


def _month_number(name: str | None) -> int:
    return int(name) if name and name.isdigit() else _MONTH_NUMBERS[name.lower()] if name else 0


@cache
def _possible(year_number: int, month_number: int, day_number: int) -> bool:
    try:
        datetime(year_number, month_number or 1, day_number or 1)
    except ValueError:
        return False
    return True


def _clock(match: re.Match[str] | None) -> Clock | None:
    parts = match.groupdict() if match else {}
    if not parts.get("hour"):
        return None
    hour, half = int(parts["hour"]), (parts.get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None
    minutes, seconds = parts.get("minute"), parts.get("second")
    return Clock(hour, int(minutes) if minutes else None, int(seconds) if seconds else None, (parts.get("zone") or "").strip())


def _dated(plain: str, text: str, found: _Found, floor: int) -> tuple[Span, When]:
    """The date with the weekday and the time that stand beside it, nothing of it before ``floor``."""
    start, end, clock = found.span.start, found.span.end, found.clock
    if found.day:
        start = _before(_WEEKDAY_BEFORE, plain, start, floor)
    if found.day and not clock:
        if after := next((m for form in _TIMES_AFTER if (m := form.match(plain, end)) and _clock(m)), None):
            clock, end = _clock(after), after.end()
        elif before := next((m for form in _TIMES_BEFORE if (m := form.search(plain[max(floor, start - 40) : start]))), None):
            clock, start = _clock(before), start - len(before[0])
            start = _before(_WEEKDAY_BEFORE, plain, start, floor)
    span = Span(start, end).trimmed(plain)
    return span, _interval(found, clock, span.of(text))


def _before(form: re.Pattern[str], plain: str, start: int, floor: int) -> int:
    """Where ``form`` begins if it ends at ``start``, else ``start``."""
    match = form.search(plain[max(floor, start - 20) : start])
    return start - len(match[0]) if match else start


def _interval(found: _Found, clock: Clock | None, words: str) -> When:
    if not found.month:
        return year(found.year, words)
    if not found.day:
        return month(found.year, found.month, words)
    whole = day(datetime(found.year, found.month, found.day), words)
    if found.last:
        return When(whole.start, whole.start.replace(day=found.last) + timedelta(days=1), words)
    if clock is None:
        return whole
    moment = whole.start.replace(hour=clock.hour, minute=clock.minute or 0, second=clock.second or 0)
    if clock.minute is None:
        return When(moment, moment + timedelta(hours=1), words, clock.zone)
    return (minute if clock.second is None else second)(moment, words, clock.zone)
