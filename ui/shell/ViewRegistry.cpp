// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ViewRegistry.h"
#include "shell/Actions.h"
#include "views/attention/AttentionView.h"
#include "views/candidates/CandidatesView.h"
#include "views/card/TokenCardView.h"
#include "views/card/TokenCurvesView.h"
#include "views/compare/CurvesView.h"
#include "views/compare/DifferenceView.h"
#include "views/compare/SettleMapView.h"
#include "views/compare/SettleView.h"
#include "views/compare/WordsView.h"
#include "views/jump/CallInsideView.h"
#include "views/jump/JumpView.h"
#include "views/log/LogView.h"
#include "views/map/WordMapView.h"
#include "views/runs/RunsView.h"
#include "views/source/SamplingPanel.h"
#include "views/source/SourcePanel.h"
#include "views/traces/WordTracesView.h"
#include <QCoreApplication>
#include <QVBoxLayout>

namespace ard::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DockLayout)
};

QWidget *makeForm(Session *session, Actions *actions)
{
    auto *form = new QWidget;
    auto *stack = new QVBoxLayout(form);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    auto *source = new SourcePanel(session, actions->run, actions->stop);
    source->setObjectName(QStringLiteral("form.source"));
    auto *sampling = new SamplingPanel(session);
    sampling->setObjectName(QStringLiteral("form.sampling"));
    stack->addWidget(source);
    stack->addWidget(sampling, 1);
    return form;
}

template <class View>
ViewKind ofLanes(const QString &id, const QString &title)
{
    return {id,
            title,
            Qt::BottomDockWidgetArea,
            false,
            ViewKind::Scroll::None,
            [](Session *session, Actions *) { return new View(session); },
            {},
            true};
}

} // namespace

QList<ViewKind> viewKinds()
{
    using Scroll = ViewKind::Scroll;
    return {
        {QStringLiteral("sourceDock"),
         Text::tr("Sentence"),
         Qt::LeftDockWidgetArea,
         true,
         Scroll::Fitted,
         makeForm,
         {QStringLiteral("form.source"), QStringLiteral("form.sampling")},
         false,
         false},
        {QStringLiteral("runsDock"),
         Text::tr("Runs"),
         Qt::LeftDockWidgetArea,
         true,
         Scroll::None,
         [](Session *session, Actions *actions) {
             return new RunsView(session,
                                 {actions->takeSettings, actions->renameRun, actions->save, actions->saveAs,
                                  actions->removeRun, actions->reopenRun, actions->saveAll});
         },
         {},
         false,
         false},
        {QStringLiteral("cardDock"),
         Text::tr("Token"),
         Qt::RightDockWidgetArea,
         true,
         Scroll::Free,
         [](Session *session, Actions *) { return new TokenCardView(session); },
         {}},
        ofLanes<SettleView>(QStringLiteral("settleDock"), Text::tr("Settling order")),
        ofLanes<CurvesView>(QStringLiteral("curvesDock"), Text::tr("Curves")),
        ofLanes<WordsView>(QStringLiteral("wordsDock"), Text::tr("Words side by side")),
        ofLanes<DifferenceView>(QStringLiteral("differenceDock"), Text::tr("Difference grid")),
        {QStringLiteral("candidatesDock"),
         Text::tr("Candidates and risk"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::Free,
         [](Session *session, Actions *) { return new CandidatesView(session); },
         {}},
        {QStringLiteral("insideDock"),
         Text::tr("Inside the call"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::Free,
         [](Session *session, Actions *) { return new CallInsideView(session); },
         {}},
        {QStringLiteral("tokenCurvesDock"),
         Text::tr("Curves of the token"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::None,
         [](Session *session, Actions *) { return new TokenCurvesView(session); },
         {}},
        {QStringLiteral("tracesDock"),
         Text::tr("Word traces"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::None,
         [](Session *session, Actions *) { return new WordTracesView(session); },
         {}},
        {QStringLiteral("settleMapDock"),
         Text::tr("Settle map"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::None,
         [](Session *session, Actions *) { return new SettleMapView(session); },
         {}},
        {QStringLiteral("wordMapDock"),
         Text::tr("Word map"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::None,
         [](Session *session, Actions *) { return new WordMapView(session); },
         {}},
        {QStringLiteral("attentionDock"),
         Text::tr("Attention"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::Free,
         [](Session *session, Actions *) { return new AttentionView(session); },
         {}},
        {QStringLiteral("jumpDock"),
         Text::tr("Into the jump"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::None,
         [](Session *session, Actions *) { return new JumpView(session); },
         {}},
        {QStringLiteral("logDock"),
         Text::tr("Log"),
         Qt::BottomDockWidgetArea,
         false,
         Scroll::None,
         [](Session *session, Actions *) { return new LogView(session->log()); },
         {},
         false,
         false},
    };
}

QStringList panelOrder()
{
    QStringList before, after;
    for (const ViewKind &kind : viewKinds())
        (kind.area == Qt::LeftDockWidgetArea ? before : after)
            << (kind.stops.isEmpty() ? QStringList{kind.id} : kind.stops);
    return before +
        QStringList{QStringLiteral("view.strip"), QStringLiteral("view.plane"), QStringLiteral("view.table"),
                    QStringLiteral("view.sheet"), QStringLiteral("film.ruler")} +
        after;
}

} // namespace ard::ui
