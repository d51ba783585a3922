// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordBook: gathers the display text of word ids: all for the run, the new ones for the observer.
#include "text/Tokenizer.h"
#include "trace/StepFrame.h"
#include <map>

namespace ard {

class WordBook {
public:
    explicit WordBook(const Tokenizer &tokenizer) : m_tokenizer(tokenizer) { }

    std::map<std::int32_t, std::string> add(const StepFrame &frame)
    {
        std::map<std::int32_t, std::string> fresh;
        for (const TokenState &token : frame.tokens) {
            add(token.wordId, fresh);
            for (const std::int32_t id : token.topIds)
                add(id, fresh);
        }
        return fresh;
    }
    std::map<std::int32_t, std::string> words;

private:
    void add(std::int32_t id, std::map<std::int32_t, std::string> &fresh)
    {
        if (id >= 0 && words.count(id) == 0)
            fresh[id] = words[id] = m_tokenizer.piece(id);
    }
    const Tokenizer &m_tokenizer;
};

} // namespace ard
