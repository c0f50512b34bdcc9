#!/usr/bin/env bash
# Unpacks Debian packages into a folder, beside the system's: nothing is installed, and no rights are needed.
#
#   debian.sh FOLDER PACKAGE...
#
# Environment (all optional)
#   DEBIAN_URI    the Debian archive; default: the one that apt is configured for
#   DEBIAN_SUITE  default: the system's own release
set -euo pipefail

die() { echo "debian.sh: $*" >&2; exit 1; }

[ $# -ge 2 ] || die "usage: debian.sh FOLDER PACKAGE..."
mkdir -p "$1"
folder=$(cd "$1" && pwd -P)
shift
for tool in apt-get dpkg; do command -v "$tool" >/dev/null || die "$tool not found"; done
uri=${DEBIAN_URI:-}
if [ -z "$uri" ]; then
    uri=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        grep -m1 -E '/debian/?$' || true)
fi
[ -n "$uri" ] || die "cannot tell the Debian archive from apt's sources: set DEBIAN_URI"
suite=${DEBIAN_SUITE:-$(. /etc/os-release && echo "${VERSION_CODENAME:-}")}
[ -n "$suite" ] || die "cannot tell the release: set DEBIAN_SUITE"

work=$folder/.apt
rm -rf "$work"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{lists/partial,cache/archives/partial,parts,prefs,debs}
: >"$work/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $suite main" >"$work/sources.list"
# A private apt: own sources, lists, cache and dpkg status. The system's are not touched.
cat >"$work/apt.conf" <<CONF
Dir::State "$work";
Dir::State::status "$work/status";
Dir::State::lists "$work/lists";
Dir::Cache "$work/cache";
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "$work/parts";
Dir::Etc::preferencesparts "$work/prefs";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::IndexTargets::deb::DEP-11-icons-small::DefaultEnabled "false";
Acquire::IndexTargets::deb::DEP-11-icons::DefaultEnabled "false";
Acquire::Retries "3";
CONF
export APT_CONFIG=$work/apt.conf
apt-get -qq update
(cd "$work/debs" && apt-get -qq download "$@")
for package in "$work"/debs/*.deb; do dpkg -x "$package" "$folder"; done
