// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fields: one description of a struct for reading and for writing. A function
//     template <class F> void fields(F &f, FieldsOf<F, Thing> thing) { f.number("eta", thing.eta, 0, 1); .. }
// is run with a FieldFiller, which checks and fills in, or with a FieldWriter, which makes JSON; both have the same
// functions, so that nothing can be written that is not read. Where the description stands in a .cpp, the header declares the
// template and the .cpp instantiates it for both.
#include "base/Cbor.h"
#include "base/FieldReader.h"
#include <span>
#include <type_traits>

namespace ard {

template <class F, class T>
using FieldsOf = std::conditional_t<F::reads, T &, const T &>;

/// Optional: where a reader does not find the field, the value stays as it is. A writer always writes it.
enum class Presence { Required, Optional };
using Count = std::optional<std::size_t>; ///< of a typed array: how many values there must be; unset: any

/// Fills variables from a FieldReader, to whose status errors go; after one the values are harmless but meaningless.
class FieldFiller {
public:
    static constexpr bool reads = true;
    explicit FieldFiller(const FieldReader &reader) : m_reader(reader) { }
    const FieldReader &reader() const { return m_reader; }
    bool ok() const { return m_reader.ok(); }

    template <class Whole>
    void integer(const char *key, Whole &value, std::int64_t low, std::int64_t high,
                 Presence presence = Presence::Required)
    {
        if (isDue(key, presence))
            value = static_cast<Whole>(m_reader.integer(key, low, high));
    }
    void unsigned64(const char *key, std::uint64_t &value, Presence presence = Presence::Required)
    {
        if (isDue(key, presence))
            value = m_reader.unsigned64(key);
    }
    void number(const char *key, double &value, double low, double high, Presence presence = Presence::Required)
    {
        if (isDue(key, presence))
            value = m_reader.number(key, low, high);
    }
    void boolean(const char *key, bool &value, Presence presence = Presence::Required)
    {
        if (isDue(key, presence))
            value = m_reader.boolean(key);
    }
    void text(const char *key, std::string &value, std::size_t maxBytes, Presence presence = Presence::Required)
    {
        if (isDue(key, presence))
            value = m_reader.text(key, maxBytes);
    }
    void texts(const char *key, std::vector<std::string> &values, std::size_t maxCount, std::size_t maxBytes)
    {
        values = m_reader.texts(key, maxCount, maxBytes);
    }
    void uint8s(const char *key, std::vector<std::uint8_t> &values, Count count, std::uint8_t high)
    {
        values = m_reader.uint8s(key, count, high);
    }
    void int32s(const char *key, std::vector<std::int32_t> &values, Count count, std::int32_t low, std::int32_t high)
    {
        values = m_reader.int32s(key, count, low, high);
    }
    void floats(const char *key, std::vector<float> &values, Count count, float low, float high)
    {
        values = m_reader.floats(key, count, low, high);
    }
    /// A name of a choice; nameOf and named turn it into text and back (clampName, clampNamed).
    template <class Choice, class NameOf, class Named>
    void choice(const char *key, Choice &value, NameOf, Named named, const std::string &expectation,
                Presence presence = Presence::Required)
    {
        if (!isDue(key, presence))
            return;
        if (const std::optional<Choice> known = named(m_reader.text(key, 256)))
            value = *known;
        else
            m_reader.refuse(key, expectation);
    }
    template <class T>
    void object(const char *key, T &value)
    {
        FieldFiller inner(m_reader.object(key));
        fields(inner, value);
    }
    /// A map whose description needs more than its value: describe(inner).
    template <class Describe>
    void nested(const char *key, Describe describe)
    {
        FieldFiller inner(m_reader.object(key));
        describe(inner);
    }
    template <class T>
    void objects(const char *key, std::vector<T> &values, std::size_t maxCount)
    {
        values.clear();
        for (const FieldReader &item : m_reader.objects(key, maxCount)) {
            FieldFiller inner(item);
            fields(inner, values.emplace_back());
        }
    }
    /// Whether what follows is there: isThere says so when writing.
    bool has(const char *key, bool) const { return m_reader.has(key); }
    template <class T>
    T &engaged(std::optional<T> &value) const
    {
        return value.emplace();
    }
    /// What ties fields together, checked when reading.
    void require(bool holds, const char *key, const std::string &expectation) const
    {
        if (!holds)
            m_reader.refuse(key, expectation);
    }

private:
    bool isDue(const char *key, Presence presence) const { return presence == Presence::Required || m_reader.has(key); }

    FieldReader m_reader;
};

class FieldWriter {
public:
    static constexpr bool reads = false;
    nlohmann::json &map() { return m_map; }
    bool ok() const { return true; }

    template <class Whole>
    void integer(const char *key, const Whole &value, std::int64_t, std::int64_t, Presence = Presence::Required)
    {
        m_map[key] = value;
    }
    void unsigned64(const char *key, std::uint64_t value, Presence = Presence::Required) { m_map[key] = value; }
    void number(const char *key, double value, double, double, Presence = Presence::Required) { m_map[key] = value; }
    void boolean(const char *key, bool value, Presence = Presence::Required) { m_map[key] = value; }
    void text(const char *key, const std::string &value, std::size_t, Presence = Presence::Required)
    {
        m_map[key] = validUtf8(value);
    }
    void texts(const char *key, const std::vector<std::string> &values, std::size_t, std::size_t)
    {
        nlohmann::json list = nlohmann::json::array();
        for (const std::string &value : values)
            list.push_back(validUtf8(value));
        m_map[key] = std::move(list);
    }
    void uint8s(const char *key, const std::vector<std::uint8_t> &values, Count, std::uint8_t) { array(key, values); }
    void int32s(const char *key, const std::vector<std::int32_t> &values, Count, std::int32_t, std::int32_t)
    {
        array(key, values);
    }
    void floats(const char *key, const std::vector<float> &values, Count, float, float) { array(key, values); }
    template <class Choice, class NameOf, class Named>
    void choice(const char *key, const Choice &value, NameOf nameOf, Named, const std::string &,
                Presence = Presence::Required)
    {
        m_map[key] = nameOf(value);
    }
    template <class T>
    void object(const char *key, const T &value)
    {
        FieldWriter inner;
        fields(inner, value);
        m_map[key] = std::move(inner.m_map);
    }
    template <class Describe>
    void nested(const char *key, Describe describe)
    {
        FieldWriter inner;
        describe(inner);
        m_map[key] = std::move(inner.m_map);
    }
    template <class T>
    void objects(const char *key, const std::vector<T> &values, std::size_t)
    {
        nlohmann::json list = nlohmann::json::array();
        for (const T &value : values) {
            FieldWriter inner;
            fields(inner, value);
            list.push_back(std::move(inner.m_map));
        }
        m_map[key] = std::move(list);
    }
    bool has(const char *, bool isThere) const { return isThere; }
    template <class T>
    const T &engaged(const std::optional<T> &value) const
    {
        return *value;
    }
    void require(bool, const char *, const std::string &) const { }

private:
    template <class T>
    void array(const char *key, const std::vector<T> &values)
    {
        m_map[key] = cborArray(std::span<const T>(values));
    }

    nlohmann::json m_map = nlohmann::json::object();
};

template <class T>
nlohmann::json fieldsToJson(const T &value)
{
    FieldWriter writer;
    fields(writer, value);
    return std::move(writer.map());
}

template <class T>
T readFields(const FieldReader &reader)
{
    T value{};
    FieldFiller filler(reader);
    fields(filler, value);
    return value;
}

} // namespace ard
