"""How much is too much for Telegram? Every limit of the Bot API that the stand-in holds a bot to.

Source: core.telegram.org/bots/api and /bots/faq; what those leave out is what the real servers answer.
"""

TEXT = 4096  # code points, once the markup is gone
CAPTION = 1024
RAW_TEXT_BYTES = 1 << 15
CALLBACK_DATA_BYTES = 64
CALLBACK_ANSWER = 200
BUTTONS = 100
BUTTONS_IN_A_ROW = 8
COMMANDS = 100
COMMAND_NAME = 32
COMMAND_DESCRIPTION = 256
BOT_DESCRIPTION = 512
BOT_SHORT_DESCRIPTION = 120
BOT_NAME = 64
ALBUM_LEAST, ALBUM_MOST = 2, 10
INLINE_RESULTS = 50
DELETED_AT_ONCE = 100
ENTITIES = 100

MEGABYTE = 1 << 20
PHOTO_BYTES = 10 * MEGABYTE
UPLOAD_BYTES = 50 * MEGABYTE
DOWNLOAD_BYTES = 20 * MEGABYTE
PHOTO_SIDES = 10_000  # width and height together
PHOTO_RATIO = 20

UPDATES_AT_ONCE = 100
POLL_SECONDS = 50
WEBHOOK_SECRET = 256
WEBHOOK_CONNECTIONS = 100

UPDATE_SECONDS = 24 * 3600  # how long Telegram keeps what nobody fetched
TAP_SECONDS = 150  # a button tap is kept for less
DELETABLE_SECONDS = 48 * 3600
CHAT_ACTION_SECONDS = 5
