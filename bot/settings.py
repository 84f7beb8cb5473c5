"""What can an operator set? The only reader of the environment and of `.env`."""

from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class SettingFault(Exception):
    """A setting that cannot be used: one sentence with its name, what is wrong and what to write instead."""


def _numbers(value: Any) -> Any:
    return [part for part in value.replace(",", " ").split() if part] if isinstance(value, str) else value


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("an address that starts with https:// or http:// is needed")
    return value.rstrip("/")


def _secure_address(value: str | None) -> str | None:
    return None if value is None else _address(value)


def _listen(value: str) -> str:
    host, colon, port = value.rpartition(":")
    if not colon or not host or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise ValueError("host:port is needed, as in 0.0.0.0:8080")
    return value


def _listen_if_set(value: str | None) -> str | None:
    return None if value is None else _listen(value)


def _database(value: SecretStr) -> SecretStr:
    url = value.get_secret_value()
    if not url.startswith(("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")):
        raise ValueError("sqlite:///path/to/file.db or postgresql://user:password@host/name is needed")
    return value


def _token(value: SecretStr | None) -> SecretStr | None:
    if value is None:
        return None
    number, colon, rest = value.get_secret_value().partition(":")
    if not (number.isdigit() and colon and len(rest) >= 8 and " " not in rest):
        raise ValueError("a token as BotFather gives it is needed: digits, a colon, letters and digits")
    return value


def _secret(value: SecretStr | None) -> SecretStr | None:
    if value is None:
        return None
    text = value.get_secret_value()
    if not (8 <= len(text) <= 256 and all(c.isascii() and (c.isalnum() or c in "_-") for c in text)):
        raise ValueError("8 to 256 letters, digits, _ or - are needed")
    return value


def _folder(value: Path) -> Path:
    if not value.is_dir():
        raise ValueError(f"{value} is no folder; the one that holds the knowledge base is needed")
    return value


def _empty_is_unset(value: Any) -> Any:
    return None if value == "" else value


class Settings(BaseSettings):
    """Every setting with its default; the same order and words as `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", hide_input_in_errors=True
    )

    telegram_bot_token: Annotated[SecretStr | None, AfterValidator(_token), BeforeValidator(_empty_is_unset)] = None
    telegram_api_url: Annotated[str, AfterValidator(_address)] = "https://api.telegram.org"
    database_url: Annotated[SecretStr, AfterValidator(_database)] = SecretStr("sqlite:///data/backcoach.db")
    database_workers: int = Field(4, ge=1, le=64)
    webhook_url: Annotated[str | None, AfterValidator(_secure_address), BeforeValidator(_empty_is_unset)] = None
    webhook_secret: Annotated[SecretStr | None, AfterValidator(_secret), BeforeValidator(_empty_is_unset)] = None
    webhook_listen: Annotated[str, AfterValidator(_listen)] = "127.0.0.1:8080"
    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_numbers)] = frozenset()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["plain", "json"] = "plain"
    health_listen: Annotated[str | None, AfterValidator(_listen_if_set), BeforeValidator(_empty_is_unset)] = None
    knowledge_dir: Annotated[Path, AfterValidator(_folder)] = Path(__file__).parent.parent / "knowledge"
    language: str = Field("en", pattern=r"^[a-z]{2,3}(-[a-z0-9]+)*$")
    chat_port: int = Field(8200, ge=0, le=65535)
    bulk_rate: float = Field(25.0, gt=0, le=1000)
    send_rate: float = Field(30.0, gt=0, le=1000)
    chat_rate: float = Field(1.0, gt=0, le=1000)
    reminder_tick: float = Field(20.0, gt=0, le=300)
    turn_limit: float = Field(10.0, gt=0, le=300)
    stop_grace: float = Field(8.0, gt=0, le=300)

    @property
    def language_folder(self) -> Path:
        return self.knowledge_dir / "language" / self.language

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Settings":
        if self.webhook_url and self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET is missing: with WEBHOOK_URL a secret of 8 or more letters is needed")
        return self


WHAT_IS_WRONG = {
    "int_parsing": "is not a whole number",
    "float_parsing": "is not a number",
    "literal_error": "is not one of the values it can have",
    "path_type": "is not a path",
}


def _sentence(fault: ValidationError) -> str:
    first = fault.errors(include_url=False, include_input=False)[0]
    name = str(first["loc"][0]).upper() if first["loc"] else ""
    said = first["msg"].removeprefix("Value error, ")
    if not name:
        return f"{said}. Set it in the environment or in .env (.env.example explains each)."
    wrong = WHAT_IS_WRONG.get(first["type"], "cannot be used")
    return f"The setting {name} {wrong}: {said[0].lower()}{said[1:]}. Correct it in the environment or in .env."


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings in force. Raises SettingFault with one sentence; values never appear in it."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as fault:
        raise SettingFault(_sentence(fault)) from None
