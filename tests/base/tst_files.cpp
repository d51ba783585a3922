// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files: reading with limits, writing that keeps the old file when it fails, lines.
// Unicode: checking, words, lower case.
#include "base/Files.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <unistd.h>

using namespace ard;
namespace fs = std::filesystem;

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void writesAndReads();
    void keepsThePermissions();
    void writesThroughALink();
    void missingFolder();
    void writesThroughALinkToNothing();
    void folderInTheWay();
    void tellsBeforeWhetherItCouldWrite();
    void tellsBeforeWhetherAFolderCouldBeMade();
    void devicesWithoutAnEnd();
    void fullDiskKeepsTheOldFile();
    void readOnlyFolderKeepsTheOldFile();
    void writesToADevice();
    void reportsWhatCannotBeRead();
    void limitsTheSize();
    void abandonedTemporaries();
    void lines();
    void utf8();
    void lowerCase();
    void wordsAndPrintable();

private:
    fs::path at(const char *name) const { return m_folder / name; }
    std::size_t fileCount() const { return std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()); }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

void TestFiles::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->path().toStdString();
}

void TestFiles::writesAndReads()
{
    QVERIFY(writeAtomically(at("a"), std::string_view("one\n")));
    QVERIFY(writeAtomically(at("a"), std::string_view("two\0three", 9)));
    QCOMPARE(*readText(at("a")), std::string("two\0three", 9));
    QCOMPARE(readBytes(at("a"))->size(), std::size_t{9});
    QVERIFY(writeAtomically(at("a"), std::string_view()));
    QCOMPARE(*readText(at("a")), std::string());
    QCOMPARE(fileCount(), std::size_t{1});
    const std::string longName(255, 'n');
    QVERIFY(writeAtomically(m_folder / longName, std::string_view("x")));
}

