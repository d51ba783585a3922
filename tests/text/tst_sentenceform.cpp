// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Capital and full stop for what a lower-cased model writes.
#include "text/SentenceForm.h"
#include <QTest>

class TestSentenceForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("plain") << "a dog runs"
                               << "A dog runs.";
        QTest::newRow("ended") << "a dog runs."
                               << "A dog runs.";
        QTest::newRow("question") << "why me?"
                                  << "Why me?";
        QTest::newRow("quoted") << "\"a dog\""
                                << "\"A dog\".";
        QTest::newRow("quoted and ended") << "he said \"no!\""
                                          << "He said \"no!\"";
        QTest::newRow("accent") << "été"
                                << "Été.";
        QTest::newRow("digit first") << "3 dogs"
                                     << "3 dogs.";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("no word") << "..."
                                 << "...";
        QTest::newRow("an abbreviation inside") << "mr. smith runs"
                                                << "Mr. smith runs.";
    }

    void asSentence()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(ard::asSentence(text.toStdString())), sentence);
    }
};

QTEST_GUILESS_MAIN(TestSentenceForm)
#include "tst_sentenceform.moc"
