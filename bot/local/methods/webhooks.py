"""Where shall updates be sent? Sets and shows the webhook; `bot/local/webhook.py` delivers."""

import re
from urllib.parse import urlsplit

from bot.local import limits
from bot.local.errors import Json, bad_request
from bot.local.parameters import Parameters
from bot.local.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def set_webhook(world: World, parameters: Parameters) -> bool:
    url = parameters.text("url")
    if not url:
        return delete_webhook(world, parameters)
    _check_address(url)
    secret = parameters.text("secret_token")
    if len(secret) > limits.WEBHOOK_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(parameters.structure("allowed_updates", "allowed_updates"))
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
    certificate = parameters.uploads.get("certificate")
    world.webhook = {
        "url": url,
        "secret_token": secret,
        "max_connections": parameters.integer("max_connections", 40, 1, limits.WEBHOOK_CONNECTIONS),
        "certificate": certificate.body.decode() if certificate else "",
    }
    world.updates.webhook_active = True
    world.updates.end_poll("terminated by setWebhook request")
    world.publish({"type": "webhook"})
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook = {}
    world.updates.webhook_active = False
    world.publish({"type": "webhook"})
    return True


def get_webhook_info(world: World, parameters: Parameters) -> Json:  # noqa: ARG001 - every method is called alike
    hook = world.webhook
    info: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": bool(hook.get("certificate")),
        "pending_update_count": len(world.updates.pending),
    }
    if hook:
        info |= {"max_connections": hook["max_connections"], "ip_address": "127.0.0.1"}
    for name in ("last_error_date", "last_error_message"):
        if name in hook:
            info[name] = hook[name]
    if not world.updates.asks_for_default():
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _check_address(url: str) -> None:
    """Telegram wants https; on loopback plain http serves, as with a Bot API server of one's own."""
    try:
        parts = urlsplit(url)
    except ValueError as broken:
        raise bad_request("invalid webhook URL specified") from broken
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise bad_request("invalid webhook URL specified")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
