#!/usr/bin/env bash
# The demo: a company of two dozen people, a stand-in for Slack and the bot, on this machine only.
#   ./deploy/demo.sh            starts everything and prints one address; Ctrl-C stops everything
#   ./deploy/demo.sh --open     opens the address in the browser too
#   ./deploy/demo.sh --keep     goes on with the data of the last --keep, instead of beginning afresh
#   ./deploy/demo.sh --port N   the port of the address (default 5480, or a free one)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=prepare.sh
source deploy/prepare.sh

OPEN=no KEEP=no PORT=
WORK='' DATA='' BOT='' PLAYGROUND='' GOOD_END=no

main() {
  read_arguments "$@"
  trap stop_all EXIT
  trap 'GOOD_END=yes; exit 130' INT
  trap 'GOOD_END=yes; exit 143' TERM
  trap 'GOOD_END=yes; exit 129' HUP
  need_dotnet
  need_postgres
  make_folders
  build
  choose_ports
  start_playground
  start_bot
  welcome
  watch_over
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --open) OPEN=yes ;;
      --keep) KEEP=yes ;;
      --port)
        PORT=${2:-}
        case $PORT in '' | *[!0-9]*) fail "--port needs a number." ;; esac
        shift
        ;;
      -h | --help)
        sed -n '2,6s/^# //p' deploy/demo.sh
        exit 0
        ;;
      *) fail "demo.sh does not know $1: see --help." ;;
    esac
    shift
  done
}

# The bot's database may run as another user (PostgreSQL does not run as root), who has to go through the folders.
make_folders() {
  WORK=$(mktemp -d /tmp/pairingbot-demo.XXXXXX)
  DATA=$WORK/data
  if [ "$KEEP" = yes ]; then
    DATA=${XDG_DATA_HOME:-$HOME/.local/share}/pairingbot-demo
    if [ "$(id -u)" = 0 ]; then DATA=/var/lib/pairingbot-demo; fi # root's home is closed to others
  fi
  mkdir -p "$DATA"
  if [ "$(id -u)" = 0 ]; then chmod 711 "$WORK" "$DATA"; fi
}

build() {
  local project
  for project in Playground Web; do
    run_step "Building PairingBot.$project" "$WORK/build.log" dotnet build "src/PairingBot.$project" -c Release -v quiet --disable-build-servers || give_up "The build failed" build.log
  done
}

choose_ports() {
  if [ -n "$PORT" ]; then
    if port_answers "$PORT"; then fail "Port $PORT is taken: choose another with --port."; fi
  else
    PORT=5480
    if port_answers "$PORT"; then PORT=$(free_port); fi
  fi
  BOT_PORT=$(free_port)
  while [ "$BOT_PORT" = "$PORT" ]; do BOT_PORT=$(free_port); done
  SECRET=$(random_word)
  TOKEN=xoxb-$(random_word)
}

random_word() { head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

start_playground() {
  say "Starting the stand-in for Slack"
  Playground__SigningSecret=$SECRET Playground__BotToken=$TOKEN Playground__BotUrl=http://127.0.0.1:$BOT_PORT Playground__Company=$PWD/deploy/demo-company.json \
    in_background playground.log dotnet src/PairingBot.Playground/bin/Release/net10.0/PairingBot.Playground.dll --urls "http://127.0.0.1:$PORT"
  PLAYGROUND=$STARTED
  wait_for "$PLAYGROUND" "$PORT" /healthz playground.log
}

start_bot() {
  say "Starting the bot with a database of its own"
  # A connection string of this shell would lead the demo to a real database.
  Slack__SigningSecret=$SECRET Slack__BotToken=$TOKEN Slack__ApiBaseUrl=http://127.0.0.1:$PORT/api/ \
    DOTNET_ENVIRONMENT=Development ASPNETCORE_ENVIRONMENT=Development PairingBot__Demo=$PWD/deploy/demo-company.json PairingBot__DataFolder=$DATA ConnectionStrings__PairingBot='' \
    in_background bot.log dotnet src/PairingBot.Web/bin/Release/net10.0/PairingBot.Web.dll serve --urls "http://127.0.0.1:$BOT_PORT"
  BOT=$STARTED
  wait_for "$BOT" "$BOT_PORT" /readyz bot.log
}

# In a process group of its own: Ctrl-C is for this script, which stops the two in order.
in_background() {
  local log=$WORK/$1
  shift
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  STARTED=$!
  set +m
}

# wait_for PID PORT PATH LOG
wait_for() {
  local ticks=0
  until answers_ok "$2" "$3"; do
    if ! kill -0 "$1" 2>/dev/null; then give_up "It ended while it started" "$4"; fi
    if [ "$ticks" -ge 600 ]; then give_up "It was not ready after two minutes" "$4"; fi
    sleep 0.2
    ticks=$((ticks + 1))
    if [ $((ticks % 25)) -eq 0 ]; then say "  not ready yet"; fi
  done
  say "  ready"
}

welcome() {
  local address=http://127.0.0.1:$PORT
  cat <<TEXT

    $address

    1. Sit down as anybody of the company, and write  /coffee join  or just  /coffee
    2. Sit down as a colleague, join too, and fill in the settings
    3. Move the clock a week: both find an introduction. Press "We met" and reflect

    Ctrl-C stops everything.$([ "$KEEP" = yes ] || printf ' The data go with it (--keep keeps them).')

TEXT
  if [ "$OPEN" = yes ]; then open_page "$address"; fi
}

open_page() {
  local program
  for program in xdg-open open; do
    if command -v "$program" >/dev/null; then
      "$program" "$1" >/dev/null 2>&1 </dev/null &
      return
    fi
  done
  say "There is nothing here to open a browser with: please open the address yourself"
}

watch_over() {
  while :; do
    kill -0 "$BOT" 2>/dev/null || give_up "The bot has ended" bot.log
    kill -0 "$PLAYGROUND" 2>/dev/null || give_up "The stand-in for Slack has ended" playground.log
    sleep 1 &
    wait $! || true # a signal ends a wait at once, and not a sleep
  done
}

# give_up SENTENCE LOG
give_up() {
  printf '\n%s. The last lines of %s:\n\n' "$1" "$WORK/$2" >&2
  tail -n 20 "$WORK/$2" >&2 || true
  exit 1
}

stop_all() {
  trap '' INT TERM HUP
  stop_step
  if [ -n "$BOT" ]; then
    say "Stopping"
    stop_process "$BOT" 20
  fi
  if [ -n "$PLAYGROUND" ]; then stop_process "$PLAYGROUND" 5; fi
  if [ -n "$DATA" ]; then stop_database; fi
  if [ -n "$WORK" ]; then
    rm -rf "$WORK/data"
    if [ "$GOOD_END" = yes ]; then rm -rf "$WORK"; fi
  fi
}

# The bot stops its database itself, unless it was killed.
stop_database() {
  local pid_file=$DATA/postgres/data/postmaster.pid
  if [ -s "$pid_file" ]; then
    kill -INT "$(head -n 1 "$pid_file")" 2>/dev/null || true
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -e "$pid_file" ] || break
      sleep 0.3
    done
  fi
}

main "$@"
