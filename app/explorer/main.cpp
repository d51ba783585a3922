// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ardiff-explorer: the window. Exit status 0 on success, 2 on wrong usage, 1 with one sentence on standard error
// otherwise.
#include "session/CoreSentences.h"
#include "session/LaneSets.h"
#include "session/Recovery.h"
#include "shell/EndSignals.h"
#include "shell/Language.h"
#include "shell/PictureExport.h"
#include "shell/RecoveryOffer.h"
#include "shell/StartJob.h"
#include "shell/Theme.h"
#include "shell/WindowKeeper.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTimer>
#include <clocale>
#include <cstdio>
#include <memory>
#include <optional>

namespace {

using namespace ard::ui;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Explorer)
};

int complain(const QString &sentence, int status)
{
    std::fprintf(stderr, "ardiff-explorer: %s\n", qPrintable(sentence));
    return status;
}

/// What is left for this program: Qt takes "-style fusion" and the like for itself once there is a display.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static const QStringList withValue{QStringLiteral("platform"),        QStringLiteral("platformpluginpath"),
                                       QStringLiteral("platformtheme"),   QStringLiteral("plugin"),
                                       QStringLiteral("qwindowgeometry"), QStringLiteral("qwindowicon"),
                                       QStringLiteral("qwindowtitle"),    QStringLiteral("session"),
                                       QStringLiteral("display"),         QStringLiteral("geometry"),
                                       QStringLiteral("fontengine"),      QStringLiteral("style"),
                                       QStringLiteral("stylesheet"),      QStringLiteral("icon"),
                                       QStringLiteral("title"),           QStringLiteral("qmljsdebugger")};
    static const QStringList alone{QStringLiteral("-reverse"), QStringLiteral("-widgetcount"),
                                   QStringLiteral("-nograb"), QStringLiteral("-dograb"), QStringLiteral("-sync")};
    QStringList left;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const QString name = argument.startsWith(QLatin1Char('-')) && !argument.startsWith(QLatin1String("--"))
            ? argument.mid(1).section(QLatin1Char('='), 0, 0)
            : QString();
        if (withValue.contains(name))
            i += argument.contains(QLatin1Char('=')) ? 0 : 1;
        else if (!alone.contains(argument))
            left << argument;
    }
    return left;
}

/// Nothing says where a window could be shown: Qt would end the program then.
bool hasNoDisplay(const QStringList &arguments)
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && arguments == withoutQtOptions(arguments);
#else
    return false;
#endif
}

/// Without a display somebody reads standard error as the answer: what Qt says of its stand-in for one is none.
void quietWithoutDisplay(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.contains(QLatin1String("propagateSizeHints")) && !text.contains(QLatin1String("XDG_RUNTIME_DIR")))
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
}

struct Options {
    StartOptions start;
    QString engine;
    std::optional<AppSettings::Theme> theme;
    std::optional<double> scale;
    std::optional<QString> language;
};

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Text::tr("Shows how AR-Diffusion writes a sentence."));
    parser.addOptions({
        {QStringLiteral("model"), Text::tr("Model folder, or the name of a bundled model."), QStringLiteral("DIR")},
        {QStringLiteral("open"), Text::tr("Open a recorded run or a board."), QStringLiteral("FILE")},
        {QStringLiteral("source"), Text::tr("What the model is given."), QStringLiteral("TEXT")},
        {QStringLiteral("compare"),
         Text::tr("Lanes of these timestep schedules, same source and seed: "
                  "uniform,autoregressive,ar-diffusion:1,lagged:50, "
                  "block:4,custom:FILE."),
         QStringLiteral("KIND,KIND,..")},
        {QStringLiteral("layout"), Text::tr("standard, lecture, compare, student or research."),
         QStringLiteral("NAME")},
        {QStringLiteral("run"), Text::tr("Run as soon as the engine is ready.")},
        {QStringLiteral("screenshot"),
         Text::tr("Save the window as a picture when the run, or the opened file, is shown."), QStringLiteral("F.png")},
        {QStringLiteral("export"),
         Text::tr(
             "Write what is shown to a file, of the kind that its suffix says: png, svg, pdf, gif, html, csv or json; "
             "more files may follow. Then quit."),
         QStringLiteral("FILE")},
        {QStringLiteral("quit"), Text::tr("Quit when everything that was asked for is done.")},
        {QStringLiteral("engine"), Text::tr("Command of the engine, e.g. \"ssh gpu-box ardiff serve\"."),
         QStringLiteral("COMMAND")},
        {QStringLiteral("theme"), Text::tr("light, dark or system."), QStringLiteral("NAME")},
        {QStringLiteral("scale"), Text::tr("Size of everything, 0.75 to 2.5."), QStringLiteral("FACTOR")},
        {QStringLiteral("language"), Text::tr("en, de or zh_CN; without it as the settings say."),
         QStringLiteral("CODE")},
        {QStringLiteral("timeout"), Text::tr("Seconds to wait with --screenshot or --quit (120)."),
         QStringLiteral("SECONDS")},
    });
    parser.addPositionalArgument(QStringLiteral("file"), Text::tr("A recorded run, as with --open."),
                                 QStringLiteral("[file]"));
    parser.addHelpOption();
    parser.addVersionOption();
}

