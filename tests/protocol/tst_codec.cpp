// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cbor.h"
#include "protocol/Codec.h"
#include "support/Refusal.h"
#include "support/Samples.h"
#include <QtTest>
#include <limits>

using namespace ard;
using namespace ard::protocol;
using nlohmann::json;
using Bytes = std::vector<std::uint8_t>;

namespace {

std::span<const std::uint8_t> payloadOf(const Bytes &message)
{
    return std::span(message).subspan(4);
}

json mapOf(const Message &message)
{
    const Bytes bytes = encode(message);
    return *parseCbor(payloadOf(bytes));
}

Decoded decodeJson(const json &map)
{
    return decode(json::to_cbor(map));
}

QString reasonOf(const Decoded &decoded)
{
    return decoded ? QString() : QString::fromStdString(decoded.error().error.message);
}

/// The end of the field's name as it is told, quoted; of an entry of a list, no more than that.
std::string fieldOf(const json::json_pointer &pointer)
{
    const std::string &name = pointer.back();
    return std::isdigit(static_cast<unsigned char>(name.front())) ? "\"" : name + "\"";
}

void addMessages()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Message &message : test::sampleMessages())
        QTest::addRow("%d %s", index, typeName(message.body)) << index, ++index;
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT

    const std::vector<Message> m_messages = test::sampleMessages();

