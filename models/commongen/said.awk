# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# said.awk: leaves of every "concepts<TAB>sentence" the concepts that the sentence has, and of the pairs those with two and more. The
# teacher leaves out one concept in five; a student shall learn that all it is given come.
#   awk -f stem.awk -f said.awk pairs.tsv
BEGIN { FS = "\t" }
{
    split("", has)
    m = split(tolower($2), word, /[^[:alpha:]]+/)
    for (i = 1; i <= m; i++)
        has[stem(word[i])] = 1
    n = split($1, concept, " ")
    kept = 0
    source = ""
    for (i = 1; i <= n; i++)
        if (stem(concept[i]) in has) {
            source = source (kept++ ? " " : "") concept[i]
        } else
            left_out++
    all += n
    if (kept > 1)
        print source "\t" $2
}
END { printf "%d of %d concepts left out\n", left_out, all > "/dev/stderr" }
