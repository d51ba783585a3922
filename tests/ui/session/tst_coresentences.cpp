// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the core says in the window's language: every pattern is one that the core says, arguments arrive whole and in
// place, and what is not known stays as it is.
#include "diffusion/Ruler.h"
#include "session/CoreSentences.h"
#include "session/ModelTexts.h"
#include "trace/RunFile.h"
#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace ard;
using namespace ard::ui;

namespace {

/// Answers with the sentence in brackets, its arguments in the reverse order.
class Reversing : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "CoreSentences") != 0)
            return {};
        QString made = QString::fromUtf8(text);
        if (made.contains(QStringLiteral("%2")) && !made.contains(QStringLiteral("%3")))
            made.replace(QStringLiteral("%1"), QStringLiteral("%9"))
                .replace(QStringLiteral("%2"), QStringLiteral("%1"))
                .replace(QStringLiteral("%9"), QStringLiteral("%2"));
        return u'[' + made + u']';
    }
};

/// All that the core's sources say: string literals that stand side by side are one.
QString coreLiterals()
{
    QString all;
    QDirIterator files(QStringLiteral(ARD_TEST_FIXTURES "/../../core"),
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll());
    }
    static const QRegularExpression joint(QStringLiteral("\"\\s*\\n\\s*\""));
    return all.remove(joint).replace(QStringLiteral("\\\""), QStringLiteral("\""));
}

} // namespace

class TestCoreSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void patternsAreWhatTheCoreSays();
    void withoutATranslation();
    void arguments_data();
    void arguments();
    void errorsOfTheCore();
    void textsOfAModel();
};

void TestCoreSentences::patternsAreWhatTheCoreSays()
{
    const QString core = coreLiterals();
    QVERIFY(core.size() > 100'000);
    static const QRegularExpression argument(QStringLiteral("%[1-9]"));
    for (const QString &pattern : coreSentencePatterns())
        for (const QString &piece : pattern.split(argument)) {
            // Quotes and colons around an argument can be put together from several literals.
            static const QRegularExpression edges(QStringLiteral("^[ ':;,.()]+|[ ':;,.()]+$"));
            const QString words = QString(piece).remove(edges);
            if (words == QLatin1String("Cannot read"))
                QVERIFY(core.contains(QStringLiteral("failIo(\"read\"")));
            else if (words.size() > 3)
                QVERIFY2(core.contains(words), qPrintable(pattern + QStringLiteral(" <- ") + words));
        }
}

void TestCoreSentences::withoutATranslation()
{
    const QString known = QStringLiteral("Cannot read 'a': its folder does not exist");
    QCOMPARE(coreSentence(known), known);
}

void TestCoreSentences::arguments_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("shown");
    QTest::newRow("unknown") << QStringLiteral("Something else") << QStringLiteral("Something else");
    QTest::newRow("none") << QStringLiteral("it is a folder") << QStringLiteral("[it is a folder]");
    QTest::newRow("two, one of them a sentence") << QStringLiteral("Cannot write '/a/b': it is a folder")
                                                 << QStringLiteral("[Cannot write '[it is a folder]': /a/b]");
    QTest::newRow("one that looks like a place")
        << QStringLiteral("The ruler's list must fall, but %2 follows 100%1")
        << QStringLiteral("[The ruler's list must fall, but 100%1 follows %2]");
    QTest::newRow("the longer pattern")
        << QStringLiteral("model.json is not a JSON object: line 3, column 7 cannot be read")
        << QStringLiteral("[[line 7, column 3 cannot be read] is not a JSON object: model.json]");
    QTest::newRow("several lines") << QStringLiteral("Cannot read 'a\nb': why")
                                   << QStringLiteral("[Cannot read 'why': a\nb]");
}

void TestCoreSentences::arguments()
{
    QFETCH(QString, english);
    Reversing translator;
    QCoreApplication::installTranslator(&translator);
    QTEST(coreSentence(english), "shown");
}

void TestCoreSentences::errorsOfTheCore()
{
    Reversing translator;
    QCoreApplication::installTranslator(&translator);
    QTemporaryDir folder;
    const auto run = loadRun((folder.path() + QStringLiteral("/none.ardrun")).toStdString());
    QVERIFY(!run);
    QVERIFY2(coreSentence(run.error()).startsWith(u'['), run.error().message.c_str());
    const auto ruler = parseRuler("list=5,x");
    QVERIFY(!ruler);
    QVERIFY2(coreSentence(ruler.error()).startsWith(u'['), ruler.error().message.c_str());
    QVERIFY(coreSentence(ruler.error()).contains(u'x'));
}

void TestCoreSentences::textsOfAModel()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("translations.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"zh_CN": {"task": "译成英语", "examples": {"Die Bank": "银行"}, "runs": {"a_run": "一次运行"}, "hint": 7},
                   "de": {"task": "ins Englische"}, "fr": []})");
    file.close();
    const ModelTexts texts = ModelTexts::read(folder.path());
    const QString task = QStringLiteral("task"), own = QStringLiteral("to English");
    QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
    QCOMPARE(texts.text(task, own), QStringLiteral("译成英语"));
    QCOMPARE(texts.text(QStringLiteral("hint"), own), own); // no text
    QCOMPARE(texts.example(QStringLiteral("Die Bank")), QStringLiteral("银行"));
    QCOMPARE(texts.run(QStringLiteral("a_run"), own), QStringLiteral("一次运行"));
    QCOMPARE(texts.run(QStringLiteral("another"), own), own);
    QLocale::setDefault(QLocale(QStringLiteral("de_AT")));
    QCOMPARE(texts.text(task, own), QStringLiteral("ins Englische"));
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    QCOMPARE(texts.text(task, own), own);
    QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{{{");
    file.close();
    QCOMPARE(ModelTexts::read(folder.path()).text(task, own), own);
    QLocale::setDefault(QLocale::system());
}

QTEST_GUILESS_MAIN(TestCoreSentences)
#include "tst_coresentences.moc"
