#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_desktop.sh TREE MANUAL ARDIFF EXPLORER: what a desktop, man and shells read of an installation, by the tools that check it. MANUAL is
# the folder that `ardiff` wrote; ARDIFF and EXPLORER are programs, or "-" where they are not built. A tool that is not there is said.
set -uo pipefail
tree=$1 manual=$2 ardiff=$3 explorer=$4
desktop=$tree/packaging/desktop
id=org.ardiffusion.Explorer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$work
failures=0

fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
# tried WHAT COMMAND...: it succeeds and says nothing.
tried() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1 </dev/null) && [[ -z $said ]]; then echo "ok: $what"; else fail "$what: $said"; fi
}
# passes WHAT COMMAND...: it succeeds, whatever it says.
passes() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1 </dev/null); then echo "ok: $what"; else fail "$what: $said"; fi
}
# has TOOL WHAT: whether the tool is there.
has() { command -v "$1" >/dev/null || { echo "skipped, there is no $1: $2"; false; }; }
same() { if [[ $2 == "$3" ]]; then echo "ok: $1"; else fail "$1: '$2' is not '$3'"; fi; }

# One id everywhere.
has desktop-file-validate "the desktop file" && tried "desktop-file-validate" desktop-file-validate "$desktop/$id.desktop"
# There is no page of the program to name: from version 1 on that is a warning, which versions before cannot be told to leave.
has appstreamcli "the metainfo" && passes "appstreamcli validate" bash -c '
    appstreamcli validate --no-net "$0" || appstreamcli validate --no-net --override=url-homepage-missing=info "$0"' "$desktop/$id.metainfo.xml"
if has xmllint "the MIME type"; then
    tried "xmllint" xmllint --noout "$desktop/$id.metainfo.xml" "$desktop/$id.mime.xml" "$desktop/$id.ardrun.svg"
    same "id of the metainfo" "$(xmllint --xpath 'string(/component/id)' "$desktop/$id.metainfo.xml")" $id
    same "its desktop file" "$(xmllint --xpath 'string(//launchable)' "$desktop/$id.metainfo.xml")" $id.desktop
    types=$(sed -n 's/^MimeType=//p' "$desktop/$id.desktop")
    same "the MIME types of the metainfo" "$(grep -o '<mediatype>[^<]*' "$desktop/$id.metainfo.xml" | sed 's/.*>//' | tr '\n' ';')" "$types"
    same "and of the MIME file" "$(grep -o 'mime-type type="[^"]*' "$desktop/$id.mime.xml" | sed 's/.*"//' | tr '\n' ';')" "$types"
    same "the icon of the MIME type" "$(xmllint --xpath 'string(//*[local-name()="icon"]/@name)' "$desktop/$id.mime.xml")" $id.ardrun
fi
same "the icon of the desktop file" "$(sed -n 's/^Icon=//p' "$desktop/$id.desktop")" $id
grep -q "setDesktopFileName.*\"$id\"" "$tree/app/explorer/main.cpp" || fail "the window has another desktop file name"
manifest=$tree/packaging/flatpak/$id.yaml
same "the id of the Flatpak" "$(sed -n 's/^id: //p' "$manifest")" $id
same "its program" "$(sed -n 's/^command: //p' "$manifest")" "$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' "$desktop/$id.desktop" | head -n 1)"
has flatpak-builder "the Flatpak's manifest" && passes "flatpak-builder --show-manifest" sh -c 'cd "$0" && flatpak-builder --show-manifest "$1"' "$work" "$(readlink -f -- "$manifest")"
if has update-mime-database "the MIME type of a file"; then
    mkdir -p "$work/mime/packages"
    cp "$desktop/$id.mime.xml" "$work/mime/packages/$id.xml"
    passes "update-mime-database" update-mime-database "$work/mime"
    grep -q '\*\.ardrun' "$work/mime/globs" || fail "files .ardrun have no MIME type"
fi
# Width and height stand in bytes 16 to 23 of a PNG.
for picture in "$desktop"/icons/*/*/*.png; do
    size=$(basename -- "$(dirname -- "$(dirname -- "$picture")")")
    same "size of ${picture#"$desktop/"}" "$(od -An -tu1 -j16 -N8 "$picture" | awk '{print $3 * 256 + $4 "x" $7 * 256 + $8}')" "$size"
done

# Man pages.
pages=("$desktop/ardiff-explorer.1")
[[ $manual == - ]] || pages+=("$manual"/man1/*.1)
if has man "man pages"; then
    for page in "${pages[@]}"; do
        tried "man ${page##*/}" bash -c 'MANROFFSEQ= MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 "$1" >/dev/null' - "$page"
    done
fi
if [[ $explorer != - ]]; then
    for option in $("$explorer" --language en --help </dev/null | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        grep -qF -- "${option//-/\\-}" "$desktop/ardiff-explorer.1" || fail "ardiff-explorer.1 does not have $option"
    done
fi
[[ $manual == - ]] && { echo "$failures failed"; exit $(( failures > 0 )); }

# Every command, and an option of each program.
commands=$("$ardiff" --help | sed -n '/^Subcommands:/,$p' | grep -oE '^  [a-z-]+' | tr -d ' ')
[[ $(wc -w <<<"$commands") -ge 15 ]] || fail "ardiff --help names few commands: $commands"
for command in $commands; do
    [[ -s $manual/man1/ardiff-$command.1 ]] || fail "no man page of ardiff $command"
done
same "one page a command, and one of the program" "$(ls "$manual/man1" | wc -l)" "$(( $(wc -w <<<"$commands") + 1 ))"

# Completion.
tried "bash -n" bash -n "$manual/completions/bash/ardiff"
has zsh "completion of zsh" && tried "zsh -n" zsh -n "$manual/completions/zsh/_ardiff"
has fish "completion of fish" && tried "fish --no-execute" fish --no-execute "$manual/completions/fish/ardiff.fish"
# completed WORD...: what bash offers for the last word.
completed() {
    bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ardiff; echo "${COMPREPLY[*]}"' \
        "$manual/completions/bash/ardiff" "$@" 2>&1
}
same "commands" "$(completed ardiff gen)" generate
same "all commands" "$(completed ardiff "" | tr ' ' '\n' | grep -v '^-' | sort | xargs)" "$(sort <<<"$commands" | xargs)"
same "options of a command" "$(completed ardiff generate --candid)" --candidates
same "options of a command below another" "$(completed ardiff grammar judge --in)" --input
same "the command below another" "$(completed ardiff grammar ju)" judge
same "no option of another command" "$(completed ardiff schedule --candid)" ""
same "values" "$(completed ardiff generate --format "")" "text json"
same "values behind =" "$(completed ardiff generate --format = j)" json
same "nothing for a number" "$(completed ardiff generate --seed "")" ""
cd "$work" && mkdir -p "a folder" && : >"a file"
same "folders" "$(completed ardiff generate --model a)" "a folder"
same "files" "$(completed ardiff generate --input "a f" | tr -d '\n')" "a file a folder"

echo "$failures failed"
exit $(( failures > 0 ))
