#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# slim-libraries.sh PROGRAM FOLDER COMPILER: puts empty libraries into FOLDER in the place of those that LibTorch names and does not
# use, and the list FOLDER/made-for of the files that PROGRAM loads then (app/cli/SlimLibraries.h). Where that cannot be done the
# list is empty, and the program starts as slowly as LibTorch lets it.
set -uo pipefail
program=$1 folder=$2 compiler=$3
rm -rf "$folder"
mkdir -p "$folder" || exit 1

giveUp() {
    rm -f "$folder"/*
    : > "$folder/made-for"
    echo "ardiff will load all that LibTorch names: $1"
    exit 0
}

declare -A pathOf=()
while read -r name arrow path _; do
    [[ $arrow == "=>" && $path == /* ]] && pathOf[$name]=$path
done < <(ldd "$program" 2>/dev/null)
torch=
for name in "${!pathOf[@]}"; do
    [[ $name == libtorch_cpu.so* ]] && torch=$name
done
[[ -n $torch ]] || giveUp "it is not a library of its own here"

declare -A unused=()
while read -r path; do
    unused[${path##*/}]=1
done < <(ldd -u "${pathOf[$torch]}" 2>/dev/null | grep -o '/.*[^ ]')
(( ${#unused[@]} )) || giveUp "it uses all of it"

# What is reached from the program when LibTorch does not need them.
declare -A reached=()
follow() {
    local from=$1 name
    for name in $(objdump -p "$2" 2>/dev/null | awk '$1 == "NEEDED" {print $2}'); do
        [[ $from == "$torch" && -n ${unused[$name]:-} ]] && continue
        [[ -n ${reached[$name]:-} || -z ${pathOf[$name]:-} ]] && continue
        reached[$name]=1
        follow "$name" "${pathOf[$name]}"
    done
}
follow program "$program"
[[ -n ${reached[$torch]:-} ]] || giveUp "objdump cannot tell what is needed"

made=0
for name in "${!unused[@]}"; do
    [[ -n ${reached[$name]:-} ]] && continue # something else uses it
    echo | "$compiler" -x c -shared -nostdlib -s -Wl,-soname,"$name" -o "$folder/$name" - 2>/dev/null || giveUp "no library can be made"
    made=$((made + 1))
done
(( made )) || giveUp "other libraries use all of it"
said=$(sh "${0%/*}/check-slim-libraries.sh" "$program" "$folder") || giveUp "$said"
echo "ardiff loads $(wc -l < "$folder/made-for") libraries instead of ${#pathOf[@]}"
