// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PickleMachine: the stack, the marks and the memo of a pickle, with every operation checked. PickleReader decodes the bytes
// and calls it. Internal to core/checkpoint.
#include "base/Result.h"
#include "checkpoint/PickleValue.h"
#include <unordered_map>

namespace ard::pickle {

class Machine {
public:
    Status push(Value value);
    Status pop();
    Status duplicate();
    Status mark();
    Status popToMark();

    Status makeTuple(std::size_t count); ///< of the last count values
    Status makeTupleFromMark();
    Status makeListFromMark();
    Status makeDictFromMark();
    Status append();         ///< list, value: the list stays
    Status appendFromMark(); ///< list, mark, values
    Status setItem();        ///< dict, key, value
    Status setItemsFromMark();

    Status remember(std::uint32_t place);
    Status rememberNext(); ///< at the place after those in use, as MEMOIZE does
    Status recall(std::uint32_t place);

    Status pushGlobal(const std::string &module, const std::string &name);
    Status pushGlobalFromStack(); ///< module, name
    Status pushPersistent();      ///< id
    Status reduce();              ///< callable, arguments
    Status build();               ///< object, state

    /// The value that is left. The machine is empty afterwards.
    Result<Document> finish();

private:
    Result<Ref> take(); ///< the last value, above the last mark
    Result<std::vector<Ref>> takeToMark();
    Status setAll(const std::vector<Ref> &keysAndValues);
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    Document m_document;
    std::vector<Ref> m_stack;
    std::vector<std::size_t> m_marks; ///< sizes of the stack
    std::unordered_map<std::uint32_t, Ref> m_memo;
};

} // namespace ard::pickle
