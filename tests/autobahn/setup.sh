#!/usr/bin/env bash
# Installs the Autobahn testsuite ("wstest" 25.10.1) into a prefix of its own: a Python 2.7 unpacked from Debian packages,
# beside the system's, and everything else from PyPI, pinned by version and SHA-256.
#
#   setup.sh PREFIX
#
# Afterwards: PREFIX/bin/wstest -m fuzzingclient|fuzzingserver -s spec.json
# A second call with an unchanged script checks the installation and returns.
#
# Environment (all optional)
#   PYTHON27=/path/python2.7  this CPython 2.7 instead of Debian's (UCS4; with its headers unless NO_ACCEL=1): no apt
#   DEBIAN_URI=...            the Debian archive with the old suite; default: the one that apt is configured for
#   DEBIAN_SUITE=bullseye     the last Debian release with python2.7
#   PYTHON3=python3           a Python 3 with pip, used only to fetch pip 20.3.4 for Python 2
#   NO_ACCEL=1                no wsaccel, hence no C compiler: the 9.* cases become much slower
#   NO_HASHES=1               check versions only (needed off x86_64, where wheels differ)
set -euo pipefail

die() { echo "setup.sh: $*" >&2; exit 1; }
say() { echo "== $*"; }

[ $# -eq 1 ] || die "usage: setup.sh PREFIX"
mkdir -p "$1"
PREFIX=$(cd "$1" && pwd -P)
SUITE=${DEBIAN_SUITE:-bullseye}
PY3=${PYTHON3:-python3}
ACCEL=1
[ -z "${NO_ACCEL:-}" ] || ACCEL=0
if [ $ACCEL = 1 ] && ! command -v cc >/dev/null && ! command -v gcc >/dev/null; then
  say "no C compiler: installing without wsaccel (slow)"; ACCEL=0
fi

KEY="$(sha256sum "${BASH_SOURCE[0]}" | cut -c1-64) prefix=$PREFIX py=${PYTHON27:-debian-$SUITE} accel=$ACCEL"
if [ -f "$PREFIX/.stamp" ] && [ "$(cat "$PREFIX/.stamp")" = "$KEY" ] && "$PREFIX/bin/wstest" -a >/dev/null 2>&1; then
  say "already installed in $PREFIX"; "$PREFIX/bin/wstest" -a; exit 0
fi
rm -rf "$PREFIX"/{.stamp,bin,lib,boot,site,py27}
WORK=$PREFIX/.work
rm -rf "$WORK"; mkdir -p "$WORK" "$PREFIX"/{bin,lib,boot,site}
trap 'rm -rf "$WORK"' EXIT

# ---------------------------------------------------------------- 1. Python 2.7
if [ -n "${PYTHON27:-}" ]; then
  PY2=$(readlink -f "$(command -v "$PYTHON27")") || die "PYTHON27=$PYTHON27 not found"
  LIBS=
else
  say "Python 2.7 from Debian $SUITE"
  DEBS="python2.7-minimal libpython2.7-minimal libpython2.7-stdlib libssl1.1 libffi7"
  [ $ACCEL = 0 ] || DEBS="$DEBS libpython2.7-dev"      # Python.h, for wsaccel
  DEBIAN_SUITE=$SUITE "$(dirname "${BASH_SOURCE[0]}")/../debian.sh" "$PREFIX/py27" $DEBS ||
    die "no Python 2.7 from Debian: set PYTHON27"
  LIBS=$(dirname "$(find "$PREFIX/py27" -name libssl.so.1.1 | head -1)")
  PY2=$PREFIX/py27/usr/bin/python2.7
fi

{
  echo '#!/bin/sh'
  echo '# Python 2.7 for wstest only'
  [ -z "$LIBS" ] || printf 'LD_LIBRARY_PATH="%s"; export LD_LIBRARY_PATH\n' "$LIBS"
  printf 'exec "%s" -s "$@"\n' "$PY2"
} > "$PREFIX/bin/python2.7"
chmod +x "$PREFIX/bin/python2.7"
PY="$PREFIX/bin/python2.7"
"$PY" -c 'import sys, ssl, zlib, sqlite3, ctypes, struct
assert sys.version_info[:2] == (2, 7), sys.version
assert sys.maxunicode == 1114111, "narrow (UCS2) build: the cp27mu wheels do not fit"' ||
  die "this Python 2.7 does not work"

# ------------------------------------------------- 2. pip for Python 2, from PyPI
cat > "$WORK/boot.txt" <<'LOCK'
pip==20.3.4 --hash=sha256:217ae5161a0e08c0fb873858806e3478c9775caffce5168b50ec885e358c199d
setuptools==44.1.1 --hash=sha256:27a714c09253134e60a6fa68130f78c7037e5562c4f21f8f318f2ae900d152d5
wheel==0.37.1 --hash=sha256:4bdcd7d840138086126cd09254dc6195fb4fc6f01c050a1d7236f2630db1d22a
LOCK
say "pip for Python 2"
"$PY3" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
  --dest "$WORK/boot" -r "$WORK/boot.txt" >/dev/null
for w in "$WORK"/boot/*.whl; do "$PY3" -m zipfile -e "$w" "$PREFIX/boot"; done

# ------------------------------------------------------ 3. wstest and its pins
# The versions are the ones that autobahntestsuite 25.10.1 itself demands, and for the rest the
# newest that still runs on Python 2.7.
cat > "$WORK/lock.txt" <<'LOCK'
attrs==21.4.0 --hash=sha256:2d27e3784d7a565d36ab851fe94887c5eccd6a463168875832a1be79c82828b4
argparse==1.4.0 --hash=sha256:c31647edb69fd3d465a847ea3157d37bed1f95f19760b11a47aa91c04b666314
autobahn==0.10.9 --hash=sha256:3fecc1e2a26a0421128ddcfb4e577f0bc669dd65d0e0fdad1c773965cbcef75a
autobahntestsuite==25.10.1 --hash=sha256:b57ee6b22de624a03256878ad453c9897d2ad7ee08a4c38b35ee2847637e1383
Automat==22.10.0 --hash=sha256:c3164f8742b9dc440f3682482d32aaff7bb53f71740dd018533f9de286b64180
cffi==1.15.1 --hash=sha256:ed9cb427ba5504c1dc15ede7d516b84757c3e3d7868ccc85121d9310d27eed0b
constantly==15.1.0 --hash=sha256:dd2fa9d6b1a51a83f0d7dd76293d734046aa176e384bf6e33b7e44880eb37c5d
cryptography==3.3.2 --hash=sha256:c7390f9b2119b2b43160abb34f63277a638504ef8df99f11cb52c1fda66a2e6f
enum34==1.1.10 --hash=sha256:a98a201d6de3f2ab3db284e70a33b0f896fbf35f8086594e8c9e74b909058d53
hyperlink==21.0.0 --hash=sha256:e6b14c37ecb73e89c77d78cdb4c2cc8f3fb59a885c5b3f819ff4ed80f25af1b4
idna==2.10 --hash=sha256:b97d804b1e9b523befed77c48dacec60e6dcb0b5391d57af6a65a312a90648c0
incremental==16.10.1 --hash=sha256:cc00a35f9e9621ddec0a5e7d17271f3f26244873c4aec67eda06f2db8302e04b
ipaddress==1.0.23 --hash=sha256:6e0f4a39e66cb5bb9a137b00276a2eff74f93b71dcbdad6f10ff7df9d3557fcc
Jinja2==2.11.3 --hash=sha256:03e47ad063331dd6a3f04a43eddca8a966a26ba0c5b7207a9a9e4e08f1b29419
klein==17.10.0 --hash=sha256:8fcb5ee33906c9094bbf9edee19fbcb2d2cf864053def32e5d73946e8d275050
linecache2==1.0.0 --hash=sha256:e78be9c0a0dfcbac712fe04fbf92b96cddae80b1b842f24248214c8496f006ef
MarkupSafe==1.1.1 --hash=sha256:43a55c2930bbc139570ac2452adf3d70cdbb3cfe5912c71cdce1c2c6bbd9c5d1
pyasn1==0.5.1 --hash=sha256:4439847c58d40b1d0a573d07e3856e95333f1976294494c325775aeca506eb58
pyasn1-modules==0.3.0 --hash=sha256:d3ccd6ed470d9ffbc716be08bd90efbd44d0734bc9303818f7336070984a162d
pycparser==2.21 --hash=sha256:8ee45429555515e1f6b185e78100aea234072576aa43ab53aefcae078162fca9
PyHamcrest==1.10.1 --hash=sha256:f7ae19ddfd71f11a421bcec9608d708c0fab816db98b51fdbc672a6d99a30874
pyOpenSSL==19.1.0 --hash=sha256:621880965a720b8ece2f1b2f54ea2071966ab00e2970ad2ce11d596102063504
service-identity==18.1.0 --hash=sha256:001c0707759cb3de7e49c078a7c0c9cd12594161d3bf06b9c254fdcb1a60dc36
setuptools==44.0.0 --hash=sha256:180081a244d0888b0065e18206950d603f6550721bd6f8c0a10221ed467dd78e
six==1.16.0 --hash=sha256:8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254
traceback2==1.4.0 --hash=sha256:8253cebec4b19094d67cc5ed5af99bf1dba1285292226e98a31929f87a5d6b23
Twisted==19.10.0 --hash=sha256:776c65270b57ac074d5b7a471142f434b0ac5a8b39d9c974769c855c32abfd91
txaio==2.1.0 --hash=sha256:b94e3dbc83760b68955160fc61a2c34e2798f7a90c41672560f40dfd2946a864
typing==3.10.0.0 --hash=sha256:c7219ef20c5fbf413b4567092adfc46fa6203cb8454eda33c3fc1afe1398a308
ujson==2.0.3 --hash=sha256:6217c63a36e9b26e9271e686d212397ce7fb04c07d85509dd4e2ed73493320f8
unittest2==1.1.0 --hash=sha256:13f77d0875db6d9b435e1d4f41e74ad4cc2eb6e1d5c824996092b3430f088bb8
Werkzeug==1.0.1 --hash=sha256:2de2a5db0baeae7b2d2664949077c2ac63fbd16d98da0ff71837f7d1dea3fd43
wsaccel==0.6.6 --hash=sha256:18efec0a7182587ba97102b4cd8df7b4f665f45d7ca36f19783f5f081ea114ea
zope.interface==4.6.0 --hash=sha256:bad44274b151d46619a7567010f7cde23a908c6faa84b97598fd2f474a0c6891
LOCK
HASHES=--require-hashes
if [ -n "${NO_HASHES:-}" ] || [ "$(uname -m)" != x86_64 ]; then
  sed -i 's/ --hash=.*//' "$WORK/lock.txt"; HASHES=
fi
[ $ACCEL = 1 ] || sed -i '/^wsaccel==/d' "$WORK/lock.txt"
say "autobahntestsuite 25.10.1 from PyPI"
INC=
[ -z "$LIBS" ] || INC=$PREFIX/py27/usr/include/python2.7:$PREFIX/py27/usr/include
if ! env -u PIP_FIND_LINKS -u PIP_CONFIG_FILE ${INC:+CPATH="$INC"} PYTHONPATH="$PREFIX/boot" CC="${CC:-cc}" LDSHARED="${CC:-cc} -shared" \
    "$PY" -W ignore -m pip install --disable-pip-version-check --no-python-version-warning --no-deps \
    --no-build-isolation $HASHES --target "$PREFIX/site" -r "$WORK/lock.txt" > "$WORK/pip.log" 2>&1; then
  tail -40 "$WORK/pip.log" >&2; die "pip failed"
fi

# --------------------------------------------------------------- 4. the launcher
cat > "$PREFIX/lib/wstest_main.py" <<'PYCODE'
"""Start wstest (Python 2) with what it lacks: it listens on, and connects to, loopback only.

autobahn's listenWS() ignores the host of the spec's URL and binds every interface.
"""
import os
import site
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
site.addsitedir(os.path.join(HERE, os.pardir, "site"))  # also reads zope's namespace .pth

import autobahntestsuite.choosereactor  # noqa: first, it installs the reactor
from twisted.internet import reactor


def _listen(real):
    def listen(port, factory, *args, **kw):
        args = list(args)
        # listenTCP(port, factory, backlog, interface); listenSSL has contextFactory before backlog
        at = 1 if real.__name__ == "listenTCP" else 2
        iface = args[at] if len(args) > at else kw.get("interface", "")
        if not iface:
            iface = "127.0.0.1"
        if not _loopback(iface):
            sys.exit("wstest: refusing to listen on %r" % (iface,))
        if len(args) > at:
            args[at] = iface
        else:
            kw["interface"] = iface
        return real(port, factory, *args, **kw)
    return listen


def _loopback(host):
    return host in ("localhost", "::1", "[::1]") or (
        host.startswith("127.") and host.replace(".", "").isdigit())


def _connect(real):
    def connect(host, *args, **kw):
        if not _loopback(host):
            sys.exit("wstest: refusing to connect to %r: only loopback addresses" % (host,))
        return real(host, *args, **kw)
    return connect


for name in ("listenTCP", "listenSSL"):
    setattr(reactor, name, _listen(getattr(reactor, name)))
for name in ("connectTCP", "connectSSL"):
    setattr(reactor, name, _connect(getattr(reactor, name)))

from autobahntestsuite import wstest

sys.argv[0] = "wstest"
wstest.run()
PYCODE
cat > "$PREFIX/bin/wstest" <<SH
#!/bin/sh
# -E: no PYTHON* variable of a Python 3 reaches it;  -u: the log is written as it happens
exec "$PREFIX/bin/python2.7" -E -u -W ignore "$PREFIX/lib/wstest_main.py" "\$@"
SH
chmod +x "$PREFIX/bin/wstest"

# ------------------------------------------------------------------- 5. check
"$PREFIX/bin/wstest" -a || die "wstest does not start"
N=$("$PY" -E -W ignore -c 'import site, sys; site.addsitedir(sys.argv[1])
from autobahntestsuite.case import Cases
from autobahn.websocket.xormasker import XorMaskerNull
from autobahn.websocket.utf8validator import Utf8Validator
print("%d cases, masker from %s" % (len(Cases), XorMaskerNull.__module__))' "$PREFIX/site")
say "$N"
case "$N" in "517 cases"*) ;; *) die "expected 517 cases" ;; esac
rm -rf "$PREFIX/boot"
echo "$KEY" > "$PREFIX/.stamp"
say "installed in $PREFIX ($(du -sm "$PREFIX" | cut -f1) MiB)"
