# shellcheck shell=bash
# What demo.sh and run.sh need of this machine: found, else installed. Sourced by both; with everything in place it does nothing and needs no network.
# Kept to bash 3.2, which is what macOS has.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1
# A build leaves no server running behind it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

OLDEST_POSTGRES=15
STEP_LOG=${TMPDIR:-/tmp}/pairingbot-prepare.$$.log

say() { printf '[%3ds] %s\n' "$SECONDS" "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# run_step LABEL LOG COMMAND...: runs it aside, so that a signal is answered at once, and says every ten seconds that it goes on.
run_step() {
  local label=$1 log=$2 started=$SECONDS pid ticks=0
  shift 2
  say "$label"
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  RUNNING_STEP=$pid
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    ticks=$((ticks + 1))
    if [ $((ticks % 50)) -eq 0 ]; then say "  still at it, $((SECONDS - started)) s"; fi
  done
  RUNNING_STEP=
  wait "$pid"
}

stop_step() {
  if [ -n "${RUNNING_STEP:-}" ]; then
    kill "$RUNNING_STEP" 2>/dev/null || true
    wait "$RUNNING_STEP" 2>/dev/null || true
  fi
  rm -f "$STEP_LOG"
}

# --- what is there -----------------------------------------------------------------------------------------------------------

# Sets POSTGRES_BIN to a folder whose server works: the one that is named, else the newest.
find_postgres() {
  local folder major
  for folder in ${PairingBot__PostgresBin:+"$PairingBot__PostgresBin"} $(postgres_folders); do
    if ! { [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ]; }; then continue; fi
    major=$("$folder/postgres" --version 2>/dev/null | sed -n 's/^.*PostgreSQL) \([0-9]*\).*$/\1/p')
    if [ "${major:-0}" -ge "$OLDEST_POSTGRES" ]; then
      export POSTGRES_BIN=$folder
      return 0
    fi
  done
  return 1
}

postgres_folders() {
  local found
  for found in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin /home/linuxbrew/.linuxbrew/opt/postgresql@*/bin; do
    if [ -d "$found" ]; then printf '%s\n' "$found"; fi
  done | sort -rV
  if found=$(command -v postgres); then dirname "$found"; fi
}

# Sets and exports PAIRINGBOT_CHROMIUM.
find_chromium() {
  local found
  for found in "${PAIRINGBOT_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome /usr/lib64/chromium-browser/chromium-browser \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$found" ] && [ -x "$found" ]; then
      export PAIRINGBOT_CHROMIUM=$found
      return 0
    fi
  done
  return 1
}

# Words and emoji of the screenshots; macOS has its own.
find_fonts() {
  [ "$(uname)" = Darwin ] && return 0
  command -v fc-list >/dev/null || return 1
  local families
  families=$(fc-list : family)
  case $families in *"Noto Sans"*) ;; *) return 1 ;; esac
  case $families in *"Noto Color Emoji"*) ;; *) return 1 ;; esac
}

need_dotnet() {
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null) || sdks=
  case "
$sdks" in
    *"
10."*) ;;
    *) fail "The .NET SDK 10 is needed and not here: get it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again." ;;
  esac
}

# --- what is not --------------------------------------------------------------------------------------------------------------

# need_postgres / need_browser: find, else install, else say what to run.
need_postgres() {
  find_postgres && return 0
  install_packages "PostgreSQL" "postgresql" "postgresql-server" "postgresql@17"
  find_postgres || fail "PostgreSQL $OLDEST_POSTGRES or newer is needed, and what this system offers is older: install one, and name its programs' folder in PairingBot__PostgresBin."
}

need_browser() {
  find_chromium && find_fonts && return 0
  install_packages "Chromium and fonts for the browser tests" \
    "chromium fontconfig fonts-noto-core fonts-noto-color-emoji" \
    "chromium fontconfig google-noto-sans-fonts google-noto-color-emoji-fonts" \
    "--cask chromium"
  find_chromium || fail "Chromium is needed for the browser tests, and this system does not offer it: install one, and name it in PAIRINGBOT_CHROMIUM."
}

# install_packages WHAT APT DNF BREW
install_packages() {
  local what=$1 install
  if command -v apt-get >/dev/null; then
    install="apt-get install -y --no-install-recommends $2"
  elif command -v dnf >/dev/null; then
    install="dnf install -y $3"
  elif command -v brew >/dev/null; then
    install="brew install $4"
  else
    fail "$what cannot be found, and neither can apt-get, dnf or brew: install it and start again."
  fi
  case $install in
    brew*) ;;
    *)
      if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || fail "$what cannot be found. Run: sudo $install"
        install="sudo -n env DEBIAN_FRONTEND=noninteractive $install"
      fi
      ;;
  esac
  # shellcheck disable=SC2086 # a command in words
  run_step "Installing $what" "$STEP_LOG" install_quietly $install || {
    tail -n 15 "$STEP_LOG" >&2
    fail "$what could not be installed: see above, or run: $install"
  }
}

install_quietly() {
  case "$*" in
    *apt-get*postgresql*) without_a_system_cluster "$@" ;;
    *apt-get*) refresh_apt "$@" && DEBIAN_FRONTEND=noninteractive "$@" ;;
    *) "$@" ;;
  esac
}

refresh_apt() {
  if [ "$1" = sudo ]; then sudo -n apt-get update -q; else apt-get update -q; fi
}

# Debian starts a server of the system's with the package. Nobody asked for that one, so it is not made; the setting is put back afterwards.
without_a_system_cluster() {
  local as_root='' setting=/etc/postgresql-common/createcluster.conf outcome=0
  if [ "$1" = sudo ]; then as_root='sudo -n env DEBIAN_FRONTEND=noninteractive'; fi
  export DEBIAN_FRONTEND=noninteractive
  refresh_apt "$@"
  $as_root apt-get install -y --no-install-recommends postgresql-common
  $as_root sed -i.before 's/^#*create_main_cluster .*/create_main_cluster = false/' "$setting"
  "$@" || outcome=$?
  $as_root mv "$setting.before" "$setting"
  return "$outcome"
}

# --- small things -------------------------------------------------------------------------------------------------------------

# port_answers PORT
port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    if ! port_answers "$port"; then
      printf '%s\n' "$port"
      return
    fi
  done
}

# answers_ok PORT PATH: GET answers 200. There may be no curl.
answers_ok() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
    read -r -t 5 status <&3
    case $status in *" 200"*) ;; *) exit 1 ;; esac
  ) 2>/dev/null
}

# stop_process PID SECONDS: asks, waits, then insists.
stop_process() {
  local waited=0
  kill -TERM "$1" 2>/dev/null || return 0
  while kill -0 "$1" 2>/dev/null; do
    if [ "$waited" -ge $(($2 * 10)) ]; then
      kill -KILL "$1" 2>/dev/null || true
      break
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
  wait "$1" 2>/dev/null || true
}

# PostgreSQL refuses to run as root.
as_postgres_user() {
  if [ "$(id -u)" != 0 ]; then
    "$@"
  elif command -v runuser >/dev/null; then
    runuser -u postgres -- "$@"
  else
    # shellcheck disable=SC2016 # for the other shell
    su -s /bin/sh -c 'exec "$0" "$@"' -- postgres "$@"
  fi
}
