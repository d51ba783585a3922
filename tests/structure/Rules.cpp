// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "structure/Rules.h"
#include <QRegularExpression>

namespace ard::test {

namespace {

constexpr int maximumLines = 500;

bool isQt(const QString &include)
{
    static const QRegularExpression qt("^(Q[A-Z][A-Za-z0-9]*|Qt[A-Z][A-Za-z0-9]*/.*|q[a-z0-9]+\\.h)$");
    return qt.match(include).hasMatch();
}

bool isTorch(const QString &include)
{
    static const QRegularExpression torch("^(torch|ATen|c10|caffe2)/");
    return torch.match(include).hasMatch();
}

bool isBelowOne(const SourceFile &file, const QStringList &folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const QString &folder) { return file.isBelow(folder); });
}

/// A line without the comment at its end.
QString code(const QString &line)
{
    return line.section("//", 0, 0);
}

struct Layer {
    QString folder;
    QStringList sees; ///< besides itself
};

/// The picture: the first layer that a file is below decides.
const QList<Layer> &layers()
{
    static const QStringList values{"core/base", "core/diffusion", "core/trace", "core/protocol"};
    static const QList<Layer> list{
        {"core/base", {}},
        {"core/diffusion", {"core/base"}},
        {"core/checkpoint", {"core/base"}},
        {"core/metrics", {"core/base"}},
        {"core/text/spm", {}},
        {"core/text", {"core/base"}},
        {"core/trace", {"core/base", "core/diffusion"}},
        {"core/facts", {"core/base", "core/diffusion", "core/trace", "core/metrics"}},
        {"core/cells", {"core/base", "core/diffusion", "core/trace", "core/metrics"}},
        {"core/protocol", {"core/base", "core/diffusion", "core/trace"}},
        {"core/folder", values},
        {"core/engine", values + QStringList{"core/folder", "core/text", "core/metrics", "core/checkpoint"}},
        {"ui/session", values + QStringList{"core/folder", "core/facts", "core/cells"}},
        {"ui/models", values + QStringList{"core/facts", "ui/session"}},
        {"ui/paint", {"core/base", "core/diffusion", "core/trace"}},
        {"ui/plot", {"core/base", "core/diffusion", "core/trace", "ui/paint"}},
        {"ui/views", values + QStringList{"core/facts", "ui/session", "ui/models", "ui/paint", "ui/plot"}},
        {"ui/shell", values + QStringList{"core/facts", "ui/session", "ui/models", "ui/paint", "ui/plot", "ui/views"}},
        {"app/cli", values + QStringList{"core/folder", "core/text", "core/metrics", "core/cells", "core/engine"}},
        {"app/explorer", values + QStringList{"ui"}},
    };
    return list;
}

} // namespace

QStringList qtOutsideTheWindow(const SourceTree &tree)
{
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!isBelowOne(file, {"core", "app/cli"}))
            continue;
        const auto reach = tree.foreignReach(file.path);
        for (auto it = reach.cbegin(); it != reach.cend(); ++it)
            if (isQt(it.key()))
                wrong << QString("%1: sees <%2> through %3").arg(file.path, it.key(), it.value());
        if (!file.isCpp() && file.lines.join('\n').contains("Qt6::"))
            wrong << file.path + ": links Qt";
    }
    return wrong;
}

QStringList torchOutsideTheEngine(const SourceTree &tree)
{
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (isBelowOne(file, {"core/engine", "tests/engine", "tests/bench"}))
            continue;
        const auto reach = tree.foreignReach(file.path);
        for (auto it = reach.cbegin(); it != reach.cend(); ++it)
            if (isTorch(it.key()) && (!file.isBelow("tests") || it.value() == file.path))
                wrong << QString("%1: sees <%2> through %3").arg(file.path, it.key(), it.value());
    }
    return wrong;
}

QStringList qcustomplotOutsidePlot(const SourceTree &tree)
{
    QStringList wrong;
    for (const SourceFile &file : tree.files())
        if (!file.isBelow("ui/plot") && file.foreignIncludes.contains("qcustomplot.h"))
            wrong << file.path + ": includes qcustomplot.h";
    return wrong;
}

