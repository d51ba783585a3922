# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# orders.awk: every pair "concepts<TAB>sentence" as it is and once more with its concepts in another order, one source in ten with
# commas between them, as people type them.
function joined(    i, s, between) {
    between = rand() < 0.1 ? ", " : " "
    s = word[1]
    for (i = 2; i <= n; i++)
        s = s between word[i]
    return s
}
BEGIN { FS = "\t"; srand(1) }
{
    n = split($1, word, " ")
    print joined() "\t" $2
    for (i = n; i > 1; i--) { j = int(rand() * i) + 1; w = word[i]; word[i] = word[j]; word[j] = w }
    print joined() "\t" $2
}
