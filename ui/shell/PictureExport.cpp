// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PictureExport.h"
#include "base/Files.h"
#include "models/LaneNames.h"
#include "session/Background.h"
#include "session/CoreSentences.h"
#include "session/PathText.h"
#include "shell/Actions.h"
#include "shell/OpenViews.h"
#include "shell/Pictures.h"
#include "trace/RunTable.h"
#include "views/common/Quantities.h"
#include "views/page/FilmOfBoard.h"
#include "views/player/PlayerOfBoard.h"
#include <QApplication>
#include <QFileInfo>
#include <QFontInfo>
#include <QMainWindow>

namespace ard::ui {

namespace {
constexpr QSize kSlide(1280, 720), kPage(1600, 1000);
constexpr int kLetters = 16; ///< pixels, in these
constexpr double kFineness = 2;
constexpr int kMostMoments = 200; ///< of an animation

/// The runs of the lanes by their letters; a single one has none.
using SharedRuns = std::vector<std::pair<std::string, std::shared_ptr<const RunRecord>>>;

SharedRuns sharedRuns(const Board &board)
{
    SharedRuns runs;
    for (const Lane *lane : board.lanes())
        if (lane->run() && lane->run()->frameCount() > 0)
            runs.emplace_back(board.size() > 1 ? lane->letter().toStdString() : std::string(), lane->run()->share());
    return runs;
}
} // namespace

PictureExport::PictureExport(Session *session, Actions *actions, QMainWindow *window)
    : QObject(window), m_session(session), m_actions(actions), m_window(window)
{
    connect(actions->exportPlane, &QAction::triggered, this, &PictureExport::exportPage);
    connect(actions->exportPlayer, &QAction::triggered, this, &PictureExport::exportPlayer);
    connect(actions->exportFilm, &QAction::triggered, this, &PictureExport::exportFilm);
    connect(actions->exportData, &QAction::triggered, this, &PictureExport::exportData);
    connect(actions->exportWindow, &QAction::triggered, this, &PictureExport::exportWindow);
}

QList<PictureSize> PictureExport::sizes() const
{
    const auto titled = [](const QString &title, QSize size) {
        return PictureSize{title.arg(size.width()).arg(size.height()), size};
    };
    return {titled(tr("Slide %1 × %2"), kSlide), titled(tr("Page %1 × %2"), kPage),
            titled(tr("As on screen %1 × %2"), m_window->size())};
}

PageLook PictureExport::look(QSize size) const
{
    PageLook look;
    look.quantity = quantityOf(m_session->settings()->colourQuantity());
    look.scale = m_actions->tailZoom->isChecked() ? TimestepScale::Tail : TimestepScale::Linear;
    look.tones = &tonesOf(m_window->palette());
    look.font = m_window->font();
    look.font.setPixelSize(size == m_window->size() ? std::max(1, QFontInfo(look.font).pixelSize()) : kLetters);
    look.positions = m_session->positions();
    look.figureMarks = m_session->planeOptions()->figureMarks();
    look.title = [this](const Lane &lane) { return laneTitle(lane, *m_session); };
    return look;
}

PageState PictureExport::page(QSize size) const
{
    PageState page = pageOfBoard(*m_session->board(), *m_session->cursor(), look(size));
    for (const OpenView &view : openViews(m_window))
        if (view.isOnPage)
            page.charts.push_back(view.chart());
    return page;
}

PageState PictureExport::pageOf(const OpenView &view, QSize size) const
{
    PageState page;
    page.charts = {view.chart()};
    page.recipe = recipeOfBoard(*m_session->board());
    const PageLook look = this->look(size);
    page.tones = look.tones;
    page.font = look.font;
    return page;
}

void PictureExport::exportPage()
{
    const std::vector<OpenView> views = openViews(m_window); // before a dialog takes the focus
    PictureQuestion question{{{tr("the whole page"), true}}, 0, sizes()};
    for (const OpenView &view : views) {
        if (view.widget->isAncestorOf(QApplication::focusWidget()) || view.widget == QApplication::focusWidget())
            question.proposed = static_cast<int>(question.views.size());
        question.views.append({view.title, view.isDrawn});
    }
    const std::optional<PictureChoice> chosen = fileQuestions().picture(m_window, question);
    if (!chosen)
        return;
    const QSize size = question.sizes.at(chosen->size).size;
    // The moment that was asked for, whatever plays while a name is thought of.
    PageState state =
        chosen->view == 0 ? page(size) : pageOf(views.at(static_cast<std::size_t>(chosen->view) - 1), size);
    if (chosen->colours != PictureChoice::Colours::Window)
        state.tones = chosen->colours == PictureChoice::Colours::Dark ? &darkTones() : &lightTones();
    writePicture(state, size);
}

void PictureExport::writePicture(const PageState &state, QSize size)
{
    const QString path = askWhereToSave(m_window,
                                        {tr("Save a picture"),
                                         tr("plane.png"),
                                         tr("PNG pictures (*.png);;SVG drawings (*.svg);;PDF pages (*.pdf)"),
                                         QStringLiteral(".png"),
                                         {QStringLiteral(".svg"), QStringLiteral(".pdf")}});
    if (path.isEmpty())
        return;
    write(path, [state, path, size] { return writePage(Page(state), path, size, kFineness); });
}

QString PictureExport::exportKinds()
{
    return tr("An export is a .png, .svg, .pdf, .gif, .html, .csv or .json file");
}

bool PictureExport::canWrite(const QString &path)
{
    static const QStringList kinds{QStringLiteral("png"),  QStringLiteral("svg"), QStringLiteral("pdf"),
                                   QStringLiteral("html"), QStringLiteral("csv"), QStringLiteral("json"),
                                   QStringLiteral("gif")};
    return kinds.contains(QFileInfo(path).suffix().toLower());
}

Result<std::function<Status()>> PictureExport::writer(const QString &path) const
{
    if (!canWrite(path))
        return fail(ErrorCode::InvalidArgument, exportKinds().toStdString());
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool isPlayer = suffix == QLatin1String("html"), isTable = suffix == QLatin1String("csv");
    const bool isFilm = suffix == QLatin1String("gif");
    if (!isPlayer && !isTable && !isFilm && suffix != QLatin1String("json"))
        return [state = page(kPage), path] { return writePage(Page(state), path, kPage, kFineness); };
    const SharedRuns runs = sharedRuns(*m_session->board());
    if (runs.empty())
        return fail(ErrorCode::InvalidArgument, tr("There is no run to export yet").toStdString());
    if (isFilm) {
        FilmOfBoard film = filmOfBoard(*m_session->board(), *m_session->cursor(), look(kSlide), kMostMoments);
        film.perSecond = m_session->playback()->speed();
        return [film = std::move(film), path] { return writeGif(film, path, kSlide); };
    }
    if (isPlayer)
        return [state = *playerOfBoard(*m_session), path] { return writePlayer(state, path); };
    return [runs, path, isTable] {
        std::vector<NamedRun> named;
        for (const auto &[name, run] : runs)
            named.push_back({name, run.get()});
        return writeAtomically(fileSystemPath(path), isTable ? runsToCsv(named) : runsToJson(named));
    };
}

void PictureExport::exportAs(const SaveQuestion &question)
{
    const QString path = askWhereToSave(m_window, question);
    if (path.isEmpty())
        return;
    if (const auto writing = writer(path))
        write(path, *writing);
    else
        conclude(path, tl::unexpected<Error>(writing.error()));
}

void PictureExport::exportPlayer()
{
    exportAs({tr("Save a page that plays in a browser"), tr("film.html"), tr("Web pages (*.html)"),
              QStringLiteral(".html")});
}

void PictureExport::exportFilm()
{
    exportAs({tr("Save an animation"), tr("film.gif"), tr("GIF animations (*.gif)"), QStringLiteral(".gif")});
}

void PictureExport::exportData()
{
    exportAs({tr("Save the numbers"),
              tr("runs.csv"),
              tr("Tables (*.csv);;JSON (*.json)"),
              QStringLiteral(".csv"),
              {QStringLiteral(".json")}});
}

void PictureExport::write(const QString &path, const std::function<Status()> &write)
{
    inBackground(QThreadPool::globalInstance(), this, write,
                 [this, path](const Status &saved) { conclude(path, saved); });
}

void PictureExport::exportWindow()
{
    const QImage picture = pictureOf(m_window); // before a dialog is in front of it
    const QString path = askWhereToSave(
        m_window, {tr("Save a picture"), tr("window.png"), tr("PNG pictures (*.png)"), QStringLiteral(".png")});
    if (path.isEmpty())
        return;
    write(path, [picture, path] { return savePicture(picture, path); });
}

void PictureExport::conclude(const QString &path, const Status &saved)
{
    if (saved)
        m_session->notices()->settle(Notices::Topic::Picture);
    else
        m_session->tell(Notices::Topic::Picture, coreSentence(saved.error()));
    Q_EMIT written(path);
}

} // namespace ard::ui

#include "moc_PictureExport.cpp"
