// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rules: how the parts of the program may depend on each other (ARCHITECTURE.md has the picture). Each rule returns one line
// a violation, "file: what is wrong", and an empty list for a tree that keeps it.
#include "structure/SourceTree.h"

namespace ard::test {

/// core and the command line program see no Qt, not even through another header.
QStringList qtOutsideTheWindow(const SourceTree &tree);
/// LibTorch headers are included only in core/engine and its tests and benchmarks, and reached from nowhere else in the programs:
/// they cost a file 20 seconds.
QStringList torchOutsideTheEngine(const SourceTree &tree);
/// qcustomplot.h is included only in ui/plot.
QStringList qcustomplotOutsidePlot(const SourceTree &tree);
/// ui/paint sees and links no widget: what it paints goes to any paint device.
QStringList widgetsInPainters(const SourceTree &tree);
/// ui and the window's main reach no file of core/engine, and their CMake files link neither it nor LibTorch.
QStringList windowSeesEngine(const SourceTree &tree);
/// Each folder includes only the folders that the picture allows.
QStringList wrongArrows(const SourceTree &tree);
/// Views, item models and plots ask the session: they may watch the engine client, but send it no request, and they use
/// neither the protocol's codec nor a process.
QStringList viewsTalkToEngine(const SourceTree &tree);
/// JSON of any file or message is parsed by core/base/Json, which bounds how deep it nests, and printed by jsonText, which takes names
/// that are not UTF-8.
QStringList jsonPastItsReader(const SourceTree &tree);
/// The first lines of every file hold who owns it and its licence.
QStringList missingLicenceLines(const SourceTree &tree);
/// No C++ file is longer than 500 lines; headers have #pragma once.
QStringList unwieldyFiles(const SourceTree &tree);
/// No file names a folder of the computer it was written on.
QStringList personalPaths(const SourceTree &tree);
/// Tests wait for conditions (QTRY_.., QTest::qWaitFor, QSignalSpy::wait for what comes), never a fixed time nor for something
/// not to come; and they compare no times: a busy machine is slow. An injected clock, the order of events, counts
/// (support/AllocationCount.h) and QDeadlineTimer, for giving up, are what is left.
QStringList testsThatWatchTheClock(const SourceTree &tree);

/// Every test that a page names as `tst_program::function` is there, and every row of its tables (the head and the line under it
/// aside) names one. page: its text.
QStringList testsThatAreNotThere(const SourceTree &tree, const QString &page);

} // namespace ard::test