QStringList widgetsInPainters(const SourceTree &tree)
{
    static const QRegularExpression widget("^(QtWidgets|QtPrintSupport)(/.*)?$|^qcustomplot\\.h$|"
                                           "^Q(Application|Frame|Label|Style|StyleOption\\w*|ToolTip|"
                                           "\\w*(Widget|View|Delegate|Button|ScrollArea|ScrollBar|BoxLayout))$");
    static const QRegularExpression link("\\b(Qt6::(Widgets|PrintSupport)|QCustomPlotQt6)\\b");
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!file.isBelow("ui/paint"))
            continue;
        const auto reach = tree.foreignReach(file.path);
        for (auto it = reach.cbegin(); it != reach.cend(); ++it)
            if (it.key().contains(widget))
                wrong << QString("%1: sees <%2> through %3").arg(file.path, it.key(), it.value());
        if (!file.isCpp() && file.lines.join('\n').contains(link))
            wrong << file.path + ": links widgets";
    }
    return wrong;
}

QStringList windowSeesEngine(const SourceTree &tree)
{
    static const QRegularExpression link("\\b(ard::engine|ard_engine|TORCH_LIBRARIES|find_package\\(Torch)");
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!isBelowOne(file, {"ui", "app/explorer"}))
            continue;
        const auto reach = tree.ownReach(file.path);
        for (auto it = reach.cbegin(); it != reach.cend(); ++it)
            if (it.key().startsWith("core/engine/"))
                wrong << QString("%1: sees the engine: %2").arg(file.path, it.value());
        if (!file.isCpp() &&
            QStringList(file.lines).replaceInStrings(QRegularExpression("#.*"), "").join('\n').contains(link))
            wrong << file.path + ": links the engine";
    }
    return wrong;
}

QStringList wrongArrows(const SourceTree &tree)
{
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        const auto layer =
            std::find_if(layers().begin(), layers().end(), [&](const Layer &l) { return file.isBelow(l.folder); });
        if (layer == layers().end()) {
            if (isBelowOne(file, {"core", "ui"}) && file.isCpp())
                wrong << file.path + ": lies in no folder of the picture";
            continue;
        }
        for (const QString &include : file.ownIncludes) {
            const QStringList allowed = QStringList{layer->folder} + layer->sees;
            const bool fine = std::any_of(allowed.begin(), allowed.end(),
                                          [&](const QString &folder) { return include.startsWith(folder + '/'); });
            if (!fine)
                wrong << QString("%1: %2 must not see %3").arg(file.path, layer->folder, include);
        }
    }
    return wrong;
}

QStringList viewsTalkToEngine(const SourceTree &tree)
{
    // Watching the engine client (its state, its signals) is what views are for; its requests are the session's.
    static const QRegularExpression words(
        "\\b(EngineProcess|QProcess)\\b|protocol/Codec\\.h|"
        "&EngineClient::(start|restart|shutdown|loadModel|ask)\\b|"
        "\\b\\w*[eE]ngine(\\(\\))?\\s*->\\s*(start|restart|shutdown|loadModel|ask|set\\w+)\\(");
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!isBelowOne(file, {"ui/views", "ui/models", "ui/paint", "ui/plot"}) || !file.isCpp())
            continue;
        for (int i = 0; i < file.lines.size(); ++i)
            if (code(file.lines[i]).contains(words))
                wrong << QString("%1:%2: talks to the engine itself: %3")
                             .arg(file.path)
                             .arg(i + 1)
                             .arg(file.lines[i].trimmed());
    }
    return wrong;
}

QStringList jsonPastItsReader(const SourceTree &tree)
{
    static const QRegularExpression parse("\\b([Jj]son|ordered_json)::(parse|accept)\\(|error_handler_t");
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!isBelowOne(file, {"core", "app"}) || !file.isCpp() || file.path.startsWith("core/base/Json."))
            continue;
        for (int i = 0; i < file.lines.size(); ++i)
            if (code(file.lines[i]).contains(parse))
                wrong << QString("%1:%2: JSON past base/Json.h").arg(file.path).arg(i + 1);
    }
    return wrong;
}

