// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What libraries throw becomes an error with one sentence.
#include "base/Guard.h"
#include <QtTest>
#include <stdexcept>

using namespace ard;

class TestGuard : public QObject {
    Q_OBJECT

private slots:
    void resultsComeThrough()
    {
        QCOMPARE(*guarded("counting", []() -> Result<int> { return 3; }), 3);
        const Result<int> failed =
            guarded("counting", []() -> Result<int> { return fail(ErrorCode::NotFound, "gone"); });
        QCOMPARE(failed.error().message, std::string("gone"));
    }

    void memory()
    {
        const Status plain = guarded("counting", []() -> Status { throw std::bad_alloc(); });
        QCOMPARE(plain.error().code, ErrorCode::OutOfMemory);
        QCOMPARE(plain.error().message, std::string("not enough memory while counting"));
        const Status torch = guarded(
            "counting", []() -> Status { throw std::runtime_error("CUDA out of memory. Tried to allocate 2 GiB"); });
        QCOMPARE(torch.error().code, ErrorCode::OutOfMemory);
    }

    void whatElse()
    {
        const Status torch =
            guarded("counting", []() -> Status { throw std::runtime_error("no such shape\nframe #0: main"); });
        QCOMPARE(torch.error().code, ErrorCode::Internal);
        QCOMPARE(torch.error().message, std::string("something went wrong while counting: no such shape"));
        QVERIFY(torch.error().detail.find("frame #0") != std::string::npos);
        const Status odd = guarded("counting", []() -> Status { throw 3; });
        QCOMPARE(odd.error().message, std::string("something went wrong while counting"));
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
