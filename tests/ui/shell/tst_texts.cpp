// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the window: none that escapes translation, and room for them in every language and size.
#include "WindowFixture.h"
#include "plot/ElidedLabel.h"
#include "session/PlainText.h"
#include "shell/Language.h"
#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace ard;
using namespace ard::ui;
using ard::test::WindowFixture;

namespace {

/// Whatever goes through tr(), in brackets of its own.
class Marking : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return u'⟦' + QString::fromUtf8(text) + u'⟧';
    }
};

/// What can be read or heard of a control.
QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                      widget->windowTitle()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        texts << group->title();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        texts << line->placeholderText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        for (int i = 0; i < box->count(); ++i)
            texts << box->itemText(i);
    for (const QAction *action : widget->actions())
        texts << action->text() << action->toolTip() << action->statusTip();
    return texts;
}

bool hasWords(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3}"));
    return text.contains(word);
}

} // namespace

class TestTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestTexts::everyTextIsTranslated()
{
    Marking translator;
    QCoreApplication::installTranslator(&translator);
    WindowFixture f;
    f.actions().settings->trigger();
    f.actions().shortcuts->trigger();
    f.actions().showBoth->trigger();
    // What comes from the model, the run, the user's machine, and the names of languages.
    QStringList ours{QStringLiteral("Tiny"),  QStringLiteral("English"),      QStringLiteral("Deutsch"),
                     QStringLiteral("facts"), EngineClient::defaultCommand(), QStringLiteral("ardiff-explorer")};
    for (const std::string &example : f.session().form()->model().examples)
        ours << QString::fromStdString(example);
    ours << f.settings().engineCommand();
    QStringList bare;
    int translated = 0;
    for (const QWidget *widget : QApplication::allWidgets())
        for (const QString &text : textsOf(widget))
            if (text.contains(u'⟦'))
                ++translated;
            else if (hasWords(text) && !ours.contains(text))
                bare << QString::fromLatin1(widget->metaObject()->className()) + QStringLiteral(": ") + text;
    bare.removeDuplicates();
    QVERIFY(translated > 200);
    QVERIFY2(bare.isEmpty(), qPrintable(bare.join(QLatin1Char('\n'))));
}

void TestTexts::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    for (const QString &code : Language::codes())
        for (const double scale : {1.0, 1.5, 2.0})
            QTest::addRow("%s at %g", qPrintable(code), scale) << code << scale;
}

/// Labels and buttons have room for their words, where they do not break or shorten them themselves.
void TestTexts::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(double, scale);
    Language chosen(QStringLiteral(ARD_TRANSLATIONS));
    chosen.set(language);
    WindowFixture f;
    f.theme().setLanguage(language);
    f.theme().setScale(scale);
    f.window().resize(QSize(1440, 900) * scale);
    QCoreApplication::sendPostedEvents();
    QStringList cut;
    for (const QWidget *widget : f.window().findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool breaks = label && (label->wordWrap() || qobject_cast<const ElidedLabel *>(label));
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (!widget->isVisible() || text.isEmpty() || breaks ||
            widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            continue;
        const auto *tool = qobject_cast<const QToolButton *>(widget);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            continue;
        const int needed = widget->fontMetrics().horizontalAdvance(controlName(text));
        if (needed > widget->width())
            cut << QStringLiteral("%1 (%2 of %3)").arg(text).arg(widget->width()).arg(needed);
    }
    f.picture(QStringLiteral("language-%1-%2").arg(language).arg(scale));
    f.theme().setScale(1);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
