# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# unknown_words.awk: puts a word that no vocabulary has (a snowman) somewhere into one line of fifty, so that a model learns to read
# past what it does not know.
BEGIN { srand(1) }
rand() >= 0.02 { print; next }
{
    n = split($0, word, " ")
    place = int(rand() * (n + 1))
    line = place == 0 ? "☃" : ""
    for (i = 1; i <= n; i++) {
        line = line (line == "" ? "" : " ") word[i]
        if (i == place)
            line = line " ☃"
    }
    print line
}
