# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# awk -F '\t' -f middles.awk COUPLETS: of couplets (dynasty, author, title, upper line, lower line, in the order of their poems) those that are the
# only two of a poem, as a first line after 联： and the rest with its marks.
{
    poem = $1 FS $2 FS $3
    count[poem]++
    if (count[poem] == 1) { upper[poem] = $4; lower[poem] = $5 }
    else { nextUpper[poem] = $4; nextLower[poem] = $5 }
}
END {
    for (poem in count)
        if (count[poem] == 2 && length(upper[poem]) == length(nextUpper[poem]))
            print "联：" upper[poem] FS lower[poem] "。" nextUpper[poem] "，" nextLower[poem] "。"
}