QStringList missingLicenceLines(const SourceTree &tree)
{
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        const QString head = file.lines.mid(0, 3).join('\n'); // a script has its #! line first
        if (!head.contains("SPDX-FileCopyrightText: ") || !head.contains("SPDX-License-Identifier: GPL-3.0-or-later"))
            wrong << file.path + ": the two SPDX lines are missing";
    }
    return wrong;
}

QStringList unwieldyFiles(const SourceTree &tree)
{
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!file.isCpp())
            continue;
        if (file.lines.size() > maximumLines)
            wrong << QString("%1: %2 lines, more than %3").arg(file.path).arg(file.lines.size()).arg(maximumLines);
        if (file.isHeader() && !file.lines.contains("#pragma once"))
            wrong << file.path + ": no #pragma once";
    }
    return wrong;
}

QStringList personalPaths(const SourceTree &tree)
{
    static const QRegularExpression path("(^|[^A-Za-z0-9_./-])/(home|root|work|Users)/");
    QStringList wrong;
    for (const SourceFile &file : tree.files())
        for (int i = 0; i < file.lines.size(); ++i)
            if (file.lines[i].contains(path))
                wrong << QString("%1:%2: a path of one computer").arg(file.path).arg(i + 1);
    return wrong;
}

QStringList testsThatWatchTheClock(const SourceTree &tree)
{
    static const QRegularExpression clock(
        "\\bQElapsedTimer\\b|\\b\\w+_clock::now\\b|\\bclock_gettime\\b|\\bgettimeofday\\b|"
        "\\bQ(Date)?Time::current\\w+\\(|"
        "\\b(QVERIFY2?|QCOMPARE)\\(.*\\b(elapsed|hasExpired|remainingTime\\w*)\\(");
    static const QRegularExpression wait("\\bqWait\\(|\\b(q|u|m|nano|)[sS]leep\\(|\\bsleep_(for|until)\\b|"
                                         "!\\s*\\w+(\\.|->)wait\\(");
    static const QRegularExpression sleepCommand("^\\s*sleep\\b|[;&|({]\\s*sleep\\b|\\b(do|then|else)\\s+sleep\\b");
    QStringList wrong;
    for (const SourceFile &file : tree.files()) {
        if (!file.isBelow("tests"))
            continue;
        const bool isScript = file.path.endsWith(".sh");
        for (int i = 0; (file.isCpp() || isScript) && i < file.lines.size(); ++i) {
            const QString line = isScript ? file.lines[i] : code(file.lines[i]);
            const bool waits = isScript ? line.contains(sleepCommand) : line.contains(wait);
            if (waits || (!isScript && line.contains(clock)))
                wrong << QString("%1:%2: %3: %4")
                             .arg(file.path)
                             .arg(i + 1)
                             .arg(waits ? "waits a fixed time" : "reads a clock", line.trimmed());
        }
    }
    return wrong;
}

QStringList testsThatAreNotThere(const SourceTree &tree, const QString &page)
{
    static const QRegularExpression named("`(tst_\\w+)::(\\w+)`");
    QMap<QString, QString> texts; // by the name of the program
    for (const SourceFile &file : tree.files())
        if (file.isBelow("tests") && file.isCpp())
            texts.insert(file.path.section('/', -1).section('.', 0, 0), file.lines.join('\n'));
    QStringList wrong;
    const QStringList lines = page.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const bool isRow =
            lines[i].startsWith('|') && i > 1 && lines[i - 1].startsWith('|') && !lines[i].startsWith("|--");
        auto it = named.globalMatch(lines[i]);
        if (isRow && !it.hasNext())
            wrong << QString("line %1 names no test").arg(i + 1);
        while (it.hasNext()) {
            const QRegularExpressionMatch match = it.next();
            if (!texts.value(match.captured(1)).contains("void " + match.captured(2) + "()") &&
                !texts.value(match.captured(1)).contains("::" + match.captured(2) + "()"))
                wrong << QString("line %1: there is no test %2").arg(i + 1).arg(match.captured(0));
        }
    }
    return wrong;
}

} // namespace ard::test
