"""Does the compose file start the coach with settings that exist, shut in, and with time to stop?"""

import re
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from tests.deploy.project import DEPLOY

TEXT = (DEPLOY / "compose.yaml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, Any] = COMPOSE["services"]
BOT, DATABASE = SERVICES["bot"], SERVICES["database"]
WEBHOOK: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.webhook.yaml").read_text())
REPLICAS: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.replicas.yaml").read_text())
SETTINGS = {name.upper() for name in Settings.model_fields}
FILLED_IN = {"TELEGRAM_BOT_TOKEN": "1234567:abcdefgh", "POSTGRES_PASSWORD": "letters1"}


def test_it_sets_only_what_can_be_set() -> None:
    assert set(BOT["environment"]) <= SETTINGS
    assert set(DATABASE["environment"]) == {"POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"}
    assert set(re.findall(r"\$\{?(\w+)", TEXT)) == set(FILLED_IN)


def test_the_settings_it_makes_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in BOT["environment"].items():
        monkeypatch.setenv(name, re.sub(r"\$\{(\w+):\?[^}]*\}", lambda found: FILLED_IN[found[1]], value))
    settings = Settings(_env_file=None)
    account = DATABASE["environment"]
    expected = f"postgresql://{account['POSTGRES_USER']}:letters1@database/{account['POSTGRES_DB']}"
    assert settings.database_url.get_secret_value() == expected


def test_a_missing_secret_stops_it_with_a_sentence() -> None:
    wanted = re.findall(r"\$\{(\w+)(:\?)?", TEXT)
    assert {name for name, refused in wanted if refused} == set(FILLED_IN)
    assert all(refused for _, refused in wanted)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_shut_in(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"
    assert "/tmp" in service["tmpfs"]
    assert "ports" not in service


def test_the_database_is_reached_by_the_coach_alone() -> None:
    assert DATABASE["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert set(BOT["networks"]) == set(COMPOSE["networks"])


def test_the_coach_waits_for_a_healthy_database_with_a_lasting_volume() -> None:
    assert BOT["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert DATABASE["healthcheck"]["test"][0:2] == ["CMD", "pg_isready"]
    volume, folder = DATABASE["volumes"][0].split(":")
    assert volume in COMPOSE["volumes"]
    assert folder == "/var/lib/postgresql/data"


def test_stopping_may_take_longer_than_the_coach_asks_for() -> None:
    assert int(BOT["stop_grace_period"].removesuffix("s")) > Settings.model_fields["stop_grace"].default * 2


def test_it_builds_from_files_that_are_there() -> None:
    context = (DEPLOY / BOT["build"]["context"]).resolve()
    assert (context / BOT["build"]["dockerfile"]).is_file()


def test_the_webhook_port_is_the_one_the_coach_listens_on_and_open_to_this_machine_only() -> None:
    assert set(WEBHOOK["services"]) == {"bot"}
    ((host, _, inside),) = (port.split(":") for port in WEBHOOK["services"]["bot"]["ports"])
    assert host == "127.0.0.1"
    assert BOT["environment"]["WEBHOOK_LISTEN"] == f"0.0.0.0:{inside}"


def test_the_second_replica_is_as_the_first_on_a_port_of_its_own() -> None:
    second = REPLICAS["services"]["bot-2"]
    assert second["extends"] == {"file": "compose.yaml", "service": "bot"}
    assert set(second) == {"extends", "ports"}
    ports = [service["ports"][0].split(":") for service in REPLICAS["services"].values()]
    assert [host for host, _, _ in ports] == ["127.0.0.1"] * 2
    assert len({outside for _, outside, _ in ports}) == 2
    assert {f"0.0.0.0:{inside}" for _, _, inside in ports} == {BOT["environment"]["WEBHOOK_LISTEN"]}


def test_what_watches_the_coach_is_not_open_to_the_machine() -> None:
    port = BOT["environment"]["HEALTH_LISTEN"].rpartition(":")[2]
    services = [one for file in (COMPOSE, WEBHOOK, REPLICAS) for one in file["services"].values()]
    opened = [published for one in services for published in one.get("ports", ())]
    assert len(opened) == 3
    assert not any(one.endswith(f":{port}") for one in opened)
