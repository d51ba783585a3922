# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# stem.awk: what the forms of an English word have in common, about: for the other programs of this folder.
function stem(w) {
    if (w ~ /ies$/ && length(w) > 4) return substr(w, 1, length(w) - 3) "y"
    if (w ~ /ing$/ && length(w) > 5) w = substr(w, 1, length(w) - 3)
    else if (w ~ /ed$/ && length(w) > 4) w = substr(w, 1, length(w) - 2)
    else if (w ~ /[sxzh]es$/ && length(w) > 4) w = substr(w, 1, length(w) - 2)
    else if (w ~ /[^s]s$/ && length(w) > 3) w = substr(w, 1, length(w) - 1)
    if (w ~ /([bdgkmnprt])$/ && length(w) > 3 && substr(w, length(w)) == substr(w, length(w) - 1, 1)) w = substr(w, 1, length(w) - 1)
    sub(/e$/, "", w)
    return w
}
