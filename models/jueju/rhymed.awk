# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# awk -F '\t' -f rhymed.awk QUATRAINS POEMS, with LC_ALL=C: of POEMS (first line, rest, tab-separated) those whose second and fourth line
# end in two characters that stand there together in at least two of QUATRAINS, which people wrote. A character is three bytes.
function endings(rest) {
    split(rest, half, "。")
    first = substr(half[1], length(half[1]) - 2)
    second = substr(half[2], length(half[2]) - 2)
    pair = first < second ? first second : second first
}
{ endings($2) }
FNR == NR { together[pair]++; next }
first != second && together[pair] >= 2