void readLanes(const QCommandLineParser &parser, StartOptions &options, QString *problem)
{
    if (parser.isSet(QStringLiteral("compare"))) {
        options.compare = parser.value(QStringLiteral("compare")).split(QLatin1Char(','));
        if (const auto lanes = lanesOf(options.compare, {}); !lanes)
            *problem = coreSentence(lanes.error());
    }
    if (!parser.isSet(QStringLiteral("layout")))
        return;
    const QStringList there{QStringLiteral("standard"), QStringLiteral("lecture"), QStringLiteral("compare"),
                            QStringLiteral("student"), QStringLiteral("research")}; // as AppSettings::Layout
    const QString name = parser.value(QStringLiteral("layout"));
    if (const auto index = there.indexOf(name); index >= 0)
        options.layout = static_cast<AppSettings::Layout>(index);
    else
        *problem = Text::tr("--layout is one of %1, not %2").arg(there.join(QLatin1String(", ")), name);
}

/// What stands behind the options: after --export more files to write, otherwise a run to open.
void readFiles(const QCommandLineParser &parser, StartOptions &options, QString *problem)
{
    options.exports = parser.values(QStringLiteral("export"));
    QStringList toOpen;
    for (const QString &file : parser.positionalArguments())
        (options.exports.isEmpty() || !PictureExport::canWrite(file) ? toOpen : options.exports) << file;
    for (const QString &file : options.exports)
        if (!PictureExport::canWrite(file))
            *problem = PictureExport::exportKinds();
    options.quit = parser.isSet(QStringLiteral("quit")) || !options.exports.isEmpty();
    options.openFile = parser.value(QStringLiteral("open"));
    if (toOpen.size() == 1 && options.openFile.isEmpty())
        options.openFile = toOpen.first();
    else if (!toOpen.isEmpty())
        *problem = Text::tr("One recorded run can be opened at the start");
}

