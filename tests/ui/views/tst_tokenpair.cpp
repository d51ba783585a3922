// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two cells side by side in the token card: of two lanes, of two moments; when a lane or a run goes; nothing of the future.
#include "ui/RunFeeder.h"
#include "views/card/TokenCardView.h"
#include "views/card/TokenPair.h"
#include <QComboBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace ard;
using namespace ard::ui;
using test::RunFeeder;

namespace {
constexpr int kLength = 12, kCalls = 10;
} // namespace

class TestTokenPair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingBesideAtFirst();
    void ofTwoLanes();
    void ofTwoMoments();
    void lanesChangePlaces();
    void aLaneGoes();
    void anotherRunEndsWhatWasKept();
    void nothingAhead();

private:
    Run *put(int lane, std::uint64_t seed)
    {
        while (m_session->board()->size() <= lane)
            m_session->board()->add();
        m_runs.push_back(std::make_unique<Run>(RunFeeder(kLength, 200, kCalls, seed).fake().record(kCalls)));
        m_session->board()->at(lane)->film()->setRun(m_runs.back().get());
        return m_runs.back().get();
    }
    QStringList entries() const
    {
        QStringList all;
        for (int i = 0; i < list()->count(); ++i)
            all << list()->itemText(i);
        return all;
    }
    QComboBox *list() const { return m_card->findChild<QComboBox *>(QStringLiteral("card.beside")); }
    void choose(const QString &entry)
    {
        const int row = list()->findText(entry);
        QVERIFY2(row >= 0, qPrintable(entry + QStringLiteral(" is not in ") + entries().join(u';')));
        list()->setCurrentIndex(row);
        Q_EMIT list()->activated(row);
    }
    QString value(int column, const char *key) const { return m_card->pair()->value(column, QString::fromLatin1(key)); }
    Cursor *cursor() const { return m_session->cursor(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::vector<std::unique_ptr<Run>> m_runs;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TokenCardView> m_card;
};

void TestTokenPair::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_session = std::make_unique<Session>(m_settings.get());
    m_card = std::make_unique<TokenCardView>(m_session.get());
    m_card->resize(320, 480);
    m_card->show();
}

void TestTokenPair::cleanup()
{
    m_card.reset();
    m_runs.clear();
    m_session.reset();
    m_settings.reset();
}

void TestTokenPair::nothingBesideAtFirst()
{
    QVERIFY(!list()->isVisible()); // no cell is chosen
    put(0, 1);
    cursor()->select(3, Moment{4});
    QVERIFY(list()->isVisible());
    QCOMPARE(entries(), (QStringList{QStringLiteral("nothing"), QStringLiteral("this moment, kept")}));
    QVERIFY(!m_card->pair());
    QVERIFY(!m_card->word().isEmpty());
}

void TestTokenPair::ofTwoLanes()
{
    const Run *a = put(0, 1), *b = put(1, 2);
    cursor()->select(3, Moment{4});
    choose(QStringLiteral("lane B"));
    QVERIFY(m_card->pair() && m_card->pair()->isVisible());
    for (const int call : {4, 7}) {
        cursor()->select(3, Moment{call});
        QCOMPARE(value(0, "word"), a->labelAt(call, 3));
        QCOMPARE(value(1, "word"), b->labelAt(call, 3));
        QCOMPARE(value(0, "where"), QStringLiteral("A · call %1").arg(call));
        QCOMPARE(value(1, "where"), QStringLiteral("B · call %1").arg(call));
        const auto &tokens = b->record().frames[static_cast<std::size_t>(call) - 1].tokens;
        QCOMPARE(value(1, "entropy"),
                 QStringLiteral("%1 nats").arg(QLocale().toString(static_cast<double>(tokens[3].entropy), 'f', 2)));
    }
    QVERIFY(!m_card->grab().isNull());
    QVERIFY(m_card->minimumSizeHint().width() <= 320); // as wide as the panel of one card
    choose(QStringLiteral("nothing"));
    QVERIFY(!m_card->pair());
    QCOMPARE(m_card->word(), a->labelAt(7, 3));
}

void TestTokenPair::ofTwoMoments()
{
    const Run *run = put(0, 1);
    cursor()->select(3, Moment{2});
    choose(QStringLiteral("this moment, kept"));
    QCOMPARE(list()->currentText(), QStringLiteral("position 3, call 2"));
    cursor()->select(5, Moment{9});
    QCOMPARE(value(0, "where"), QStringLiteral("call 9"));
    QCOMPARE(value(0, "word"), run->labelAt(9, 5));
    QCOMPARE(value(1, "where"), QStringLiteral("call 2"));
    QCOMPARE(value(1, "word"), run->labelAt(2, 3));
    cursor()->clear(); // no cell, nothing to compare
    QVERIFY(!m_card->pair());
}

void TestTokenPair::lanesChangePlaces()
{
    const Run *a = put(0, 1), *b = put(1, 2);
    cursor()->select(3, Moment{4});
    choose(QStringLiteral("lane B"));
    cursor()->select(Cell{3, Moment{4}, 1});
    QCOMPARE(cursor()->laneIndex(), 1);
    QCOMPARE(list()->currentText(), QStringLiteral("lane A"));
    QCOMPARE(value(0, "word"), b->labelAt(4, 3));
    QCOMPARE(value(1, "word"), a->labelAt(4, 3));
}

void TestTokenPair::aLaneGoes()
{
    put(0, 1);
    put(1, 2);
    cursor()->select(3, Moment{4});
    choose(QStringLiteral("lane B"));
    QVERIFY(m_card->pair());
    QVERIFY(m_session->board()->remove(1));
    QVERIFY(!m_card->pair());
    QCOMPARE(entries(), (QStringList{QStringLiteral("nothing"), QStringLiteral("this moment, kept")}));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    cursor()->select(4, Moment{5});
    QVERIFY(!m_card->word().isEmpty());
}

void TestTokenPair::anotherRunEndsWhatWasKept()
{
    put(0, 1);
    cursor()->select(3, Moment{2});
    choose(QStringLiteral("this moment, kept"));
    QVERIFY(m_card->pair());
    put(0, 2);
    cursor()->select(3, Moment{2});
    QVERIFY(!m_card->pair());
    QCOMPARE(list()->currentText(), QStringLiteral("nothing"));
}

void TestTokenPair::nothingAhead()
{
    const Run *run = put(0, 1);
    cursor()->select(3, Moment{8});
    choose(QStringLiteral("this moment, kept"));
    cursor()->select(3, Moment{2}); // what was kept lies ahead now
    QCOMPARE(value(1, "where"), QStringLiteral("call 8"));
    QCOMPARE(value(1, "word"), QStringLiteral("–"));
    QCOMPARE(value(1, "probability"), QStringLiteral("–"));
    cursor()->setShowsFuture(true);
    QCOMPARE(value(1, "word"), run->labelAt(8, 3));
}

QTEST_MAIN(TestTokenPair)
#include "tst_tokenpair.moc"