private slots:
    void samplesCoverEveryMessage()
    {
        QCOMPARE(m_messages.size(), std::variant_size_v<Body>);
        for (std::size_t i = 0; i < m_messages.size(); ++i)
            QCOMPARE(m_messages[i].body.index(), i);
    }

    void keepsEveryField_data() { addMessages(); }
    void keepsEveryField()
    {
        QFETCH(int, index);
        const Message &message = m_messages[static_cast<std::size_t>(index)];
        const Bytes bytes = encode(message);
        const std::size_t length = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24;
        QCOMPARE(length, bytes.size() - 4);
        const Decoded back = decode(payloadOf(bytes));
        QVERIFY2(back, back ? "" : back.error().error.message.c_str());
        QVERIFY(test::same(message, *back));
    }

    void olderEnginesSayLessOfTheSource()
    {
        const auto started = std::find_if(m_messages.begin(), m_messages.end(), [](const Message &message) {
            return std::holds_alternative<StartedEvent>(message.body);
        });
        json map = mapOf(*started);
        map.erase("source_left_out");
        map.erase("source_unknown");
        const Decoded back = decodeJson(map);
        QVERIFY(back);
        const SourceReading &source = std::get<StartedEvent>(back->body).source;
        QVERIFY(!source.leftOut && !source.unknown);
        QCOMPARE(mapOf(*back), map); // and what is not known is not said
        map["source_unknown"] = source.pieces.size() + 1;
        ARD_SAYS(reasonOf(decodeJson(map)), "\"source_unknown\" must be a whole number from 0 to");
        map["source_unknown"] = -1;
        ARD_SAYS(reasonOf(decodeJson(map)), "\"source_unknown\" must be a whole number from 0 to");
    }

    void refusesEveryTruncation_data() { addMessages(); }
    void refusesEveryTruncation()
    {
        QFETCH(int, index);
        const Bytes bytes = encode(m_messages[static_cast<std::size_t>(index)]);
        const auto payload = payloadOf(bytes);
        for (std::size_t length = 0; length < payload.size(); ++length) {
            ARD_SAYS(reasonOf(decode(payload.first(length))), "The data cannot be read: it ");
        }
    }

    void survivesEveryBitFlip_data() { addMessages(); }
    void survivesEveryBitFlip()
    {
        QFETCH(int, index);
        const Bytes bytes = encode(m_messages[static_cast<std::size_t>(index)]);
        Bytes payload(bytes.begin() + 4, bytes.end());
        for (std::size_t bit = 0; bit < payload.size() * 8; ++bit) {
            payload[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
            // What is still understood must be sound enough to be sent on.
            if (const Decoded back = decode(payload)) {
                const Bytes again = encode(*back);
                QVERIFY(decode(payloadOf(again)));
            }
            payload[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
        }
    }

    void refusesWrongTypesEverywhere_data() { addMessages(); }
    void refusesWrongTypesEverywhere()
    {
        QFETCH(int, index);
        const json map = mapOf(m_messages[static_cast<std::size_t>(index)]);
        for (const auto &pointer : test::everyValue(map)) {
            const std::string name = pointer.to_string();
            for (const json &wrong :
                 {json(nullptr), json(std::numeric_limits<double>::quiet_NaN()), json::binary({1, 2, 3})}) {
                json changed = map;
                changed[pointer] = wrong;
                const Decoded back = decodeJson(changed);
                ARD_SAYS(reasonOf(back), fieldOf(pointer) + " must be ");
                QCOMPARE(back.error().id, name == "/id" ? 0 : map["id"].get<std::uint64_t>());
                QCOMPARE(back.error().type, name == "/type" ? std::string() : map["type"].get<std::string>());
                QCOMPARE(back.error().error.code, ErrorCode::Format);
            }
        }
    }

    void survivesMissingAndOtherValues_data() { addMessages(); }
    void survivesMissingAndOtherValues()
    {
        QFETCH(int, index);
        const json map = mapOf(m_messages[static_cast<std::size_t>(index)]);
        const std::vector<json> others{-1,     ~0ULL, INT64_MIN,     1e308,          "",
                                       "text", true,  json::array(), json::object(), json::array({1, "a"})};
        for (const auto &pointer : test::everyValue(map)) {
            for (const json &other : others) {
                json changed = map;
                changed[pointer] = other;
                if (const Decoded back = decodeJson(changed))
                    QVERIFY(decode(payloadOf(encode(*back))));
            }
            json without = map;
            json &parent = without[pointer.parent_pointer()];
            if (parent.is_object())
                parent.erase(pointer.back());
            if (const Decoded back = decodeJson(without))
                QVERIFY(decode(payloadOf(encode(*back))));
        }
    }

    void toleratesKeysOfNewerMinorVersions_data() { addMessages(); }
    void toleratesKeysOfNewerMinorVersions()
    {
        QFETCH(int, index);
        const Message &message = m_messages[static_cast<std::size_t>(index)];
        json map = mapOf(message);
        map["zz_new"] = {{"deep", {1, 2, {{"x", nullptr}}}}};
        const Decoded back = decodeJson(map);
        QVERIFY(back);
        QVERIFY(test::same(message, *back));
    }

    void shortRequestsGetTheDefaults()
    {
        const Decoded back = decodeJson({{"type", "generate"}, {"id", 3}, {"request", {{"source", "a fact"}}}});
        QVERIFY(back);
        const auto &request = std::get<GenerateRequest>(back->body).request;
        GenerationRequest expected;
        expected.source = "a fact";
        expected.schedule.diffusionSteps = 0; // the model's
        QVERIFY(test::same(request, expected));
        const Decoded load = decodeJson({{"type", "load_model"}, {"id", 3}, {"folder", "m"}});
        QVERIFY(load);
        QCOMPARE(std::get<LoadModelRequest>(load->body).device, std::string("auto"));
    }

    /// The window draws what a model has learned: what makes no timestep schedule does not get that far.
    void learnedTimestepsMustMakeASchedule()
    {
        json map = mapOf({3, LoadedEvent{test::sampleModel(), "cpu"}});
        QVERIFY(decodeJson(map));
        const auto with = [&](const ScheduleTable &rows, int width) {
            std::vector<std::int32_t> cells;
            for (const auto &row : rows)
                cells.insert(cells.end(), row.begin(), row.end());
            json changed = map;
            changed["model"]["learned_timesteps"] = {{"width", width},
                                                     {"timesteps", cborArray(std::span<const std::int32_t>(cells))}};
            return decodeJson(changed);
        };
        QVERIFY(with({{0, 5, 199}, {0, 0, 199}}, 3));
        ARD_SAYS(reasonOf(with({{0, 5, 199}, {0, 6, 5}}, 3)), "must be rows that rise from 0");
        ARD_SAYS(reasonOf(with({{0, 5, 198}}, 3)),
                 "must be rows that rise from 0 to the model's last timestep"); // the model has 200 diffusion steps
        ARD_SAYS(reasonOf(with({{1, 5, 199}}, 3)), "must be rows that rise from 0");
        ARD_SAYS(reasonOf(with({{0, 5, 199}}, 2)), "must be whole rows");
        ARD_SAYS(reasonOf(with({{0}}, 1)), "must be rows that rise from 0");
        ARD_SAYS(reasonOf(with({}, 2)), "must be whole rows");
        ARD_SAYS(reasonOf(with(ScheduleTable(4097, {0, 199}), 2)), "must be at most 4096 rows");
        ARD_SAYS(reasonOf(with(ScheduleTable(1, std::vector<int>(258, 0)), 258)),
                 "width\" must be a whole number from 1 to 257");
        map["model"].erase("learned_timesteps");
        map["model"].erase("embedding_width"); // of an engine before 1.4
        const Decoded without = decodeJson(map);
        QVERIFY(without && !std::get<LoadedEvent>(without->body).model.learnedTimesteps);
        QCOMPARE(std::get<LoadedEvent>(without->body).model.embeddingWidth, 0);
    }

    void anUnknownTypeIsToldApart()
    {
        const Decoded back = decodeJson({{"type", "newer_request"}, {"id", 77}, {"anything", 1}});
        ARD_SAYS(reasonOf(back), "The message type \"newer_request\" is not known");
        QCOMPARE(back.error().error.code, ErrorCode::Unsupported);
        QCOMPARE(back.error().id, 77ULL);
        QCOMPARE(back.error().type, std::string("newer_request"));
    }

    void whatIsNoMapIsMalformed()
    {
        const std::pair<json, const char *> cases[] = {{1, "\"message\" must be a map"},
                                                       {json::array({1}), "\"message\" must be a map"},
                                                       {"hello", "\"message\" must be a map"},
                                                       {json::object(), "\"id\" must be there"}};
        for (const auto &[value, reason] : cases) {
            const Decoded back = decodeJson(value);
            ARD_SAYS(reasonOf(back), reason);
            QCOMPARE(back.error().id, 0ULL);
            QCOMPARE(back.error().error.code, ErrorCode::Format);
        }
    }

    void survivesBombsAndNoise()
    {
        ARD_SAYS(reasonOf(decode(Bytes(1'000'000, 0x81))), "it is nested too deeply");
        ARD_SAYS(reasonOf(decode(Bytes(1'000'000, 0xBF))), "it has a value without a length");
        Bytes zeros{0x9A, 0x00, 0x98, 0x96, 0x80}; // ten million zeros would be 160 MB of values
        zeros.insert(zeros.end(), 10'000'000, 0);
        ARD_SAYS(reasonOf(decode(zeros)), "it has too many values");
        std::mt19937 random(1);
        for (int i = 0; i < 20000; ++i) {
            Bytes noise(random() % 64);
            for (auto &byte : noise)
                byte = static_cast<std::uint8_t>(random());
            QVERIFY(!decode(noise));
        }
    }

    void versionsAreCompared()
    {
        QVERIFY(checkVersion(kMajor, 0, "The window"));
        QVERIFY(checkVersion(kMajor, kMinor + 9, "The window"));
        const Status newer = checkVersion(kMajor + 1, 0, "The window");
        ARD_REFUSES(newer, "The window speaks protocol version 2.0");
        ARD_REFUSES(checkVersion(kMajor - 1, 0, "The engine"), "The engine speaks protocol version 0.0");
    }

    void readerTakesOneByteAtATime()
    {
        PayloadReader reader;
        std::size_t seen = 0;
        for (const Message &message : m_messages) {
            const Bytes bytes = encode(message);
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                reader.feed(std::span(bytes).subspan(i, 1));
                const auto payload = reader.next();
                QVERIFY(payload);
                QCOMPARE(payload->has_value(), i + 1 == bytes.size());
                if (payload->has_value()) {
                    const Decoded back = decode(**payload);
                    QVERIFY(back && test::same(message, *back));
                    ++seen;
                }
            }
        }
        QCOMPARE(seen, m_messages.size());
    }

    void readerTakesManyMessagesAtOnce()
    {
        Bytes stream;
        for (int round = 0; round < 50; ++round)
            for (const Message &message : m_messages) {
                const Bytes bytes = encode(message);
                stream.insert(stream.end(), bytes.begin(), bytes.end());
            }
        PayloadReader reader;
        std::size_t seen = 0;
        for (std::size_t at = 0; at < stream.size(); at += 7777) {
            reader.feed(std::span(stream).subspan(at, std::min<std::size_t>(7777, stream.size() - at)));
            while (true) {
                const auto payload = reader.next();
                QVERIFY(payload);
                if (!*payload)
                    break;
                const Decoded back = decode(**payload);
                QVERIFY(back && test::same(*back, m_messages[seen % m_messages.size()]));
                ++seen;
            }
        }
        QCOMPARE(seen, 50 * m_messages.size());
    }

    void readerRefusesLongMessagesBeforeTheyCome()
    {
        PayloadReader reader;
        reader.feed(Bytes{0x01, 0x00, 0x00, 0x04}); // 64 MiB + 1
        ARD_REFUSES(reader.next(), "A message of 67108865 bytes was announced, more than");
        PayloadReader atTheLimit;
        atTheLimit.feed(Bytes{0x00, 0x00, 0x00, 0x04});
        const auto payload = atTheLimit.next();
        QVERIFY(payload);
        QVERIFY(!payload->has_value());
        PayloadReader empty;
        empty.feed(Bytes{0, 0, 0, 0});
        const auto nothing = empty.next();
        QVERIFY(nothing && *nothing && (*nothing)->empty());
        ARD_SAYS(reasonOf(decode(**nothing)), "it is cut short");
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
