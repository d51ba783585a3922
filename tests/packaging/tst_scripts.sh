#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_scripts.sh TREE: packaging/run.sh and test.sh of TREE, tried on a project with two small programs.
set -uo pipefail
source=$1
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
failures=0

# check WHAT PATTERN TEXT: PATTERN, a regular expression, is in TEXT; "!" before it: it is not.
check() {
    local what=$1 pattern=$2 text=$3 want=0
    [[ $pattern == !* ]] && { want=1 pattern=${pattern#!}; }
    [[ $text =~ $pattern ]]
    if (( $? == want )); then
        echo "ok: $what"
    else
        echo "FAILED: $what: expected ${2@Q} in:"$'\n'"$text"
        failures=$((failures + 1))
    fi
}

# run COMMAND...: its output and exit status as one text.
run() { "$@" 2>&1 </dev/null; echo "status $?"; }

tree="$work/a tree"
mkdir -p "$tree"
cp -r "$source/packaging" "$source/CMakePresets.json" "$tree/"
cat >"$tree/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(StandIn CXX)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
enable_testing()
file(GLOB sources CONFIGURE_DEPENDS *.cpp) # makes every build look again, as the real tree does
add_executable(ardiff ${sources})
add_executable(ardiff-explorer main.cpp)
add_executable(ardiff_engine main.cpp) # of the same name, as in the real tree
set_target_properties(ardiff_engine PROPERTIES OUTPUT_NAME ardiff RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/libexec)
add_test(NAME standin COMMAND ardiff)
END
cat >"$tree/main.cpp" <<'END'
#include <cstdio>
int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        std::printf("[%s]", argv[i]);
}
END
runScript() { run bash "$tree/packaging/run.sh" --no-setup "$@"; }

for script in run test setup format package appimage; do
    check "$script.sh --help" 'Usage: .*status 0$' "$(run bash "$tree/packaging/$script.sh" --help)"
done
check "setup.sh refuses an unknown option" 'status 2$' "$(run bash "$tree/packaging/setup.sh" --nonsense)"
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    text=$(run bash "$tree/packaging/setup.sh" --cuda --list)
    if [[ $(dpkg-query -W -f '${db:Status-Abbrev}' libtorch-cuda-dev 2>/dev/null) != ii* ]]; then
        check "setup.sh --cuda wants LibTorch for GPUs" 'libtorch-cuda-dev.*status 0$' "$text"
    fi
    check "and not the other one" '!libtorch-dev' "$text"
fi
check "package.sh refuses an unknown option" 'status 2$' "$(run bash "$tree/packaging/package.sh" --nonsense)"
check "nothing built yet" 'not built yet.*status 1$' "$(runScript --no-build)"

text=$(runScript)
check "no display: the first run builds" 'building in' "$text"
check "the first run builds ardiff" 'bin/ardiff$' "$(ls "$tree/build/release/bin/ardiff" 2>&1)"
check "no display: says so" 'no display here.*xvfb-run.*status 1$' "$text"
check "no display: in one line" '^[^'$'\n'']*no display here[^'$'\n'']*'$'\n''status 1$' "$(runScript)"

export DISPLAY=:99
check "a second run only starts, with the arguments" $'^\\[--source\\]\\[a  b\\]status 0$' "$(runScript --source "a  b")"
ln -s "$tree/packaging/run.sh" "$work/link"
check "through a symbolic link, from another folder" '^\[--run\]status 0$' "$(cd / && run bash "$work/link" --no-setup --run)"

echo '// changed' >>"$tree/main.cpp"
check "a changed source is built" 'Linking.*status 0$' "$(runScript)"
mv "$tree" "$work/moved"
tree=$work/moved
check "a moved tree is configured afresh" 'configuring it afresh.*status 0$' "$(runScript)"
rm "$tree/build/release/build.ninja"
check "an unfinished build folder is configured afresh" 'configuring it afresh.*status 0$' "$(runScript)"

check "test.sh passes" '100% tests passed.*status 0$' "$(run bash "$tree/packaging/test.sh" --no-setup)"
check "test.sh without a test fails" '!status 0$' "$(run bash "$tree/packaging/test.sh" --no-setup -R nothing)"
printf '%s\n' 'add_executable(tst_one main.cpp)' 'add_executable(tst_two main.cpp)' 'add_test(NAME tst_one COMMAND tst_one)' \
    'add_test(NAME tst_two COMMAND tst_two)' >>"$tree/CMakeLists.txt"
selected() { run bash "$tree/packaging/test.sh" --no-setup --build-dir "$work/selected" --selected -R "$1"; }
check "test.sh --selected runs the chosen test" '100% tests passed.*out of 1.*status 0$' "$(selected tst_one)"
check "test.sh --selected builds no other" '^tst_one$' "$(ls "$work/selected/bin")"
check "test.sh --selected builds all for a test that is no target" '100% tests passed.*status 0$' "$(selected 'standin|one')"
check "test.sh --selected has built all then" 'tst_two' "$(ls "$work/selected/bin")"
check "test.sh --selected without a test fails" '!status 0$' "$(selected nothing)"
sed -i '/tst_one\|tst_two/d' "$tree/CMakeLists.txt"
echo 'add_test(NAME fails COMMAND false)' >>"$tree/CMakeLists.txt"
check "test.sh with a failing test fails" '50% tests passed.*status 8$' "$(run bash "$tree/packaging/test.sh" --no-setup)"
echo 'int x = ;' >>"$tree/main.cpp"
check "a failing build stops" 'the build failed.*status 1$' "$(runScript)"

if (( EUID != 0 )); then # root may write everywhere
    rm -rf "$tree/build"
    chmod -R a-w "$tree"
    check "a tree that cannot be written to" 'cannot write to .*--build-dir.*status 1$' "$(runScript)"
fi

mkdir "$work/bin"
for tool in bash cat dirname readlink; do ln -s "$(command -v "$tool")" "$work/bin/$tool"; done
check "not Debian: names the packages" 'not Debian.*libtorch-dev.*status 1$' "$(PATH=$work/bin run bash "$source/packaging/setup.sh")"

# format.sh: a file that is out of form, and a machine with another clang-format.
mkdir -p "$tree"/{app,core,tests,ui}
cp "$source/.clang-format" "$tree/"
printf 'int f()\n{\n    return 1;\n}\n' >"$tree/core/good.cpp"
printf 'int  g( ){return 1;}\n' >"$tree/ui/bad file.h"
check "format.sh refuses an unknown option" 'status 2$' "$(run bash "$tree/packaging/format.sh" --nonsense)"
for version in 13 19; do
    printf '#!%s\necho "Debian clang-format version %s.1.7 (3)"\n' "$(command -v bash)" $version >"$work/bin/clang-format"
    chmod +x "$work/bin/clang-format"
    ln -sf clang-format "$work/bin/clang-format-14"
    check "clang-format $version: skipped" "skipped: .*clang-format 14, and this machine has $version.*status 77\$" \
        "$(PATH=$work/bin run bash "$tree/packaging/format.sh" --check)"
done
rm "$work/bin/clang-format"*
check "no clang-format: skipped" 'skipped: .*none is installed.*status 77$' "$(PATH=$work/bin run bash "$tree/packaging/format.sh" --check)"
text=$(run bash "$tree/packaging/format.sh" --check)
if [[ $text != *"status 77"* ]]; then
    check "format.sh --check names a file that is out of form" 'bad file\.h.*format\.sh mends it.*status 1$' "$text"
    check "format.sh --check does not name the others" '!good\.cpp' "$text"
    check "format.sh mends it" '^status 0$' "$(run bash "$tree/packaging/format.sh")"
    check "format.sh --check is content then" '^status 0$' "$(run bash "$tree/packaging/format.sh" --check)"
fi

# check-slim-libraries.sh: a program that uses one library and is started on empty ones.
slim="$work/slim"
mkdir "$slim" "$work/lib"
make() { c++ -x c - -o "$@"; }
echo 'int used(void) { return 0; }' | make "$work/lib/libused.so" -shared
echo 'int used(void); int main() { return used(); }' | make "$work/lib/program" -L"$work/lib" -lused -Wl,-rpath,"$work/lib" -Wl,--enable-new-dtags
checkSlim() { run sh "$source/cmake/check-slim-libraries.sh" "$work/lib/program" "$slim"; cat "$slim/made-for" 2>/dev/null; }
check "no empty libraries" 'uses all.*status 1$' "$(checkSlim)"
make "$slim/libunused.so" -shared </dev/null
check "one that is not used: the list has the others" $'^status 0\n.*[0-9]+ [0-9]+ [^\n]*/lib/libused\.so' "$(checkSlim)"
make "$slim/libused.so" -shared -nostdlib </dev/null
check "one that is used: no list" 'does not start without.*used.*status 1$' "$(checkSlim)"

echo "$failures failed"
exit $(( failures > 0 ))
