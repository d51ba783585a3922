// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PictureExport.h"
#include "session/Background.h"
#include "session/CoreSentences.h"
#include "shell/Actions.h"
#include "shell/Pictures.h"
#include "views/common/Quantities.h"
#include "views/page/PageOfBoard.h"
#include <QFontInfo>
#include <QWidget>

namespace ard::ui {

namespace {
constexpr QSize kSlide(1280, 720), kPage(1600, 1000);
constexpr int kLetters = 16; ///< pixels, in these
constexpr double kFineness = 2;
} // namespace

PictureExport::PictureExport(Session *session, Actions *actions, QWidget *window)
    : QObject(window), m_session(session), m_actions(actions), m_window(window)
{
    connect(actions->exportPlane, &QAction::triggered, this, &PictureExport::exportPage);
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

PageState PictureExport::page(QSize size) const
{
    PageLook look;
    look.quantity = quantityOf(m_session->settings()->colourQuantity());
    look.scale = m_actions->tailZoom->isChecked() ? TimestepScale::Tail : TimestepScale::Linear;
    look.tones = &tonesOf(m_window->palette());
    look.font = m_window->font();
    look.font.setPixelSize(size == m_window->size() ? std::max(1, QFontInfo(look.font).pixelSize()) : kLetters);
    look.positions = m_session->positions();
    look.figureMarks = m_session->planeOptions()->figureMarks();
    return pageOfBoard(*m_session->board(), *m_session->cursor(), look);
}

void PictureExport::exportPage()
{
    const QList<PictureSize> choices = sizes();
    const std::optional<int> chosen = fileQuestions().pictureSize(m_window, choices);
    if (!chosen)
        return;
    const QSize size = choices.at(*chosen).size;
    const PageState state = page(size); // the moment that was asked for, whatever plays while a name is thought of
    const QString path = askWhereToSave(m_window,
                                        {tr("Save a picture"),
                                         tr("plane.png"),
                                         tr("PNG pictures (*.png);;SVG drawings (*.svg);;PDF pages (*.pdf)"),
                                         QStringLiteral(".png"),
                                         {QStringLiteral(".svg"), QStringLiteral(".pdf")}});
    if (path.isEmpty())
        return;
    inBackground(
        QThreadPool::globalInstance(), this,
        [state, path, size] { return writePage(Page(state), path, size, kFineness); },
        [this, path](const Status &saved) { conclude(path, saved); });
}

void PictureExport::exportWindow()
{
    const QImage picture = pictureOf(m_window); // before a dialog is in front of it
    const QString path = askWhereToSave(
        m_window, {tr("Save a picture"), tr("window.png"), tr("PNG pictures (*.png)"), QStringLiteral(".png")});
    if (path.isEmpty())
        return;
    inBackground(
        QThreadPool::globalInstance(), this, [picture, path] { return savePicture(picture, path); },
        [this, path](const Status &saved) { conclude(path, saved); });
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
