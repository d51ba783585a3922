// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/SheetPictures.h"
#include "views/common/Quantities.h"
#include <algorithm>
#include <utility>

namespace ard::ui {

namespace {

/// Of a run under way, a picture's copy is made in the window's thread: not of a larger one.
constexpr int kMostLiveTokens = 20'000;

std::pair<int, double> measureOf(const RunRecord &record)
{
    double entropy = 0;
    for (const StepFrame &frame : record.frames)
        for (const TokenState &token : frame.tokens)
            entropy = std::max<double>(entropy, token.entropy);
    return {positionsNeeded(record), entropy};
}

} // namespace

SheetPictures::SheetPictures(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    m_painter.setMaxThreadCount(1);
    const ContactSheet *sheet = sheetOf(session);
    connect(sheet, &ContactSheet::arranged, this, [this] {
        ++m_arrangement;
        m_entries.clear();
        measure();
    });
    connect(sheet, &ContactSheet::cellsChanged, this, [this](const QList<int> &cells) {
        for (const int cell : cells)
            m_entries[cell].isOld = true;
        measure();
    });
    session->settings()->colourQuantity.onChange(this, [this](AppSettings::ColourQuantity) { outdate(); });
    connect(session->form(), &GenerationForm::modelChanged, this, &SheetPictures::outdate);
    measure();
}

SheetPictures::~SheetPictures()
{
    m_painter.clear();
    m_painter.waitForDone();
}

void SheetPictures::outdate()
{
    for (Entry &entry : m_entries)
        entry.isOld = true;
}

/// The same columns and the same scale in all cells.
void SheetPictures::measure()
{
    int columns = 0;
    double entropy = m_entropyMaximum;
    const ContactSheet *sheet = sheetOf(m_session);
    auto before = std::exchange(m_measured, {});
    for (int cell = 0; cell < sheet->size(); ++cell) {
        const auto &record = sheet->cell(sheet->placeOf(cell)).record;
        if (!record)
            continue;
        const auto known = before.find(record);
        const auto measured = known == before.end() ? measureOf(*record) : known->second;
        m_measured[record] = measured;
        columns = std::max(columns, measured.first);
        entropy = std::max(entropy, measured.second);
    }
    entropy = roundedEntropyMaximum(entropy);
    if (std::exchange(m_columns, columns) != columns || std::exchange(m_entropyMaximum, entropy) != entropy)
        outdate();
}

QImage SheetPictures::picture(int cell, QSize size, double ratio, const Tones &tones)
{
    Entry &entry = m_entries[cell];
    if (entry.size != size || entry.ratio != ratio || entry.tones != &tones) {
        entry.size = size;
        entry.ratio = ratio;
        entry.tones = &tones;
        entry.isOld = true;
    }
    if (entry.isOld && !entry.isBeingPainted)
        paint(cell);
    return entry.image;
}

SheetPicture SheetPictures::pictureOf(int cell) const
{
    const ContactSheet *sheet = sheetOf(m_session);
    const SheetPlace place = sheet->placeOf(cell);
    const SheetCell &shown = sheet->cell(place);
    SheetPicture picture;
    const Run *run = shown.state == SheetCell::State::Running ? shown.run.data() : nullptr;
    const bool isShown = run && run->frameCount() * run->length() < kMostLiveTokens;
    picture.record = isShown ? run->share() : shown.record;
    picture.request = sheet->requestOf(place);
    if (picture.request.schedule.length == 0)
        picture.request.schedule.length = m_session->form()->values().schedule.length;
    picture.columns = m_columns;
    picture.quantity = quantityOf(m_session->settings()->colourQuantity());
    picture.entropyMaximum = m_entropyMaximum;
    picture.offTraining = !offDistribution(picture.request.schedule, m_session->form()->model()).isEmpty();
    return picture;
}

void SheetPictures::paint(int cell)
{
    Entry &entry = m_entries[cell];
    entry.isOld = false;
    entry.isBeingPainted = true;
    ++m_jobs;
    SheetPicture picture = pictureOf(cell);
    picture.size = entry.size;
    picture.ratio = entry.ratio;
    picture.tones = entry.tones;
    m_painter.start([this, cell, picture, arrangement = m_arrangement] { // the destructor waits
        const QImage image = paintSheetPicture(picture);
        QMetaObject::invokeMethod(
            this, [this, cell, image, arrangement] { take(cell, image, arrangement); }, Qt::QueuedConnection);
    });
}

void SheetPictures::take(int cell, const QImage &image, int arrangement)
{
    --m_jobs;
    if (arrangement != m_arrangement)
        return;
    m_entries[cell].image = image;
    m_entries[cell].isBeingPainted = false;
    Q_EMIT painted(cell); // whoever still looks asks again where it is old already
}

} // namespace ard::ui

#include "moc_SheetPictures.cpp"
