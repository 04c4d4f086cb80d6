#!/usr/bin/env bash
# All tests, browser tests included: ./tests/run.sh        Some projects: ./tests/run.sh Matching Slack
# The last line is "N passed, N failed, N skipped". Leaves nothing running; needs the network only for what is not on this machine yet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=../deploy/prepare.sh
source deploy/prepare.sh

RESULTS=$PWD/TestResults
RECORDED=$PWD/artifacts/outgoing
CLUSTER=
RUNNERS=

main() {
  case ${1:-} in
  -h | --help)
    sed -n '2,3s/^# //p' tests/run.sh
    exit 0
    ;;
  --one) # what this script calls itself for
    SECONDS=$(($(date +%s) - $2))
    run_one "$3"
    exit 0
    ;;
  esac
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  trap 'exit 129' HUP
  choose_projects "$@"
  need_dotnet
  need_postgres
  need_browser
  rm -rf "$RESULTS" "$RECORDED"
  mkdir -p "$RESULTS"
  build "$@"
  start_cluster
  run_tests
  check_types
  sum_up
}

# Sets PROJECTS to the names of the folders below tests/, one a line. Web.Tests first: it takes as long as all the others together, and much of that it waits.
choose_projects() {
  local folder name word
  PROJECTS=
  for folder in tests/*Web.Tests $(printf '%s\n' tests/*.Tests | grep -v 'Web\.Tests'); do
    name=${folder#tests/}
    for word in "${@:-Tests}"; do
      case $name in *"$word"*)
        PROJECTS="$PROJECTS$name
"
        break
        ;;
      esac
    done
  done
  if [ -z "$PROJECTS" ]; then fail "No test project has a name with $* in it."; fi
}

build() {
  local target=PairingBot.sln name
  if [ $# -eq 0 ]; then
    build_one "$target" "everything"
  else
    for name in $PROJECTS; do build_one "tests/$name" "$name"; done
  fi
}

# A restore of an unchanged tree asks nothing of the network.
build_one() {
  run_step "Building $2 (Release)" "$RESULTS/build.log" dotnet build "$1" -c Release -v quiet --disable-build-servers || {
    grep -E 'error|warn' "$RESULTS/build.log" | sort -u | head -n 40 || tail -n 40 "$RESULTS/build.log"
    fail "The build failed: all of it is in $RESULTS/build.log"
  }
}

# One server for all projects, fast and forgetful: its data are thrown away.
start_cluster() {
  if [ -n "${PAIRINGBOT_TEST_POSTGRES:-}" ]; then
    say "Using the PostgreSQL of PAIRINGBOT_TEST_POSTGRES"
    return
  fi
  sweep_old_clusters
  CLUSTER=$(mktemp -d /tmp/pairingbot-tests.XXXXXX)
  if [ "$(id -u)" = 0 ]; then chown postgres "$CLUSTER"; fi
  echo $$ >"$CLUSTER/host.pid"
  run_step "Starting PostgreSQL for the tests" "$RESULTS/postgres.log" make_cluster || {
    cat "$RESULTS/postgres.log" >&2
    fail "PostgreSQL did not start."
  }
  export PAIRINGBOT_TEST_POSTGRES="Host=$CLUSTER;Username=postgres;Database=postgres"
}

make_cluster() {
  cd "$CLUSTER"
  as_postgres_user "$POSTGRES_BIN/initdb" -D "$CLUSTER/data" -U postgres -E UTF8 --locale=C --auth=trust --no-sync
  cat >>"$CLUSTER/data/postgresql.conf" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$CLUSTER'
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
SETTINGS
  as_postgres_user "$POSTGRES_BIN/pg_ctl" start -w -D "$CLUSTER/data" -l "$CLUSTER/server.log"
}

# What a run that was killed could not take away.
sweep_old_clusters() {
  local old
  for old in /tmp/pairingbot-tests.*; do
    if [ -O "$old/host.pid" ] && ! kill -0 "$(cat "$old/host.pid")" 2>/dev/null; then remove_cluster "$old"; fi
  done
}

remove_cluster() {
  if [ -s "$1/data/postmaster.pid" ]; then
    kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" 2>/dev/null || true
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -e "$1/data/postmaster.pid" ] || break
      sleep 0.2
    done
  fi
  rm -rf "$1"
}

# Two at a time; in a process group of their own, so that all of it can be stopped.
run_tests() {
  say "Running $(printf %s "$PROJECTS" | wc -l | tr -d ' ') test projects, two at a time"
  set -m
  printf %s "$PROJECTS" | xargs -n 1 -P 2 bash tests/run.sh --one "$(($(date +%s) - SECONDS))" &
  RUNNERS=$!
  set +m
  wait "$RUNNERS" || true
  RUNNERS=
}

run_one() {
  local name=$1 started=$SECONDS status=0
  dotnet test "tests/$name" --no-build -c Release --logger "trx;LogFileName=$name.trx" --results-directory "$RESULTS" \
    --blame-hang --blame-hang-timeout 10m --blame-hang-dump-type none >"$RESULTS/$name.log" 2>&1 </dev/null || status=$?
  echo "$status" >"$RESULTS/$name.status"
  if [ -e "$RESULTS/$name.trx" ]; then
    say "$name: $(counter "$name" passed) passed, $(counter "$name" failed) failed, in $((SECONDS - started)) s"
  else
    say "$name: no result"
  fi
}

# What the tests have sent, held against Slack's own types: Node's compiler, from npm the first time. It counts like a test project.
check_types() {
  TYPES_PASSED=0 TYPES_FAILED=0 TYPES_SKIPPED=0
  case $PROJECTS in *Chat*) ;; *) return ;; esac
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    skip_types "Node is not on this machine"
    return
  fi
  if ! cmp -s tests/typecheck/package-lock.json tests/typecheck/node_modules/installed-lock.json; then
    run_step "Fetching Slack's types" "$RESULTS/npm.log" npm ci --prefix tests/typecheck || {
      skip_types "Slack's types could not be fetched: all of it is in ${RESULTS#"$PWD"/}/npm.log"
      return
    }
    cp tests/typecheck/package-lock.json tests/typecheck/node_modules/installed-lock.json
  fi
  local last
  run_step "Holding what was sent against Slack's types" "$RESULTS/types.log" \
    node tests/typecheck/check.mjs "$RECORDED" tests/PairingBot.Chat.Tests/Golden artifacts/typecheck || true
  last=$(tail -n 1 "$RESULTS/types.log")
  case $last in
  *" passed, "*" failed")
    TYPES_PASSED=${last%% *}
    last=${last#* passed, }
    TYPES_FAILED=${last%% *}
    ;;
  *) TYPES_FAILED=1 ;;
  esac
  say "Slack's types: $TYPES_PASSED passed, $TYPES_FAILED failed"
}

skip_types() {
  TYPES_SKIPPED=1
  say "Slack's types: skipped. $1"
}

# counter PROJECT NAME, from <Counters total="12" executed="12" passed="12" failed="0" …/>
counter() {
  local value
  value=$(sed -n 's/^.*<Counters \([^>]*\)>.*$/ \1/p' "$RESULTS/$1.trx" 2>/dev/null | sed -n "s/^.* $2=\"\([0-9]*\)\".*\$/\1/p")
  printf '%s\n' "${value:-0}"
}

sum_up() {
  local name passed=$TYPES_PASSED failed=$TYPES_FAILED skipped=$TYPES_SKIPPED p f t
  if [ "$TYPES_FAILED" -gt 0 ]; then
    printf '\n----- Slack'"'"'s types\n'
    grep -v '^ok' "$RESULTS/types.log" | head -n 100 || true
    printf '\n'
  fi
  for name in $PROJECTS; do
    p=$(counter "$name" passed)
    f=$(counter "$name" failed)
    t=$(counter "$name" total)
    # A run without a result, or one that broke off, counts as a failure.
    if [ "$f" -eq 0 ] && { [ "$t" -eq 0 ] || [ "$(cat "$RESULTS/$name.status" 2>/dev/null || echo 1)" != 0 ]; }; then f=1; fi
    if [ "$f" -gt 0 ]; then show_failures "$name"; fi
    passed=$((passed + p))
    failed=$((failed + f))
    if [ "$t" -gt $((p + f)) ]; then skipped=$((skipped + t - p - f)); fi
  done
  say "All of it is in ${RESULTS#"$PWD"/}"
  clean_up
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  if [ "$failed" -gt 0 ]; then exit 1; fi
}

show_failures() {
  printf '\n----- %s\n' "$1"
  grep -v -E '^(\[xUnit|Test run for|VSTest|Starting test|A total of|Results File|Data collector)' "$RESULTS/$1.log" | head -n 200 || true
  printf '\n'
}

clean_up() {
  trap '' INT TERM HUP
  stop_step
  if [ -n "$RUNNERS" ]; then
    kill -TERM -- "-$RUNNERS" 2>/dev/null || true
    wait "$RUNNERS" 2>/dev/null || true
    RUNNERS=
  fi
  if [ -n "$CLUSTER" ]; then
    remove_cluster "$CLUSTER"
    CLUSTER=
  fi
}

main "$@"
