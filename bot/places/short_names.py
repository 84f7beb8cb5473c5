"""Which place is meant by a zone's short name? Eastern, PST, CET: each with the summer time it has there."""

from bot.services.places import Town

NEW_YORK = Town("New York City", "US", "America/New_York")
CHICAGO = Town("Chicago", "US", "America/Chicago")
DENVER = Town("Denver", "US", "America/Denver")
LOS_ANGELES = Town("Los Angeles", "US", "America/Los_Angeles")
LONDON = Town("London", "GB", "Europe/London")
BERLIN = Town("Berlin", "DE", "Europe/Berlin")
PARIS = Town("Paris", "FR", "Europe/Paris")
KYIV = Town("Kyiv", "UA", "Europe/Kyiv")
ATHENS = Town("Athens", "GR", "Europe/Athens")
KOLKATA = Town("Kolkata", "IN", "Asia/Kolkata")
SYDNEY = Town("Sydney", "AU", "Australia/Sydney")
BRISBANE = Town("Brisbane", "AU", "Australia/Brisbane")

PLACES = {
    "et est edt eastern": (NEW_YORK,),
    "ct cst cdt central": (CHICAGO,),
    "mt mst mdt mountain": (DENVER, Town("Phoenix", "US", "America/Phoenix")),
    "pt pst pdt pacific": (LOS_ANGELES,),
    "akst akdt": (Town("Anchorage", "US", "America/Anchorage"),),
    "hst": (Town("Honolulu", "US", "Pacific/Honolulu"),),
    "gmt bst": (LONDON,),
    "wet west": (Town("Lisbon", "PT", "Europe/Lisbon"),),
    "cet cest met": (BERLIN, PARIS),
    "eet eest": (KYIV, ATHENS),
    "msk": (Town("Moscow", "RU", "Europe/Moscow"),),
    "ist": (KOLKATA, Town("Dublin", "IE", "Europe/Dublin")),
    "sgt": (Town("Singapore", "SG", "Asia/Singapore"),),
    "jst": (Town("Tokyo", "JP", "Asia/Tokyo"),),
    "kst": (Town("Seoul", "KR", "Asia/Seoul"),),
    "awst": (Town("Perth", "AU", "Australia/Perth"),),
    "aest aedt": (SYDNEY, BRISBANE),
    "nzst nzdt": (Town("Auckland", "NZ", "Pacific/Auckland"),),
}
BY_NAME = {name: towns for names, towns in PLACES.items() for name in names.split()}


def by_short_name(said: str) -> tuple[Town, ...]:
    words = said.lower().split()
    name = words[0] if words and words[1:] in ([], ["time"], ["standard", "time"], ["daylight", "time"]) else ""
    return BY_NAME.get(name, ())
