#!/usr/bin/env bash
# shared.sh BUILD-DIR [CMAKE-ARGUMENT...]
#
# Builds offerkit as a shared library, looks at what it shows, and builds and
# runs the programs of run.sh against its installed headers and it alone.
set -euo pipefail

build=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)

work=$(mktemp -d "${TMPDIR:-/tmp}/offerkit-shared.XXXXXX")
trap 'rm -rf "$work"' EXIT

fail() {
  echo "shared library: $*" >&2
  exit 1
}

launcher=$(command -v ccache || true)
cmake -S "$top" -B "$build" -G Ninja -DBUILD_SHARED_LIBS=ON -DOFFERKIT_COMPILE_BY_ROOM=ON -DCMAKE_BUILD_TYPE=Debug \
  "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g0" "-DCMAKE_CXX_COMPILER_LAUNCHER=$launcher" "$@" >"$work/configure.log" ||
  { cat "$work/configure.log"; fail "it does not configure"; }
cmake --build "$build" --target offerkit

library=$(readlink -f "$build"/lib/libofferkit.so)
name=$(readelf -d "$library" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
[[ $library == "$(dirname "$library")/$name"* && $name =~ ^libofferkit\.so\.[0-9]+\.[0-9]+$ ]] ||
  fail "its name for the loader is \`$name\`"

# Functions by the folder that declares them: what the front door has, and what no installed header names.
nm -DC --defined-only "$library" | grep -oE ' [TW] offerkit::.*' | sort -u >"$work/shown.txt"
for wanted in 'offerkit::Workspace::' 'offerkit::choice::compare(' 'offerkit::file::read_offer('; do
  grep -qF "$wanted" "$work/shown.txt" || fail "it does not show $wanted"
done
for own in 'offerkit::file::View::' 'offerkit::model::fields::' 'offerkit::authoring::' 'offerkit::risk::waterfall::'; do
  ! grep -F " T $own" "$work/shown.txt" || fail "it shows what is its own"
done

cmake --install "$build" --prefix "$work/prefix" --component offerkit_development >"$work/install.log"
cp -P "$build"/lib/libofferkit.so* "$(dirname "$(find "$work/prefix" -name pkgconfig)")"
cmake -S "$here/consumer" -B "$work/consumer" -G Ninja "-DCMAKE_PREFIX_PATH=$work/prefix" >"$work/consumer.log" ||
  { cat "$work/consumer.log"; fail "a program that uses it does not configure"; }
cmake --build "$work/consumer"
"$work/consumer/consumer" "$here/consumer" >"$work/consumer.txt"
"$work/consumer/jobs" "$here/consumer" >"$work/jobs.txt"
for printed in consumer jobs; do
  [ -s "$work/$printed.txt" ] || fail "the program $printed, which uses it, prints nothing"
done
echo "$(basename "$library") shows $(wc -l <"$work/shown.txt") functions, and the programs of docs/library.md use it"
