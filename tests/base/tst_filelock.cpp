// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/FileLock.h"
#include "base/Files.h"
#include <QTemporaryDir>
#include <QtTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace ard;

class TestFileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("lock").toStdString();
    }

    void oneAtATime()
    {
        auto first = FileLock::take(m_file);
        QVERIFY(first && first->has_value());
        const auto second = FileLock::take(m_file);
        QVERIFY(second);
        QVERIFY(!second->has_value());
        QVERIFY(std::filesystem::exists(m_file)); // the refused one leaves the holder's file
        first->reset();
        QVERIFY(!std::filesystem::exists(m_file));
        const auto third = FileLock::take(m_file);
        QVERIFY(third && third->has_value());
    }

    void movingKeepsIt()
    {
        std::optional<FileLock> outer;
        {
            auto taken = FileLock::take(m_file);
            QVERIFY(taken && taken->has_value());
            outer.emplace(std::move(**taken));
        }
        QVERIFY(!FileLock::take(m_file)->has_value());
    }

    /// The file of a process that was killed is there, but nobody holds it.
    void endsWithItsProcess()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = FileLock::take(m_file);
            ::_exit(lock && lock->has_value() ? 0 : 1); // no destructor runs
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(WEXITSTATUS(status), 0);
        QVERIFY(std::filesystem::exists(m_file));
        QVERIFY(FileLock::take(m_file)->has_value());
    }

    void whatCannotBeMadeIsAnError()
    {
        const auto lock = FileLock::take(m_file / "below" / "lock");
        QVERIFY(!lock);
        QVERIFY(lock.error().message.find("below") != std::string::npos);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
