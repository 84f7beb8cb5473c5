#!/bin/sh
# A backup of everything the coach keeps, made while it runs and checked before it counts.
#
#   deploy/backup.sh FOLDER [KEEP]             the database that DATABASE_URL names, in the environment or in .env
#   deploy/backup.sh --compose FOLDER [KEEP]   the PostgreSQL of deploy/compose.yaml
#
# It writes FOLDER/backcoach-<UTC time>.db (SQLite) or .dump (PostgreSQL, for pg_restore), which only its owner can read,
# prints its name, and then removes all but the newest KEEP (14) of that kind. Where anything fails it ends with a number
# other than 0, says why, and removes nothing. PostgreSQL needs pg_dump and pg_restore, as new as the server or newer.
# A live SQLite file must never be copied with cp: what is still in its write-ahead log would be missing.
set -eu
umask 077

die() {
    echo "backup.sh: $1" >&2
    exit 1
}

# The last word from .env or the environment: sqlite, or the account of PostgreSQL for libpq, whose password must not
# become visible as an argument of a process.
read_settings() {
    "$python" - "$1" <<'END'
import re
import sys
from pathlib import Path

from bot.settings import SettingFault, load_settings

try:
    url = load_settings().database_url.get_secret_value()
except SettingFault as fault:
    sys.exit(str(fault))
if url.startswith("sqlite"):
    print("sqlite")
else:
    from psycopg.conninfo import conninfo_to_dict

    account = conninfo_to_dict(re.sub(r"^\w+(\+\w+)?://", "postgresql://", url))
    lines = [f"{name}={value}" for name, value in account.items()]
    Path(sys.argv[1]).write_text("\n".join(["[backcoach]", *lines, ""]))
    print("postgresql")
END
}

copy_sqlite() {
    "$python" -m bot db backup "$1" >&2
    "$python" - "$1" <<'END' || die "the copy is damaged; nothing was kept"
import sqlite3
import sys
from pathlib import Path

copy = sqlite3.connect(Path(sys.argv[1]).as_uri() + "?immutable=1", uri=True)
try:
    faults = [row[0] for row in copy.execute("PRAGMA integrity_check")]
    orphans = copy.execute("PRAGMA foreign_key_check").fetchall()
    revision = copy.execute("SELECT version_num FROM alembic_version").fetchone()
except sqlite3.Error as fault:
    sys.exit(str(fault))
if faults != ["ok"] or orphans or not revision:
    sys.exit(f"integrity: {faults[:3]}, rows without their owner: {len(orphans)}, revision: {revision}")
END
}

copy_postgresql() {
    file=$1
    shift
    "$@" pg_dump --format=custom --no-owner $target > "$file" || die "pg_dump failed; nothing was kept"
    # Unpacking all of it reads every block and finds a dump that was cut off; the list tells whose it is.
    "$@" pg_restore --file=/dev/null < "$file" || die "the dump is damaged; nothing was kept"
    "$@" pg_restore --list < "$file" | grep -q ' TABLE DATA .* alembic_version ' || die "the dump holds no coach"
}

compose=
if [ "${1-}" = --compose ]; then
    compose=yes
    shift
fi
[ $# -ge 1 ] && [ $# -le 2 ] || die "usage: backup.sh [--compose] FOLDER [KEEP]"
keep=${2-14}
case $keep in
    '' | 0* | *[!0-9]*) die "KEEP is how many backups stay, 1 or more, and not '$keep'" ;;
esac

mkdir -p -- "$1"
folder=$(CDPATH= cd -- "$1" && pwd)
# From here as the coach itself is started, so that .env and a relative path in it mean the same.
cd -- "$(dirname -- "$0")/.."
python=${PYTHON-}
[ -n "$python" ] || { [ -x .venv/bin/python ] && python=.venv/bin/python || python=python3; }

work=$(mktemp -d "$folder/.backup-XXXXXX")
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ -n "$compose" ]; then
    kind=dump
    target="--username=backcoach backcoach"
    copy_postgresql "$work/copy" docker compose --file deploy/compose.yaml exec -T database
elif found=$(read_settings "$work/service") && [ "$found" = sqlite ]; then
    kind=db
    copy_sqlite "$work/copy"
elif [ "${found-}" = postgresql ]; then
    kind=dump
    target=service=backcoach
    copy_postgresql "$work/copy" env PGSERVICEFILE="$work/service"
else
    exit 1
fi

backup=$folder/backcoach-$(date -u +%Y%m%dT%H%M%SZ).$kind
[ ! -e "$backup" ] || die "$backup is there already; wait a second"
sync "$work/copy"
mv -- "$work/copy" "$backup"
echo "$backup"

# Names sort as their times do, so the oldest come first.
set -- "$folder"/backcoach-????????T??????Z."$kind"
while [ $# -gt "$keep" ]; do
    rm -- "$1"
    shift
done
# What a backup that was killed left behind.
find "$folder" -maxdepth 1 -name '.backup-??????' -mtime +1 -exec rm -rf -- {} +