/// nullopt and a sentence: wrong usage.
std::optional<Options> read(const QCommandLineParser &parser, QString *problem)
{
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    Options options;
    options.start.model = value("model");
    options.start.source = value("source");
    options.start.run = parser.isSet(QStringLiteral("run"));
    options.start.screenshot = value("screenshot");
    readFiles(parser, options.start, problem);
    readLanes(parser, options.start, problem);
    options.engine = value("engine");
    if (parser.isSet(QStringLiteral("theme"))) {
        const QStringList names{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
        const auto index = names.indexOf(value("theme"));
        if (index < 0)
            *problem = Text::tr("--theme is light, dark or system, not %1").arg(value("theme"));
        else
            options.theme = static_cast<AppSettings::Theme>(index);
    }
    if (parser.isSet(QStringLiteral("language"))) {
        options.language = value("language");
        if (!Language::codes().contains(*options.language))
            *problem = Text::tr("--language is en, de or zh_CN, not %1").arg(*options.language);
    }
    bool isNumber = true;
    if (parser.isSet(QStringLiteral("scale"))) {
        options.scale = value("scale").toDouble(&isNumber);
        if (!isNumber || *options.scale < Theme::kMinimumScale || *options.scale > Theme::kMaximumScale)
            *problem = Text::tr("--scale is a number from 0.75 to 2.5, not %1").arg(value("scale"));
    }
    if (parser.isSet(QStringLiteral("timeout"))) {
        options.start.timeoutSeconds = value("timeout").toInt(&isNumber);
        if (!isNumber || options.start.timeoutSeconds < 1 || options.start.timeoutSeconds > 86'400)
            *problem = Text::tr("--timeout is a number of seconds from 1 to 86400, not %1").arg(value("timeout"));
    }
    return problem->isEmpty() ? std::optional(options) : std::nullopt;
}

/// The one asked for on the command line. It is read before all the rest, for the answers are in that language, too.
QString chosenLanguage(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    parser.parse(arguments);
    const QString asked = parser.value(QStringLiteral("language"));
    return Language::codes().contains(asked) ? asked : AppSettings().language();
}

/// Everything that needs no window. nullopt in status: go on.
std::optional<Options> readCommandLine(int &argc, char **argv, std::optional<int> *status)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Language language;
    language.set(chosenLanguage(withoutQtOptions(arguments)));
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(withoutQtOptions(arguments))) {
        *status = complain(parser.errorText(), 2);
        return std::nullopt;
    }
    const bool wantsHelp = parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all"));
    if (wantsHelp || parser.isSet(QStringLiteral("version"))) {
        const QString text = wantsHelp ? parser.helpText()
                                       : QCoreApplication::applicationName() + QLatin1Char(' ') +
                QCoreApplication::applicationVersion() + QLatin1Char('\n');
        std::fputs(qPrintable(text), stdout);
        *status = 0;
        return std::nullopt;
    }
    QString problem;
    std::optional<Options> options = read(parser, &problem);
    if (!options) {
        *status = complain(problem, 2);
        return std::nullopt;
    }
    if (hasNoDisplay(arguments)) {
        if (!options->start.quit) {
            *status = complain(Text::tr("There is no display to open a window on"), 1);
            return std::nullopt;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen"); // a picture needs none
        qInstallMessageHandler(quietWithoutDisplay);
    }
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("ardiff-explorer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ARD_VERSION));
    std::optional<int> status;
    const std::optional<Options> options = readCommandLine(argc, argv, &status);
    if (!options)
        return status.value_or(1);

    QApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // QApplication takes the user's; numbers in files and messages have a point
    QApplication::setDesktopFileName(QStringLiteral("org.ardiffusion.Explorer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/ardiff-explorer.svg")));

    AppSettings settings;
    Language language;
    language.set(options->language.value_or(settings.language()));
    Theme theme;
    theme.setLanguage(language.code());
    theme.setMode(options->theme.value_or(settings.theme()));
    theme.setMotion(settings.motion());
    theme.setScale(options->scale.value_or(settings.uiScale()));
    Session session(&settings);
    if (!options->engine.isEmpty())
        session.engine()->setCommand(options->engine);
    WindowKeeper keeper(&session, &theme);
    keeper.window()->show();
    settings.language.onChange(&language, [&language](const QString &code) { language.set(code); });
    QObject::connect(&language, &Language::changed, &theme, &Theme::setLanguage);
    // Queued: the dialog in which it was chosen closes first.
    QObject::connect(&language, &Language::changed, &keeper, &WindowKeeper::rebuild, Qt::QueuedConnection);
    EndSignals endSignals;
    QObject::connect(&endSignals, &EndSignals::received, &app, [&keeper](int signal) {
        constexpr int kEndedBySignal = 128; // as shells tell it
        keeper.window()->storeLayout();
        QApplication::exit(kEndedBySignal + signal);
    });

    const bool quits = options->start.quit;
    std::unique_ptr<Recovery> recovery; // who asks for files and no window has nothing to lose
    if (!quits) {
        recovery =
            std::make_unique<Recovery>(session.runs(), session.log(), stateFolder() + QStringLiteral("/recovery"));
        offerRecovery(recovery.get(), keeper.window());
    }
    StartJob job(&session, keeper.window(), options->start);
    QObject::connect(&keeper, &WindowKeeper::rebuilt, &job, &StartJob::setWindow);
    QObject::connect(&job, &StartJob::ended, &app, [&](const QString &sentence) {
        if (!sentence.isEmpty())
            complain(sentence, 1);
        if (quits)
            QApplication::exit(sentence.isEmpty() ? 0 : 1);
    });
    QTimer::singleShot(0, &job, &StartJob::begin);
    const int ended = QApplication::exec();
    if (recovery && ended == 0) // not by a signal: nobody was asked about unsaved runs then
        recovery->end();
    return ended;
}