void TestFiles::keepsThePermissions()
{
    QVERIFY(writeAtomically(at("a"), std::string_view("old")));
    fs::permissions(at("a"), fs::perms::owner_read | fs::perms::owner_write);
    QVERIFY(writeAtomically(at("a"), std::string_view("new")));
    QCOMPARE(fs::status(at("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

void TestFiles::writesThroughALink()
{
    QVERIFY(writeAtomically(at("target"), std::string_view("old")));
    fs::create_symlink("target", at("link"));
    QVERIFY(writeAtomically(at("link"), std::string_view("new")));
    QVERIFY(fs::is_symlink(at("link")));
    QCOMPARE(*readText(at("target")), std::string("new"));
}

void TestFiles::missingFolder()
{
    const auto status = writeAtomically(at("no/such/file"), std::string_view("x"));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::NotFound);
    QVERIFY(status.error().message.find("folder does not exist") != std::string::npos);
}

/// A link that points to nothing yet is written through as one that points to a file.
void TestFiles::writesThroughALinkToNothing()
{
    fs::create_directory(at("other"));
    fs::create_symlink("other/file", at("link"));
    fs::create_symlink("link", at("second"));
    QVERIFY(writeAtomically(at("second"), std::string_view("x")));
    QVERIFY(fs::is_symlink(at("second")) && fs::is_symlink(at("link")));
    QCOMPARE(*readText(at("other") / "file"), std::string("x"));
    QCOMPARE(writtenFile(at("second")), at("other/file"));
    fs::create_symlink("circle", at("circle"));
    const Status circle = writeAtomically(at("circle"), std::string_view("x"));
    QVERIFY(!circle && circle.error().message.find("symbolic links") != std::string::npos);
    QVERIFY(fs::is_symlink(at("circle")));
}

void TestFiles::tellsBeforeWhetherItCouldWrite()
{
    QVERIFY(writeAtomically(at("there"), std::string_view("old")));
    fs::create_directory(at("folder"));
    fs::create_symlink("none/file", at("dangling"));
    for (const fs::path &good : {at("there"), at("new"), fs::path("/dev/null")})
        QVERIFY2(checkWritable(good), good.c_str());
    for (const fs::path &bad : {at("folder"), at("none/file"), at("there/file"), at("dangling"),
                                fs::path("/dev/null/x"), at(std::string(300, 'n').c_str())}) {
        const Status status = checkWritable(bad);
        QVERIFY2(!status, bad.c_str());
        QCOMPARE(status.error().message, writeAtomically(bad, std::string_view("x")).error().message);
    }
    QCOMPARE(*readText(at("there")), std::string("old"));
    QCOMPARE(fileCount(), std::size_t{3});
}

void TestFiles::tellsBeforeWhetherAFolderCouldBeMade()
{
    QVERIFY(writeAtomically(at("file"), std::string_view("x")));
    for (const fs::path &good : {m_folder, at("a"), at("a/b/c")})
        QVERIFY2(checkFolderWritable(good), good.c_str());
    for (const fs::path &bad : {at("file"), at("file/a/b"), fs::path("/dev/null/x"), fs::path("/proc/x")})
        QVERIFY2(!checkFolderWritable(bad), bad.c_str());
    QCOMPARE(fileCount(), std::size_t{1});
}

void TestFiles::devicesWithoutAnEnd()
{
    QCOMPARE(readText("/dev/null").value(), std::string());
    for (const char *device : {"/dev/zero", "/dev/urandom"}) {
        const auto text = readText(device);
        QVERIFY(!text);
        QCOMPARE(text.error().message, "'" + std::string(device) + "' is a device, a file is needed");
    }
}

void TestFiles::folderInTheWay()
{
    fs::create_directory(at("d"));
    const auto status = writeAtomically(at("d"), std::string_view("x"));
    QVERIFY(!status);
    QVERIFY(status.error().message.find("is a folder") != std::string::npos);
    QVERIFY(fs::is_directory(at("d")));
}

void TestFiles::fullDiskKeepsTheOldFile()
{
    QVERIFY(writeAtomically(at("a"), std::string_view("old")));
    // A limit on the size of files stands for a full disk, also where the test runs as root.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto status = writeAtomically(at("a"), std::string(100'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Io);
    QCOMPARE(*readText(at("a")), std::string("old"));
    QCOMPARE(fileCount(), std::size_t{1}); // nothing half-written is left behind
}

void TestFiles::readOnlyFolderKeepsTheOldFile()
{
    QVERIFY(writeAtomically(at("a"), std::string_view("old")));
    fs::permissions(m_folder, fs::perms(0555));
    // root may write everywhere: be nobody meanwhile.
    const bool isRoot = ::geteuid() == 0;
    if (isRoot && ::seteuid(65534) != 0)
        QSKIP("root may write into a read-only folder");
    const auto status = writeAtomically(at("a"), std::string_view("new"));
    if (isRoot)
        QCOMPARE(::seteuid(0), 0);
    fs::permissions(m_folder, fs::perms::owner_all);
    QVERIFY(!status);
    QVERIFY(status.error().message.find("Permission denied") != std::string::npos);
    QCOMPARE(*readText(at("a")), std::string("old"));
}

void TestFiles::writesToADevice()
{
    QVERIFY(writeAtomically("/dev/null", std::string_view("x")));
    QVERIFY(fs::is_character_file("/dev/null"));
    const auto status = writeAtomically("/dev/full", std::string_view("x"));
    QVERIFY(!status);
    QVERIFY(status.error().message.find("No space left") != std::string::npos);
}

void TestFiles::reportsWhatCannotBeRead()
{
    const auto missing = readText(at("missing"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(missing.error().message.find("missing") != std::string::npos);
    const auto folder = readBytes(m_folder);
    QVERIFY(!folder);
    QVERIFY(folder.error().message.find("folder") != std::string::npos);
}

void TestFiles::limitsTheSize()
{
    QVERIFY(writeAtomically(at("a"), std::string(1000, 'x')));
    QVERIFY(readText(at("a"), 1000).has_value());
    QVERIFY(!readText(at("a"), 999).has_value());
    const auto endless = readBytes("/dev/zero", 100'000);
    QVERIFY(!endless);
    QCOMPARE(endless.error().code, ErrorCode::Format);
}

void TestFiles::abandonedTemporaries()
{
    const std::string mine = ".ard-" + std::to_string(::getpid()) + "-7.tmp";
    const std::vector<std::string> kept{".ard-1-0.tmp", ".ard-2147483646-0.tmp2", ".ard-2147483646-.tmp",
                                        ".ard-x-0.tmp", "ard-2147483646-0.tmp",   mine},
        gone{".ard-2147483646-0.tmp", ".ard-2147483646-4000000000.tmp"};
    for (const auto *names : {&kept, &gone})
        for (const std::string &name : *names)
            QVERIFY(writeAtomically(m_folder / name, std::string_view("half")));
    removeAbandonedTemporaries(m_folder);
    for (const std::string &name : kept)
        QVERIFY2(fs::exists(m_folder / name), name.c_str());
    for (const std::string &name : gone)
        QVERIFY2(!fs::exists(m_folder / name), name.c_str());
    removeAbandonedTemporaries(at("no such folder"));
}

void TestFiles::lines()
{
    const auto linesOf = [&](std::string_view text) {
        return writeAtomically(at("lines"), text) ? readLines(at("lines")) : fail(ErrorCode::Io, "not written");
    };
    using List = std::vector<std::string>;
    QCOMPARE(*linesOf(""), List{});
    QCOMPARE(*linesOf("\n"), List{""});
    QCOMPARE(*linesOf("a\nb"), (List{"a", "b"}));
    QCOMPARE(*linesOf("a\r\n\r\nb\r\n"), (List{"a", "", "b"}));
    QCOMPARE(*linesOf("\xEF\xBB\xBF"
                      "a\rb\n"),
             List{"a\rb"});
    const auto bad = linesOf("good\nbad \xC3\n");
    QVERIFY(!bad);
    QVERIFY(bad.error().message.find("Line 2") != std::string::npos);
}

void TestFiles::utf8()
{
    for (const char *good :
         {"", "plain", "caf\xC3\xA9", "\xE4\xB8\xAD\xE6\x96\x87", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"})
        QVERIFY2(isValidUtf8(good), good);
    for (const char *bad : {"\xC3", "\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                            "\xF8\x88\x80\x80\x80", "\xFF", "a\xE4\xB8", "\xC3\x28"})
        QVERIFY(!isValidUtf8(bad));
    QCOMPARE(decodeUtf8("a\xFF\xC3\xA9"), std::u32string(U"a\uFFFD\u00E9"));
    std::string all;
    for (const char32_t point : {U'a', U'\u00E9', U'\u4E2D', U'\U0001F600'})
        appendUtf8(all, point);
    QCOMPARE(all, std::string("a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80"));
}

void TestFiles::lowerCase()
{
    QCOMPARE(toLower("CAF\xC3\x89 \xD0\x96 42"), std::string("caf\xC3\xA9 \xD0\xB6 42"));
    QCOMPARE(toLower("\xC4\xB0"), std::string("i\xCC\x87"));
    for (const char32_t c : {U'a', U'Z', U'7', U'\u00DF', U'\u0416', U'\u4E2D', U'\u0301', U'\u2167', U'\u0967'})
        QVERIFY(isLetterOrDigit(c));
    for (const char32_t c : {U' ', U'.', U'_', U'-', U'\u00B2', U'\u20AC', U'\u3002', U'\uFFFD', U'\U0001F600'})
        QVERIFY(!isLetterOrDigit(c));
    QCOMPARE(toLower("\xCE\x91\xCE\xA3 \xCE\xA3\xCE\x91"), std::string("\xCE\xB1\xCF\x82 \xCF\x83\xCE\xB1"));
}

void TestFiles::wordsAndPrintable()
{
    const auto words = splitWords(" a\xC2\xA0"
                                  "bb\t\xE3\x80\x80 c");
    QCOMPARE(words, (std::vector<std::string_view>{"a", "bb", "c"}));
    QVERIFY(splitWords(" \n").empty());
    QCOMPARE(printable("a\x1b[2J\n\xFF"), std::string("a\xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBD"));
    QCOMPARE(printable("\xC3\xA9\xC3\xA9\xC3\xA9", 2), std::string("\xC3\xA9\xC3\xA9..."));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
