// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of fields: taken apart, put together, and mixed into new ones.
#include "text/FieldMixing.h"
#include "text/InventedNames.h"
#include "text/SourceFields.h"
#include <QTest>
#include <algorithm>
#include <map>

using namespace ard;

namespace {

const std::vector<std::string> kSources = {"name: Alimentum | food: Chinese | price: cheap | area: riverside",
                                           "name: Aromi | food: Italian | price: high",
                                           "name: Cotto | area: city centre | near: The Bakers"};

} // namespace

class TestFieldMixing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesApartAndPutsTogether()
    {
        const auto fields = sourceFields(kSources[0]);
        QCOMPARE(fields.size(), std::size_t(4));
        QVERIFY(fields[1] == (SourceField{"food", "Chinese"}));
        QCOMPARE(sourceText(fields), kSources[0]);
        QVERIFY(sourceFields("ski mountain skier").empty());
        QVERIFY(sourceFields("").empty());
        QCOMPARE(sourceFields("a: b: c | nothing | : x").size(), std::size_t(1));
    }

    void newSourcesOfKnownValues()
    {
        std::map<std::string, std::set<std::string>> known;
        for (const std::string &source : kSources)
            for (const SourceField &field : sourceFields(source))
                known[field.name].insert(field.value);
        const auto mixed = mixedSources(kSources, 40, {}, 7);
        QCOMPARE(mixed.size(), std::size_t(40));
        for (const std::string &source : mixed) {
            QVERIFY2(std::count(kSources.begin(), kSources.end(), source) == 0, source.c_str());
            const auto fields = sourceFields(source);
            QVERIFY(fields.size() >= 2 && fields.front().name == "name");
            for (const SourceField &field : fields)
                QVERIFY2(known[field.name].count(field.value) == 1, source.c_str());
        }
        QCOMPARE(std::set<std::string>(mixed.begin(), mixed.end()).size(), mixed.size());
    }

    void sameSeedSameSources()
    {
        QVERIFY(mixedSources(kSources, 20, {}, 7) == mixedSources(kSources, 20, {}, 7));
        QVERIFY(mixedSources(kSources, 20, {}, 7) != mixedSources(kSources, 20, {}, 8));
    }

    void leavesOutWhatIsHeldOut()
    {
        const auto all = mixedSources(kSources, 40, {}, 7);
        const std::set<std::string> held(all.begin(), all.begin() + 10);
        for (const std::string &source : mixedSources(kSources, 40, held, 7))
            QVERIFY(held.count(source) == 0);
    }

    void inventsNamesOnBothSides()
    {
        std::string source = "name: Aromi | food: Italian | near: Café Rouge",
                    target = "Aromi, by Café Rouge: Aromi's food is Italian, not Aromine.";
        QVERIFY(inventNames(source, target, {"name", "near"}, 3, 5));
        const auto fields = sourceFields(source);
        QCOMPARE(fields[0].value, inventedName(3, 10));
        QCOMPARE(fields[2].value, inventedName(3, 11));
        QCOMPARE(fields[1].value, std::string("Italian"));
        QCOMPARE(target,
                 fields[0].value + ", by " + fields[2].value + ": " + fields[0].value +
                     "'s food is Italian, not Aromine.");
        std::string other = "It is Italian.", untouched = "name: Aromi | food: Italian";
        QVERIFY(!inventNames(untouched, other, {"name"}, 3, 5)); // the target does not say the name
        QCOMPARE(untouched, std::string("name: Aromi | food: Italian"));
    }

    void inventedNamesDiffer()
    {
        std::set<std::string> names;
        for (std::uint64_t i = 0; i < 2000; ++i) {
            const std::string name = inventedName(1, i);
            QVERIFY2(!name.empty() && name[0] >= 'A' && name[0] <= 'Z' && name.size() < 40, name.c_str());
            names.insert(name);
        }
        QVERIFY2(names.size() > 1700, std::to_string(names.size()).c_str());
        QCOMPARE(inventedName(1, 7), inventedName(1, 7));
    }

    void endsWhereThereAreNoMore()
    {
        QVERIFY(mixedSources({"name: A | food: B"}, 100, {}, 1).empty());
        QVERIFY(mixedSources({"ski mountain"}, 100, {}, 1).empty());
        QCOMPARE(mixedSources({"name: A | food: B", "name: C | food: D"}, 100, {}, 1).size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestFieldMixing)
#include "tst_fieldmixing.moc"
