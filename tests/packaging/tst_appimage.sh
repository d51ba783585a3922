#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_appimage.sh TREE: the program in front of an AppImage, before a small file system with two scripts.
set -uo pipefail
tree=$1
skipped=77 # what ctest takes as "not run"
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! command -v mksquashfs >/dev/null || ! "${CC:-cc}" -O1 -Wall -Wextra -static "$tree/packaging/appimage/runtime.c" -o "$work/runtime" \
    -lsquashfuse -lzstd -llzma -llz4 -llzo2 -lz 2>"$work/why"; then
    head -n 3 "$work/why" 2>/dev/null
    echo "skipped: packaging/setup.sh --appimage installs what this needs"
    exit $skipped
fi

# check WHAT WANTED GOT
check() { if [[ $2 == "$3" ]]; then echo "ok: $1"; else echo "FAILED: $1: '$3' is not '$2'"; failures=$((failures + 1)); fi; }

mkdir -p "$work/app/usr/bin" "$work/tmp"
printf '#!/bin/sh\n[ "$1" = wait ] && { echo ready >"$2"; exec sleep 60; }\necho "window [$1] in $APPDIR"; exit 3\n' >"$work/app/AppRun"
printf '#!/bin/sh\necho "command [$1]"\n' >"$work/app/usr/bin/ardiff"
chmod +x "$work/app/AppRun" "$work/app/usr/bin/ardiff"
head -c 1000000 /dev/urandom >"$work/app/large"
ln -s large "$work/app/link"
mksquashfs "$work/app" "$work/image" -comp zstd -quiet -no-progress >/dev/null
cat "$work/runtime" "$work/image" >"$work/x.AppImage"
chmod +x "$work/x.AppImage"
image=$work/x.AppImage
export TMPDIR=$work/tmp

check "where the file system begins" "$(stat -c %s "$work/runtime")" "$("$image" --appimage-offset)"
said=$("$image" "a  b")
check "exit status" 3 $?
check "the window, with its arguments" "window [a  b] in $TMPDIR/ardiff" "${said%-*}"
check "the command line" "command [info]" "$("$image" ardiff info)"
check "what was unpacked is taken away" "" "$(ls "$TMPDIR")"

mkfifo "$work/ready"
"$image" wait "$work/ready" &
started=$!
read -r _ <"$work/ready" # waits until the script writes it
kill -TERM $started
wait $started
check "ended by a signal" 143 $?
check "and taken away" "" "$(ls "$TMPDIR")"

(cd "$work" && "$image" --appimage-extract)
check "all of it is unpacked" "" "$(diff -r "$work/app" "$work/squashfs-root" 2>&1)"
check "a link stays one" large "$(readlink "$work/squashfs-root/link")"

head -c $(($(stat -c %s "$image") - 400000)) "$image" >"$work/damaged"
chmod +x "$work/damaged"
said=$("$work/damaged" 2>&1)
check "a damaged file fails" 1 $?
check "and says so" "the file is damaged" "${said##*: }"
check "and leaves nothing" "" "$(ls "$TMPDIR")"
said=$(TMPDIR=$work/nowhere "$image" 2>&1)
check "no room to unpack: one line" "No such file or directory" "${said##*: }"

echo "$failures failed"
exit $(( failures > 0 ))
