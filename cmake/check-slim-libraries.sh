#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# check-slim-libraries.sh PROGRAM FOLDER: starts PROGRAM on the empty libraries of FOLDER, and where that goes well lists in
# FOLDER/made-for what it loads (app/cli/SlimLibraries.h). Needs nothing that a bare Debian does not have: packages call it when they
# are installed and after an upgrade of a library.
program=$1 folder=$2
list=$folder/made-for
rm -f "$list"
set -- "$folder"/*.so*
[ -e "$1" ] || { echo "LibTorch uses all that it names"; exit 1; }
said=$(LD_BIND_NOW=1 LD_LIBRARY_PATH=$folder "$program" --version 2>&1 >/dev/null) || { echo "the program does not start without: $said"; exit 1; }
[ -z "$said" ] || { echo "$said"; exit 1; }
LD_LIBRARY_PATH=$folder ldd "$program" 2>/dev/null | while read -r _ arrow path _; do
    case "$arrow $path" in
        "=> $folder/"*) ;;
        "=> /"*) stat -L -c '%s %Y %n' "$path" ;;
    esac
done > "$list.new" && mv "$list.new" "$list"
[ -s "$list" ] || { rm -f "$list"; echo "ldd cannot tell what is loaded"; exit 1; }
