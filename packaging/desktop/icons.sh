#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# icons.sh: makes the pictures in packaging/desktop/icons anew from the two drawings. Needs rsvg-convert (librsvg2-bin).
set -euo pipefail
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
for size in 16 24 32 48 64 128 256; do
    mkdir -p "$here/icons/${size}x$size/apps" "$here/icons/${size}x$size/mimetypes"
    rsvg-convert -w $size -h $size "$here/../../resources/icons/ardiff-explorer.svg" \
        -o "$here/icons/${size}x$size/apps/org.ardiffusion.Explorer.png"
    rsvg-convert -w $size -h $size "$here/org.ardiffusion.Explorer.ardrun.svg" \
        -o "$here/icons/${size}x$size/mimetypes/org.ardiffusion.Explorer.ardrun.png"
done
