// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Board files: every lane comes back with its run, and nothing that is damaged is believed.
#include "base/Cbor.h"
#include "support/Refusal.h"
#include "support/Samples.h"
#include "trace/BoardFile.h"
#include "trace/RunFile.h"
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using namespace ard;
using nlohmann::json;

namespace {

constexpr std::size_t magicBytes = 3;

FilledSteps sampleSteps()
{
    return {3, 12, {1, 2, 3}, {1, 7, 3}, {0.5F, 0, 2}, {{1, "a"}, {7, "dog"}}, 1.5};
}

BoardRecord sampleBoard()
{
    BoardRecord board;
    for (int calls : {5, 3}) {
        BoardLane lane;
        lane.letter = calls == 5 ? 3 : 0;
        lane.title = "lane of " + std::to_string(calls);
        lane.name = "name of " + std::to_string(calls);
        lane.model = "tiny";
        lane.run = test::sampleRun(6, calls);
        lane.request = lane.run->request;
        lane.jumps = {{2, test::sampleRun(6, calls - 1), {}}, {3, test::sampleRun(6, calls), sampleSteps()}};
        board.lanes.push_back(std::move(lane));
    }
    BoardLane empty; // it has not run
    empty.request = test::sampleRun(6, 2).request;
    empty.request.seed = 17;
    board.lanes.push_back(std::move(empty));
    board.view = {1, 3, 2, "Share", "view.showBoth", "colour.entropy", true, true};
    return board;
}

bool same(const FilledSteps &a, const FilledSteps &b)
{
    return a.modelCall == b.modelCall && a.modelCalls == b.modelCalls && a.jumpWords == b.jumpWords &&
        a.filledWords == b.filledWords && a.distance == b.distance && a.words == b.words && a.seconds == b.seconds;
}

bool same(const std::vector<BoardJump> &a, const std::vector<BoardJump> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const BoardJump &one, const BoardJump &other) {
        return one.call == other.call && test::same(one.steps, other.steps) &&
            one.compared.has_value() == other.compared.has_value() &&
            (!one.compared || same(*one.compared, *other.compared));
    });
}

bool same(const BoardRecord &a, const BoardRecord &b)
{
    if (a.lanes.size() != b.lanes.size() || a.view != b.view)
        return false;
    for (std::size_t i = 0; i < a.lanes.size(); ++i) {
        const BoardLane &one = a.lanes[i], &other = b.lanes[i];
        if (one.title != other.title || one.model != other.model || one.letter != other.letter ||
            one.name != other.name || !same(one.jumps, other.jumps) || !test::same(one.request, other.request) ||
            one.run.has_value() != other.run.has_value() || (one.run && !test::same(*one.run, *other.run)))
            return false;
    }
    return true;
}

std::vector<std::uint8_t> fileOf(const json &map)
{
    std::vector<std::uint8_t> bytes{0xD9, 0xD9, 0xF7};
    json::to_cbor(map, bytes);
    return bytes;
}

json mapOf(const BoardRecord &board)
{
    const std::vector<std::uint8_t> bytes = encodeBoard(board);
    return *parseCbor(std::span(bytes).subspan(magicBytes));
}

} // namespace

