# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# concepts.awk: more concept sets for the sentences of CommonGen's training side, since its validation sets are all new ones. Reads
# "concepts<TAB>sentence" twice (the first time for the words that serve as concepts); writes each pair, the pair with its
# concepts in another order, and two with three to five concepts taken from the sentence itself.
#   awk -f stem.awk -f concepts.awk pairs.tsv pairs.tsv > more.tsv
function shuffled(n,    i, j, t) {
    for (i = n; i > 1; i--) { j = int(rand() * i) + 1; t = pick[i]; pick[i] = pick[j]; pick[j] = t }
}
function print_first(n,    i, s) {
    s = pick[1]
    for (i = 2; i <= n; i++) s = s " " pick[i]
    print s "\t" $2
}
BEGIN { FS = "\t"; srand(1) }
NR == FNR { n = split($1, word, " "); for (i = 1; i <= n; i++) count[stem(word[i]), word[i]]++; for (i = 1; i <= n; i++) { s = stem(word[i]); if (count[s, word[i]] > most[s]) { most[s] = count[s, word[i]]; concept[s] = word[i] } } next }
{
    print
    n = split($1, pick, " ")
    shuffled(n)
    print_first(n)
    all = 0; split("", seen)
    for (i = 1; i <= n; i++) { seen[stem(pick[i])] = 1; from[++all] = pick[i] }
    m = split(tolower($2), said, /[^[:alpha:]]+/)
    for (i = 1; i <= m; i++) {
        s = stem(said[i])
        if ((s in concept) && !(s in seen) && most[s] >= 5) { seen[s] = 1; from[++all] = concept[s] }
    }
    for (c = 0; c < 2; c++) {
        for (i = 1; i <= all; i++) pick[i] = from[i]
        shuffled(all)
        r = rand()
        size = r < 0.4 ? 3 : r < 0.7 ? 4 : 5
        print_first(size < all ? size : all)
    }
}
