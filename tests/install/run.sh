#!/usr/bin/env bash
# run.sh BUILD-DIR CMAKE COMPILER
#
# Installs the build into an empty folder, moves the folder, and builds and
# runs small programs against what is there: that of the README once through
# find_package and once through pkg-config, and the snippets of docs/library.md and
# docs/tax.md. Nothing of the source or build tree is on their path.
set -euo pipefail

build=$1
cmake=$2
compiler=$3
here=$(cd "$(dirname "$0")" && pwd)

work=$(mktemp -d "${TMPDIR:-/tmp}/offerkit-install.XXXXXX")
trap 'rm -rf "$work"' EXIT

fail() {
  echo "install test: $*" >&2
  exit 1
}

for needed in "cmake $cmake" "g++ $compiler" "pkg-config pkg-config" "ninja-build ninja"; do
  command -v "${needed#* }" >/dev/null ||
    fail "\`${needed#* }\` is not installed; on Debian it is in the package \`${needed%% *}\`"
done

"$cmake" --install "$build" --prefix "$work/first" >"$work/install.log" ||
  { cat "$work/install.log"; fail "cmake --install failed"; }
# An installed tree that only works where it was installed would break here.
mv "$work/first" "$work/moved"
prefix=$work/moved
cp -r "$here/consumer" "$work/consumer"

for file in bin/offerkit share/man/man1/offerkit.1 \
  share/bash-completion/completions/offerkit share/zsh/site-functions/_offerkit \
  share/fish/vendor_completions.d/offerkit.fish share/doc/offerkit/LICENSE \
  share/doc/offerkit/examples/three-offers/google.toml; do
  [ -s "$prefix/$file" ] || fail "$file is not installed, or is empty"
done
# A manual page for each command that the program completes, which is each there is.
commands=$("$prefix/bin/offerkit" completion bash | sed -n "s/^ *arguments='\\(check .*\\)'$/\\1/p")
[ -n "$commands" ] || fail "the completion names no commands"
for command in $commands; do
  cmp "$prefix/share/man/man1/offerkit-$command.1" <("$prefix/bin/offerkit" help "$command" --man) ||
    fail "the manual page offerkit-$command(1) is not the program's"
done
version=$("$prefix/bin/offerkit" --version)
[[ $version == offerkit\ * ]] || fail "the installed program says: $version"

echo "== schemas and examples"
# Each that is installed is one that the program prints, and there are as many as it knows.
known=0
for schema in "$prefix"/share/offerkit/schema/*.json; do
  cmp "$schema" <("$prefix/bin/offerkit" schema "$(basename "$schema" .json)") ||
    fail "$schema is not the program's"
  known=$((known + 1))
done
said=$("$prefix/bin/offerkit" schema no-such-kind 2>&1 | tr '\n' ' ') || true
# shellcheck disable=SC2016 # the backticks are those of the message
named=$(grep -o '`[^`]*`' <<<"${said#*the kinds are}" | wc -l)
more=$(sed -n 's/.* and \([0-9]*\) more.*/\1/p' <<<"$said")
[ "$known" = "$((named + ${more:-0}))" ] || fail "there are $known schemas, and the program knows other kinds: $said"
first=$("$prefix/bin/offerkit" init | sed -n 1p)
[ "$first" = "#:schema $prefix/share/offerkit/schema/offer.json" ] ||
  fail "init of the installed program begins with: $first"
"$prefix/bin/offerkit" init -o "$work/offer.toml" 2>/dev/null
"$prefix/bin/offerkit" check "$work/offer.toml" >/dev/null 2>"$work/warnings.txt" ||
  fail "the template with its schema is not read"
grep -q template-value "$work/warnings.txt" || fail "the values of the template are not seen behind the schema's line"
"$prefix/bin/offerkit" examples "$work/some offers" >/dev/null || fail "the examples cannot be copied"
diff -r --exclude expected.txt "$work/some offers" "$prefix/share/doc/offerkit/examples" ||
  fail "the copied examples are not those that are installed"

if grep -rlF -e "$here" -e "$build" --include='*.cmake' --include='*.pc' "$prefix"; then
  fail "the package files above name the build tree"
fi

echo "== find_package"
"$cmake" -S "$work/consumer" -B "$work/cmake-build" -G Ninja \
  -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix" >"$work/configure.log" 2>&1 ||
  { cat "$work/configure.log"; fail "the consumer does not configure"; }
"$cmake" --build "$work/cmake-build" || fail "the consumer does not build through find_package"
by_cmake=$("$work/cmake-build/consumer" "$work/consumer")
echo "$by_cmake"

echo "== the snippets of docs/library.md"
"$work/cmake-build/jobs" "$work/consumer" | tee "$work/jobs.txt" ||
  fail "a snippet of docs/library.md meets a problem"
# A heading, then what that snippet prints.
awk '/^[a-z]+$/ { count++; if (empty) exit 1; empty = 1; next } { empty = 0 } END { exit empty || count != 8 }' \
  "$work/jobs.txt" || fail "a snippet of docs/library.md prints nothing"

echo "== pkg-config"
pc_dir=$(dirname "$(find "$prefix" -name offerkit.pc)")
flags=$(PKG_CONFIG_PATH="$pc_dir" pkg-config --cflags --libs offerkit)
# shellcheck disable=SC2086 # the flags are words
"$compiler" "$work/consumer/main.cpp" -o "$work/by-pkg-config" $flags ||
  fail "the consumer does not build through pkg-config"
by_pkg_config=$("$work/by-pkg-config" "$work/consumer")
echo "$by_pkg_config"

[ "$by_cmake" = "$by_pkg_config" ] || fail "the two programs print different texts"
[ -n "$by_cmake" ] || fail "the consumer prints nothing"
