// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a call looked at: the map, the table from a token and to it, layers and heads, and why there is nothing to see.
#include "session/CommandLine.h"
#include "support/Refusal.h"
#include "views/attention/AttentionView.h"
#include "views/compare/ChartCanvas.h"
#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kWait = 20'000;
constexpr int kPositions = 12; ///< of the fake engine's model

} // namespace

class TestAttention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hintsBeforeThereIsAnAnswer();
    void fromTheToken();
    void toTheToken();
    void layersAndParts();
    void behindTheWordsOfTheSentence();
    void theMapMovesTheCursor();
    void onlyAsksWhileItIsSeen();
    void saysWhyNot();
    void logitsAreCentred();
    void paints_data();
    void paints();

private:
    bool run()
    {
        Run *run = m_session->startRun();
        return run && QTest::qWaitFor([run] { return !run->isLive(); }, kWait) && run->state() == Run::State::Complete;
    }
    bool shows(int call, int layer = 0)
    {
        return QTest::qWaitFor(
            [&] {
                const AttentionMap *map = m_session->attention()->answer();
                return m_view->hint().isEmpty() && map && map->modelCall == call && map->layer == layer;
            },
            kWait);
    }
    QString cell(int row, int column) const { return m_view->table()->index(row, column).data().toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AttentionView> m_view;
};

void TestAttention::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->engine()->loadModel(QStringLiteral("somewhere"));
    m_session->engine()->start();
    m_session->form()->setSource(QStringLiteral("name[Blue Spice]"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun(), kWait);
    m_view = std::make_unique<AttentionView>(m_session.get());
    m_view->resize(1000, 500);
    m_view->show();
}

void TestAttention::cleanup()
{
    m_view.reset();
    m_session.reset();
    m_settings.reset();
}

void TestAttention::hintsBeforeThereIsAnAnswer()
{
    ARD_SAYS(m_view->hint(), "Run a sentence");
    QVERIFY(run());
    m_session->cursor()->setMoment({0});
    ARD_SAYS(m_view->hint(), "starting noise");
    m_session->cursor()->setMoment({3});
    QVERIFY(shows(3));
    QVERIFY(m_view->summary().contains(QStringLiteral("Click a row")));
    QCOMPARE(m_view->table()->rowCount(), 0);
}

void TestAttention::fromTheToken()
{
    QVERIFY(run());
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(m_view->table()->sourceModel()));
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3));
    const int pieces = m_session->attention()->answer()->sourceLength;
    QVERIFY(pieces > 0);
    QCOMPARE(m_view->table()->rowCount(), kPositions + pieces);
    // A piece of the source has no logits of the self-attention, and the heaviest position is the last.
    QStringList places;
    for (int row = 0; row < kPositions + pieces; ++row)
        places << cell(row, AttentionModel::PlaceColumn);
    QVERIFY(places.indexOf(QStringLiteral("11")) < places.indexOf(QStringLiteral("10")));
    QVERIFY(places.indexOf(QStringLiteral("1")) < places.indexOf(QStringLiteral("0")));
    const auto last = static_cast<int>(places.indexOf(QStringLiteral("11")));
    QCOMPARE(cell(last, AttentionModel::WeightColumn), QStringLiteral("15.4 %")); // 2 * 12 / (12 * 13)
    QCOMPARE(cell(last, AttentionModel::ContentColumn), QStringLiteral("-5.50")); // less the mean
    QCOMPARE(cell(last, AttentionModel::TimeColumn), QStringLiteral("+2.75"));
    QCOMPARE(cell(last, AttentionModel::WordColumn), m_session->cursor()->film()->label(Moment{3}, 11));
    const auto source = static_cast<int>(places.indexOf(QStringLiteral("source 0")));
    QVERIFY(source >= 0);
    QCOMPARE(cell(source, AttentionModel::ContentColumn), QString());
    QVERIFY2(m_view->summary().contains(QStringLiteral("looks most at")), qPrintable(m_view->summary()));
    QVERIFY2(m_view->summary().contains(QStringLiteral("(position 11, 15.4 %)")), qPrintable(m_view->summary()));
    QCOMPARE(m_view->grid().state().selected, 2);
}

void TestAttention::toTheToken()
{
    QVERIFY(run());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3));
    m_view->setToIt(true);
    QCOMPARE(m_view->table()->rowCount(), kPositions); // the source looks at nobody
    QVERIFY(m_view->grid().state().toIt);
    QVERIFY(m_view->summary().contains(QStringLiteral("is looked at most by")));
    QCOMPARE(cell(0, AttentionModel::WeightColumn), QStringLiteral("3.8 %")); // 2 * 3 / (12 * 13), of all alike
}

void TestAttention::layersAndParts()
{
    QVERIFY(run());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3));
    m_view->setPlace(1, 0);
    QVERIFY(shows(3, 1));
    QVERIFY(m_view->summary().contains(QStringLiteral("(position 0, 15.4 %)")));
    QVERIFY(!m_view->grid().state().isSigned);
    m_view->setPart(AttentionView::Part::Content);
    QVERIFY(m_view->grid().state().isSigned);
    QCOMPARE(m_view->grid().largest(), 5.5);
    m_view->setPart(AttentionView::Part::Time);
    QCOMPARE(m_view->grid().largest(), 2.75);
    m_view->setPart(AttentionView::Part::Source);
    QCOMPARE(m_view->grid().state().columns, m_session->attention()->answer()->sourceLength);
    QCOMPARE(m_view->grid().state().columnWords.size(), m_view->grid().state().columns);
}

