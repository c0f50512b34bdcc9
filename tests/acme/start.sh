#!/usr/bin/env bash
# Starts ACME, an open-source oneM2M CSE, with its WebSocket binding, on loopback: as an IN-CSE, or as an MN-CSE that registers
# at another CSE.
#
#   start.sh             installs it when needed, waits until it answers, prints its process id
#   start.sh stop        stops the instance by its recorded process id
#   start.sh status      says whether it runs
#
# Environment (all optional)
#   ACME_HOME       where venv/ and run/ live, default target/acme
#   ACME_NAME       name of the instance, one folder each, default in
#   ACME_WS_PORT    WebSocket port, default 8180
#   ACME_HTTP_PORT  HTTP port, default 8080
#   ACME_REGISTRAR  point of access of the CSE that an MN-CSE registers at; without it, it is an IN-CSE
#   ACME_TLS_CERT   a certificate in PEM, and ACME_TLS_KEY its key: wss instead of ws, without asking for the client's
#   ACME_LOG        debug|info|warn|error|off, default warn; debug breaks CBOR over WebSocket
#   PYTHON          a Python 3.11 or newer, default python3
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
home=${ACME_HOME:-${CARGO_TARGET_DIR:-$root/target}/acme}
name=${ACME_NAME:-in}
ws_port=${ACME_WS_PORT:-8180}
http_port=${ACME_HTTP_PORT:-8080}
log_level=${ACME_LOG:-warn}
registrar=${ACME_REGISTRAR:-}
tls=$([ -n "${ACME_TLS_CERT:-}" ] && echo true || echo false)
scheme=$([ "$tls" = true ] && echo wss || echo ws)
cse=$([ -n "$registrar" ] && echo mn || echo in)
python=${PYTHON:-python3}
venv=$home/venv
run=$home/run/$name
pid_file=$run/pid

running() { [ -s "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2>/dev/null; }

stop() {
    if ! running; then
        echo "not running" >&2
        rm -f "$pid_file"
        return 0
    fi
    local pid
    pid=$(cat "$pid_file")
    kill -TERM "$pid" 2>/dev/null || true
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    rm -f "$pid_file"
    echo "stopped $pid" >&2
}

# The kernel's table rather than a connection, so that no half-made one stands in the CSE's log.
port_open() { grep -qi "^ *[0-9]*: 0100007F:$(printf %04X "$1") 00000000:0000 0A " /proc/net/tcp; }

install() {
    local stamp=$venv/.constraints
    if cmp -s "$here/constraints.txt" "$stamp"; then return 0; fi
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        { echo "Python 3.11 or newer is needed" >&2; return 1; }
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -c "$here/constraints.txt" acmecse websockets cbor2 >&2
    cp "$here/constraints.txt" "$stamp"
}

configure() {
    mkdir -p "$run/logs" "$run/init" "$run/certs"
    cat >"$run/acme.ini" <<INI
[basic.config]
cseType=${cse^^}
cseID=id-$cse
cseName=cse-$cse
adminID=CAdmin
networkInterface=127.0.0.1
cseHost=127.0.0.1
httpPort=$http_port
databaseType=memory
logLevel=$log_level
secret=acme-loopback-test

[cse]
poa=http://127.0.0.1:$http_port, $scheme://127.0.0.1:$ws_port
defaultSerialization=json

[http]
listenIF=127.0.0.1

[coap]
enable=false

[mqtt]
enable=false

[websocket]
enable=true
port=$ws_port
listenIF=127.0.0.1
address=$scheme://127.0.0.1:$ws_port
loglevel=$log_level

[websocket.security]
useTLS=$tls
caCertificateFile=${ACME_TLS_CERT:-}
caPrivateKeyFile=${ACME_TLS_KEY:-}

[logging]
enableFileLogging=true
enableScreenLogging=false

[cse.statistics]
enable=false

[webui]
enable=false

[textui]
startWithTUI=false

[console]
headless=true

[scripting]
fileMonitoringInterval=0
INI
    [ -n "$registrar" ] || return 0
    cat >>"$run/acme.ini" <<INI

[cse.registration]
checkLiveliness=true

[cse.registrar]
address=$registrar
cseID=/id-in
resourceName=cse-in
serialization=${ACME_SERIALIZATION:-json}
INI
}

# Open ports are not enough: for some tenths of a second after that every request is refused with 4000, so ask for the
# CSEBase over HTTP until it is there.
ready() {
    port_open "$ws_port" && port_open "$http_port" || return 1
    local line=
    exec 3<>"/dev/tcp/127.0.0.1/$http_port" || return 1
    printf '%s\r\n' "GET /cse-$cse HTTP/1.1" "Host: 127.0.0.1" "X-M2M-Origin: CAdmin" "X-M2M-RI: ready" "X-M2M-RVI: 4" \
        "Connection: close" "" >&3
    IFS= read -r -t 3 line <&3 || true
    exec 3<&- 3>&-
    [[ $line == *" 200 "* ]]
}

start() {
    if running; then
        cat "$pid_file"
        return 0
    fi
    local port pid
    for port in "$ws_port" "$http_port"; do
        if port_open "$port"; then
            echo "port $port is already taken on 127.0.0.1" >&2
            return 1
        fi
    done
    mkdir -p "$home"
    install
    configure
    cd "$run"
    setsid "$venv/bin/acmecse" --base-directory "$run" --config acme.ini >"$run/stdout.log" 2>&1 </dev/null &
    pid=$!
    echo "$pid" >"$pid_file"
    for _ in $(seq 300); do
        if ! kill -0 "$pid" 2>/dev/null; then
            echo "the CSE ended before it served:" >&2
            tail -n 40 "$run/stdout.log" >&2
            rm -f "$pid_file"
            return 1
        fi
        if ready 2>/dev/null; then
            echo "$pid"
            return 0
        fi
        sleep 0.1
    done
    echo "it does not serve after 30 s" >&2
    stop
    return 1
}

case "${1:-start}" in
    start) start ;;
    stop) stop ;;
    status) if running; then echo "running $(cat "$pid_file")"; else echo "not running"; exit 1; fi ;;
    *) echo "usage: $0 [start|stop|status]" >&2; exit 64 ;;
esac