class TestBoardFile : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryField()
    {
        const auto back = decodeBoard(encodeBoard(sampleBoard()));
        QVERIFY2(back, qPrintable(test::reasonOf(back)));
        QVERIFY(same(sampleBoard(), *back));
    }

    void savesAndLoads()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.ardboard").toStdString();
        QVERIFY(saveBoard(sampleBoard(), path));
        const auto back = loadBoard(path);
        QVERIFY2(back, qPrintable(test::reasonOf(back)));
        QVERIFY(same(sampleBoard(), *back));
        // What could not be opened again never replaces it.
        BoardRecord bad = sampleBoard();
        bad.lanes[0].run->frames[1].tokens[2].entropy = std::numeric_limits<float>::quiet_NaN();
        ARD_REFUSES(saveBoard(bad, path), "The board cannot be saved because its numbers are not in order");
        bad = sampleBoard();
        bad.lanes.clear();
        QVERIFY(!saveBoard(bad, path));
        QVERIFY(same(sampleBoard(), *loadBoard(path)));
        ARD_REFUSES(loadBoard(folder.filePath("missing").toStdString()), "No such file or directory");
    }

    void refusesEveryTruncation()
    {
        const auto bytes = encodeBoard(sampleBoard());
        for (std::size_t length = 0; length < bytes.size(); length += 7)
            ARD_REFUSES(decodeBoard(std::span(bytes).first(length)),
                        length >= magicBytes ? "The board file is damaged or incomplete" : "This is not a board file");
    }

    void refusesForeignAndHostileFiles()
    {
        ARD_REFUSES(decodeBoard(encodeRun(test::sampleRun(3, 2))), "This is not a board file");
        ARD_REFUSES(decodeBoard({}), "This is not a board file");
        const auto damaged = [](auto change) {
            json map = mapOf(sampleBoard());
            change(map);
            return test::reasonOf(decodeBoard(fileOf(map)));
        };
        const QString sentence = QStringLiteral("The board file is damaged or incomplete");
        QCOMPARE(damaged([](json &map) { map["lanes"] = json::array(); }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"] = 5; }), sentence);
        QCOMPARE(damaged([](json &map) { map.erase("view"); }), sentence);
        QCOMPARE(damaged([](json &map) { map["view"]["lane"] = 8; }), sentence);
        QCOMPARE(damaged([](json &map) { map["view"]["call"] = -1; }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0].erase("request"); }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0]["run"] = "no run"; }), sentence);
        QCOMPARE(damaged([](json &map) {
                     const std::vector<std::uint8_t> foreign{1, 2, 3, 4};
                     map["lanes"][0]["run"] = cborArray(std::span<const std::uint8_t>(foreign));
                 }),
                 sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0]["letter"] = 8; }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0]["jumps"] = 1; }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0]["jumps"][1].erase("run"); }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0]["jumps"][1]["call"] = 0; }), sentence);
        QCOMPARE(damaged([](json &map) { map["lanes"][0]["jumps"][1]["compared"]["length"] = 4; }), sentence);
        QCOMPARE(damaged([](json &map) {
                     for (int i = 0; i < 9; ++i)
                         map["lanes"].push_back(map["lanes"][2]);
                 }),
                 sentence);
        QVERIFY(damaged([](json &map) { map["major"] = 2; }).contains(QLatin1String("newer version")));
    }

    void damagedBytesAreNoCrash()
    {
        const auto bytes = encodeBoard(sampleBoard());
        std::mt19937 random(7);
        for (int i = 0; i < 2000; ++i)
            if (const auto board = decodeBoard(test::damaged(bytes, random)); !board)
                QVERIFY(!board.error().message.empty());
    }

    void readsAnOlderMinorVersion()
    {
        json map = mapOf(sampleBoard());
        map["minor"] = 0;
        for (json &lane : map["lanes"])
            for (const char *key : {"letter", "name", "jumps"})
                lane.erase(key);
        const auto board = decodeBoard(fileOf(map));
        QVERIFY2(board, qPrintable(test::reasonOf(board)));
        QCOMPARE(board->lanes[0].letter, -1);
        QVERIFY(board->lanes[0].name.empty() && board->lanes[0].jumps.empty() && board->lanes[0].run);
    }

    void readsANewerMinorVersionWithUnknownKeys()
    {
        json map = mapOf(sampleBoard());
        map["minor"] = kBoardFileMinor + 3;
        map["view"]["zoom"] = 1.5;
        map["view"]["quantity"] = "colour.something";
        map["lanes"][0]["note"] = "x";
        const auto board = decodeBoard(fileOf(map));
        QVERIFY2(board, qPrintable(test::reasonOf(board)));
        QCOMPARE(board->view.quantity, std::string("colour.something"));
        QCOMPARE(board->lanes.size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(TestBoardFile)
#include "tst_boardfile.moc"
