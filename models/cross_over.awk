# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cross_over.awk -v count=N: N new sentences out of the lines read: the beginning of one and the end of another, joined where both
# have the same two words. A student that hears its teacher on these too learns less by heart. Not every one means something.
BEGIN { srand(1) }
{
    known[$0] = 1
    line[NR] = $0
    for (i = 1; i < NF; i++) {
        pair = $i " " $(i + 1)
        place[pair, ++places[pair]] = NR ":" (i + 2)
    }
}
END {
    for (tries = 0; made < count && tries < 100 * count; tries++) {
        n = split(line[1 + int(rand() * NR)], first, " ")
        if (n < 3)
            continue
        i = 1 + int(rand() * (n - 1))
        pair = first[i] " " first[i + 1]
        split(place[pair, 1 + int(rand() * places[pair])], at, ":")
        m = split(line[at[1]], second, " ")
        sentence = first[1]
        for (k = 2; k <= i + 1; k++)
            sentence = sentence " " first[k]
        for (k = at[2]; k <= m; k++)
            sentence = sentence " " second[k]
        if (i + 1 + m - at[2] > 24 || sentence !~ /[.?!]"?$/ || sentence in known)
            continue
        known[sentence] = 1
        print sentence
        made++
    }
}
