// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/PickleMachine.h"
#include "checkpoint/PickleGlobals.h"
#include <utility>

namespace ard::pickle {

namespace {

tl::unexpected<Error> failDamaged(const char *what)
{
    return fail(ErrorCode::Format, std::string("the description of its contents is damaged (") + what + ")");
}

} // namespace

Status Machine::push(Value value)
{
    m_stack.push_back(m_document.add(std::move(value)));
    return {};
}

Result<Ref> Machine::take()
{
    if (m_stack.size() <= floor())
        return failDamaged("a value is missing");
    const Ref ref = m_stack.back();
    m_stack.pop_back();
    return ref;
}

Result<std::vector<Ref>> Machine::takeToMark()
{
    if (m_marks.empty())
        return failDamaged("a mark is missing");
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<Ref> values(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return values;
}

Status Machine::pop()
{
    // As in Python, POP takes a mark that lies on top away.
    if (!m_marks.empty() && m_stack.size() == m_marks.back())
        m_marks.pop_back();
    else
        ARD_TRY(take());
    return {};
}

Status Machine::duplicate()
{
    if (m_stack.size() <= floor())
        return failDamaged("a value is missing");
    m_stack.push_back(m_stack.back());
    return {};
}

Status Machine::mark()
{
    m_marks.push_back(m_stack.size());
    return {};
}

Status Machine::popToMark()
{
    ARD_TRY(takeToMark());
    return {};
}

Status Machine::makeTuple(std::size_t count)
{
    if (m_stack.size() < floor() + count)
        return failDamaged("a value is missing");
    const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(count);
    Tuple tuple{{first, m_stack.end()}};
    m_stack.erase(first, m_stack.end());
    return push(std::move(tuple));
}

Status Machine::makeTupleFromMark()
{
    ARD_ASSIGN(std::vector<Ref> items, takeToMark());
    return push(Tuple{std::move(items)});
}

Status Machine::makeListFromMark()
{
    ARD_ASSIGN(std::vector<Ref> items, takeToMark());
    return push(List{std::move(items)});
}

Status Machine::makeDictFromMark()
{
    ARD_ASSIGN(const std::vector<Ref> items, takeToMark());
    ARD_TRY(push(Dict{}));
    return setAll(items);
}

Status Machine::append()
{
    ARD_ASSIGN(const Ref item, take());
    if (m_stack.size() <= floor())
        return failDamaged("a list is missing");
    auto *list = std::get_if<List>(&m_document.values[m_stack.back()]);
    if (!list)
        return failDamaged("a list is missing");
    list->items.push_back(item);
    return {};
}

Status Machine::appendFromMark()
{
    ARD_ASSIGN(const std::vector<Ref> items, takeToMark());
    auto *list = m_stack.size() > floor() ? std::get_if<List>(&m_document.values[m_stack.back()]) : nullptr;
    if (!list)
        return failDamaged("a list is missing");
    list->items.insert(list->items.end(), items.begin(), items.end());
    return {};
}

Status Machine::setAll(const std::vector<Ref> &keysAndValues)
{
    auto *dict = m_stack.size() > floor() ? std::get_if<Dict>(&m_document.values[m_stack.back()]) : nullptr;
    if (!dict)
        return failDamaged("a dictionary is missing");
    if (keysAndValues.size() % 2 != 0)
        return failDamaged("a key without a value");
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2)
        dict->items.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
    return {};
}

Status Machine::setItem()
{
    ARD_ASSIGN(const Ref value, take());
    ARD_ASSIGN(const Ref key, take());
    return setAll({key, value});
}

Status Machine::setItemsFromMark()
{
    ARD_ASSIGN(const std::vector<Ref> items, takeToMark());
    return setAll(items);
}

Status Machine::remember(std::uint32_t place)
{
    if (m_stack.size() <= floor())
        return failDamaged("a value is missing");
    m_memo[place] = m_stack.back();
    return {};
}

Status Machine::rememberNext()
{
    return remember(static_cast<std::uint32_t>(m_memo.size()));
}

Status Machine::recall(std::uint32_t place)
{
    const auto found = m_memo.find(place);
    if (found == m_memo.end())
        return failDamaged("a value is used before it is made");
    m_stack.push_back(found->second);
    return {};
}

Status Machine::pushGlobal(const std::string &module, const std::string &name)
{
    ARD_ASSIGN(const Global global, knownGlobal(module, name));
    return push(global);
}

Status Machine::pushGlobalFromStack()
{
    ARD_ASSIGN(const Ref nameRef, take());
    ARD_ASSIGN(const Ref moduleRef, take());
    const auto *module = m_document.as<std::string>(moduleRef), *name = m_document.as<std::string>(nameRef);
    if (!module || !name)
        return failDamaged("a name that is no text");
    return pushGlobal(*module, *name);
}

Status Machine::pushPersistent()
{
    ARD_ASSIGN(const Ref id, take());
    ARD_ASSIGN(Value value, persistentValue(m_document, m_document.values[id]));
    return push(std::move(value));
}

Status Machine::reduce()
{
    ARD_ASSIGN(const Ref argumentsRef, take());
    ARD_ASSIGN(const Ref callableRef, take());
    const auto *callable = m_document.as<Global>(callableRef);
    const auto *arguments = m_document.as<Tuple>(argumentsRef);
    if (!callable || !arguments)
        return failDamaged("a call of something that is not a function");
    ARD_ASSIGN(const Ref made, call(m_document, *callable, *arguments));
    m_stack.push_back(made);
    return {};
}

Status Machine::build()
{
    ARD_ASSIGN(const Ref state, take());
    // An OrderedDict of a state_dict carries attributes (its _metadata), which say nothing about the weights.
    if (m_stack.size() > floor() && m_document.as<Opaque>(m_stack.back()))
        return {};
    const bool onDict = m_stack.size() > floor() && m_document.as<Dict>(m_stack.back());
    if (!onDict || !m_document.as<Dict>(state))
        return fail(ErrorCode::Unsupported, "it sets the attributes of something that is no dictionary");
    return {};
}

Result<Document> Machine::finish()
{
    if (m_stack.size() != 1 || !m_marks.empty())
        return failDamaged("it does not end with one value");
    m_document.root = m_stack.back();
    m_stack.clear();
    m_memo.clear();
    return std::exchange(m_document, Document{});
}

} // namespace ard::pickle
