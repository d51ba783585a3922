# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# one_of_each_set.awk: of the lines with the same concepts, in whatever order, the first; none whose concepts are those of a line
# of the first file (held-out data).
#   awk -f one_of_each_set.awk held_out.src more.src > sets.src
{
    n = split($0, word, " ")
    for (i = 2; i <= n; i++) {
        w = word[i]
        for (j = i - 1; j > 0 && word[j] > w; j--)
            word[j + 1] = word[j]
        word[j + 1] = w
    }
    key = ""
    for (i = 1; i <= n; i++)
        key = key " " word[i]
}
NR == FNR { seen[key] = 1; next }
!(key in seen) { seen[key] = 1; print }