void TestAttention::behindTheWordsOfTheSentence()
{
    QVERIFY(run());
    const Lane *lane = m_session->cursor()->lane();
    QVERIFY(m_session->shares()->of(lane).empty());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3));
    const std::vector<float> from = m_session->shares()->of(lane);
    QCOMPARE(from.size(), static_cast<std::size_t>(kPositions));
    QCOMPARE(from.back(), 1.0F); // the heaviest
    QVERIFY(qAbs(from.front() - 1.0F / 12) < 1e-5F);
    QVERIFY(m_session->shares()->of(nullptr).empty());
    QVERIFY(m_view->summary().contains(QStringLiteral("fields behind the words")));
    m_view->setToIt(true);
    QCOMPARE(m_session->shares()->of(lane).front(), 1.0F); // all look at it alike
    m_view->setToIt(false);
    m_view->setPart(AttentionView::Part::Content);
    QVERIFY(m_session->shares()->of(lane).front() * m_session->shares()->of(lane).back() < 0); // of both signs
    m_view->setPart(AttentionView::Part::Source);
    QVERIFY(m_session->shares()->of(lane).empty());
    QVERIFY(!m_view->summary().contains(QStringLiteral("fields behind the words")));
    m_view->setPart(AttentionView::Part::Weights);
    QVERIFY(!m_session->shares()->of(lane).empty());
    m_view->hide();
    QVERIFY(m_session->shares()->of(lane).empty());
    m_view->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->shares()->of(lane).empty(), kWait);
    m_view.reset();
    QVERIFY(m_session->shares()->of(lane).empty());
}

void TestAttention::theMapMovesTheCursor()
{
    QVERIFY(run());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3));
    auto *canvas = m_view->findChild<ChartCanvas *>();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, m_view->grid().cellRect(7, 4).center().toPoint());
    QCOMPARE(m_session->cursor()->position(), 7);
    QTest::keyClick(canvas, Qt::Key_Down);
    QCOMPARE(m_session->cursor()->position(), 8);
    QCOMPARE(m_session->cursor()->moment(), Moment{3});
    m_view->setToIt(true);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, m_view->grid().cellRect(7, 4).center().toPoint());
    QCOMPARE(m_session->cursor()->position(), 4);
}

void TestAttention::onlyAsksWhileItIsSeen()
{
    QVERIFY(run());
    m_view->hide();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->attention()->isAsking(), kWait); // about what was seen
    m_session->cursor()->select(2, {3});
    QVERIFY(!m_session->attention()->isAsking());
    m_view->show();
    QVERIFY(shows(3));
}

void TestAttention::saysWhyNot()
{
    QVERIFY(run());
    m_session->engine()->shutdown();
    m_session->cursor()->select(2, {3});
    ARD_SAYS(m_view->hint(), "Engine not started");
    QCOMPARE(m_view->hint(), m_session->attention()->problem());
    m_session->engine()->start(); // it is there again: now it can be asked
    QVERIFY(shows(3));
}

void TestAttention::logitsAreCentred()
{
    QCOMPARE(centredLogits({1, 3, -4, 0}, 2), (std::vector<float>{-1, 1, -2, 2}));
    QVERIFY(centredLogits({}, 0).empty());
}

void TestAttention::paints_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 12, 256})
        QTest::addRow("%d positions", size) << size;
}

/// Each cell has the colour of its value, whatever its size, and nothing is painted outside.
void TestAttention::paints()
{
    QFETCH(int, size);
    AttentionGridState state;
    state.rows = state.columns = size;
    for (int i = 0; i < size * size; ++i)
        state.values.push_back(static_cast<float>(i % 7) / 7);
    state.style.font = m_view->font();
    const AttentionGrid grid(std::move(state), {10, 10, 580, 380});
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    grid.paint(painter);
    painter.end();
    for (const auto &[row, column] : {std::pair(0, 0), std::pair(size - 1, size / 2), std::pair(size / 2, size - 1)}) {
        const QRectF rect = grid.cellRect(row, column);
        QCOMPARE(grid.cellAt(rect.center()), std::pair(row, column));
        if (rect.width() >= 2 && rect.height() >= 2)
            QCOMPARE(image.pixelColor(rect.topLeft().toPoint()),
                     grid.color(grid.state().values[static_cast<std::size_t>(row * size + column)]));
    }
    QCOMPARE(grid.cellAt({5, 5}).first, -1);
    for (int x = 0; x < 600; ++x)
        QVERIFY(image.pixelColor(x, 2) == QColor(Qt::magenta) && image.pixelColor(x, 397) == QColor(Qt::magenta));
}

QTEST_MAIN(TestAttention)
#include "tst_attentionview.moc"
