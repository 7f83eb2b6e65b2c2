#!/usr/bin/env bash
# package.sh FOLDER
#
# Tries what `./dev package` made, in a Debian that has nothing else: checks the checksums, runs the static program in an
# empty folder as its whole world, then installs the Debian package, uses it, and removes it. As root, and never outside
# of a system that may be thrown away: `./dev fresh` runs it in one.
set -euo pipefail

cd "$1"
fail() {
  echo "package test: $*" >&2
  exit 1
}

sha256sum --quiet --check SHA256SUMS || fail "a checksum is wrong"
command -v offerkit >/dev/null && fail "offerkit is installed here already"

echo "== the static program, alone"
static=$(find . -name 'offerkit-*-linux-*')
world=$(mktemp -d)
install "$static" "$world/offerkit"
said=$(chroot "$world" /offerkit --version)
[[ $said == offerkit\ * ]] || fail "the static program says: $said"
chroot "$world" /offerkit examples /examples >/dev/null || fail "the static program copies no examples"
chroot "$world" /offerkit report /examples/three-offers/google.toml -o /report.html || fail "it writes no report"
[ -s "$world/report.html" ] || fail "its report is empty"

echo "== installing"
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
find / -xdev -path /proc -prune -o -path /root -prune -o -path /tmp -prune -o -iname '*offerkit*' -print | sort >before.txt
apt-get -qq install -y --no-install-recommends ./offerkit_*.deb >/dev/null 2>install.log || {
  cat install.log
  fail "the package cannot be installed"
}

echo "== using"
[ "$(offerkit --version)" = "$said" ] || fail "the installed program is of another version"
share=/usr/share
for file in "$share/man/man1/offerkit.1.gz" "$share/man/man5/offerkit.5.gz" \
  "$share/doc/offerkit/changelog.gz" "$share/doc/offerkit/changelog.Debian.gz"; do
  gzip -t "$file" || fail "$file"
done
for file in "$share/bash-completion/completions/offerkit" "$share/zsh/site-functions/_offerkit" \
  "$share/fish/vendor_completions.d/offerkit.fish" "$share/doc/offerkit/copyright" "$share/offerkit/schema/offer.json"; do
  [ -s "$file" ] || fail "$file is not installed, or is empty"
done
[ "$(offerkit init | sed -n 1p)" = "#:schema $share/offerkit/schema/offer.json" ] || fail "init names no schema"
offerkit profiles | grep -q google || fail "it has no profiles"
cd "$share/doc/offerkit/examples/three-offers"
offerkit compare ./*.toml --as-of 2026-01-20 >"$world/installed.txt"
grep -q 1,399,700 "$world/installed.txt" || fail "compare does not print the figures of the README"
for format in table json html; do
  (cd "$world/examples/three-offers" && "$world/offerkit" compare ./*.toml --as-of 2026-01-20 --format "$format") >"$world/static.$format"
  offerkit compare ./*.toml --as-of 2026-01-20 --format "$format" | cmp - "$world/static.$format" ||
    fail "the installed and the static program differ in $format"
done
# Recommended, and so left out above: the program says what it lacks, and takes it once it is there.
workbook=(offerkit compare ./*.toml --as-of 2026-01-20 --format xlsx -o "$world/compare.xlsx")
"${workbook[@]}" 2>"$world/complaint.txt" && fail "it writes a workbook without the library for it"
grep -q libxlsxwriter4 "$world/complaint.txt" || fail "it does not name the package that workbooks take"
apt-get -qq install -y libxlsxwriter4 >/dev/null
"${workbook[@]}"
[ "$(head -c 2 "$world/compare.xlsx")" = PK ] || fail "it writes no workbook"
offerkit report ./*.toml --as-of 2026-01-20 -o "$world/report.html"
cd - >/dev/null

echo "== removing"
apt-get -qq purge -y offerkit >/dev/null
find / -xdev -path /proc -prune -o -path /root -prune -o -path /tmp -prune -o -iname '*offerkit*' -print | sort >after.txt
diff before.txt after.txt || fail "it leaves what is above"
rm -r "$world" before.txt after.txt install.log
echo "package test: passed"
