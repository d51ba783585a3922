// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are cut short, lie about themselves or try to run something: each gives one sentence and nothing else.
#include "base/Files.h"
#include "checkpoint/Checkpoint.h"
#include "checkpoint/PickleReader.h"
#include "support/AllocationCount.h"
#include "support/CheckpointFile.h"
#include "support/Refusal.h"
#include <QTest>
#include <algorithm>

using namespace ard;
using namespace ard::test;

namespace {

using Bytes = std::vector<std::uint8_t>;

const std::string sixteen(16, '\1');

/// Why the file is refused, at whatever point; empty where it is not.
std::string refusal(Bytes file)
{
    const auto checkpoint = Checkpoint::parse(std::move(file), "bad");
    if (!checkpoint)
        return checkpoint.error().message;
    const auto tensors = checkpoint->tensors();
    return tensors ? std::string() : tensors.error().message;
}

std::string pickleRefusal(const std::string &body)
{
    const std::string text = pickled(body);
    const auto document = pickle::read({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    return document ? std::string() : document.error().message;
}

QByteArray toQt(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

QByteArray toQt(const Bytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

std::string repeated(const std::string &part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

/// The good file with one text replaced by another of the same length.
Bytes patched(Bytes file, const std::string &from, const std::string &to, bool last = false)
{
    auto found = last ? std::find_end(file.begin(), file.end(), from.begin(), from.end())
                      : std::search(file.begin(), file.end(), from.begin(), from.end());
    if (found == file.end() || from.size() != to.size())
        qFatal("the test does not know its own file");
    std::copy(to.begin(), to.end(), found);
    return file;
}

} // namespace

class TestHostileCheckpoint : public QObject {
    Q_OBJECT
private slots:
    void goodOnesAreRead();
    void foreignCodeIsNamed_data();
    void foreignCodeIsNamed();
    void damagedPickles_data();
    void damagedPickles();
    void cyclesAreHarmless();
    void smallFilesStayCheap_data();
    void smallFilesStayCheap();
    void lyingFiles_data();
    void lyingFiles();
    void everyPrefixIsRefused_data();
    void everyPrefixIsRefused();
    void everyDamagedByteIsSurvived();
};

void TestHostileCheckpoint::goodOnesAreRead()
{
    QCOMPARE(refusal(zipCheckpoint(statePickle({{"a", {}}}), {{"0", sixteen}})), std::string());
    TensorText old;
    old.legacy = true;
    QCOMPARE(refusal(legacyCheckpoint(statePickle({{"a", old}}), {{"0", 4, sixteen}})), std::string());
}

void TestHostileCheckpoint::foreignCodeIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const std::string &body, const char *named) {
        QTest::newRow(name) << toQt(body) << QString(named);
    };
    row("os.system", globalOp("os", "system") + "(" + textOp("touch x") + "tR", "os.system");
    row("posix.system", globalOp("posix", "system") + ")R", "posix.system");
    row("builtins.eval", globalOp("builtins", "eval") + ")R", "builtins.eval");
    row("through the stack", textOp("subprocess") + textOp("Popen") + "\x93", "subprocess.Popen");
    row("dotted name", textOp("collections") + textOp("OrderedDict.__init__") + "\x93", "OrderedDict.__init__");
    row("torch.load", globalOp("torch", "load") + ")R", "torch.load");
    row("nested module", globalOp("torch.nn.modules.linear", "Linear") + ")\x81", "torch.nn.modules.linear.Linear");
    row("numpy", globalOp("numpy", "load") + "(" + textOp("x") + "tR", "numpy.load");
    row("copyreg", globalOp("copyreg", "_reconstructor"), "copyreg._reconstructor");
    row("terminal codes", globalOp("os\x1b[31m", "x"), "os\xef\xbf\xbd[31m.x");
    row("INST", "(ios\nsystem\n", "105");
    row("OBJ", "(" + globalOp("collections", "OrderedDict") + "o", "111");
    row("NEWOBJ", globalOp("collections", "OrderedDict") + ")\x81", "129");
    row("EXT1", "\x82\x01", "130");
    row("PERSID", "Pabc\n", "80");
}

void TestHostileCheckpoint::foreignCodeIsNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const std::string why = pickleRefusal(body.toStdString());
    QVERIFY2(why.find(named.toStdString()) != std::string::npos, why.c_str());
    QVERIFY2(why.find("nothing in it was run") != std::string::npos, why.c_str());
    QVERIFY(why.find('\n') == std::string::npos && why.find('\x1b') == std::string::npos);
}

void TestHostileCheckpoint::damagedPickles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const std::string &body, const char *words) {
        QTest::newRow(name) << toQt(body) << QString::fromLatin1(words);
    };
    row("nothing", "", "it does not end with one value");
    row("two values", "NN", "it does not end with one value");
    row("open mark", "N(", "it does not end with one value");
    row("text longer than the file", std::string("X\xff\xff\xff\x7f", 5),
        "a text in it would be 2147483647 bytes long");
    row("text of 2^63 bytes", "\x8d" + std::string(7, '\0') + "\x80",
        "a text in it would be 9223372036854775808 bytes long");
    row("bytes longer than the file", std::string("B\xff\xff\xff\xff", 5),
        "a text in it would be 4294967295 bytes long");
    row("append to nothing", "Na", "a list is missing");
    row("append to a number", "K\1Na", "a list is missing");
    row("append to a tuple", ")Na", "a list is missing");
    row("append below a mark", "](Na", "a list is missing");
    row("items of a list", "](NNu", "a dictionary is missing");
    row("a key without a value", "}(Nu", "a key without a value");
    row("pop of nothing", "0", "a value is missing");
    row("tuple of missing values", "N\x87", "a value is missing");
    row("tuple across a mark", "N(N\x86", "a value is missing");
    row("get before put", "h\5", "a value is used before it is made");
    row("put of nothing", "q\1", "a value is missing");
    row("memoize nothing", "\x94", "a value is missing");
    row("call of a text", textOp("print") + ")R", "a call of something that is not a function");
    row("call with a number", globalOp("collections", "OrderedDict") + "K\1R",
        "a call of something that is not a function");
    row("call of a type", globalOp("torch", "FloatStorage") + ")R", "it calls something that is not a function");
    row("dictionary of a number", globalOp("collections", "OrderedDict") + "(K\1tR",
        "an OrderedDict in it is made from something else than pairs");
    row("dictionary of triples", globalOp("collections", "OrderedDict") + "(](NNN\x87" + "etR",
        "an OrderedDict in it is made from something else than pairs");
    row("tensor of nothing", globalOp("torch._utils", "_rebuild_tensor_v2") + ")R",
        "a tensor in it is described in an unknown way");
    row("parameter of nothing", globalOp("torch._utils", "_rebuild_parameter") + ")R",
        "a parameter in it is described in an unknown way");
    row("storage of a number", "K\1Q", "a storage in it is described in an unknown way");
    row("storage of a short tuple", "(" + textOp("storage") + "tQ", "a storage in it is described in an unknown way");
    row("storage of texts", "(" + repeated(textOp("storage"), 5) + "tQ",
        "a storage in it is described in an unknown way");
    row("attributes of a list", "]}b", "it sets the attributes of something that is no dictionary");
    row("attributes that are no dictionary", "}Nb", "it sets the attributes of something that is no dictionary");
    row("newer protocol", "\x80\x09N", "it was written with a newer kind of pickle");
    TensorText many;
    many.shape = std::vector<std::int64_t>(9, 1);
    many.strides = many.shape;
    row("nine dimensions", tensorOp(many), "a tensor in it has an impossible shape");
    TensorText uneven;
    uneven.strides = {1};
    row("shape and strides disagree", tensorOp(uneven), "a tensor in it has an impossible shape");
    TensorText negative;
    negative.elements = -4;
    row("negative storage", tensorOp(negative), "a storage in it is described in an unknown way");
    TensorText foreign;
    foreign.storageType = "ComplexFloatStorage";
    row("complex numbers", tensorOp(foreign), "asks for torch.ComplexFloatStorage");
    row("storage that is part of another",
        "(" + textOp("storage") + globalOp("torch", "FloatStorage") + textOp("0") + textOp("cpu") + numberOp(4) + "(" +
            textOp("1") + numberOp(0) + numberOp(4) + "t" + "tQ",
        "part of another one");
}

void TestHostileCheckpoint::damagedPickles()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    ARD_SAYS(pickleRefusal(body.toStdString()), words);
}

void TestHostileCheckpoint::cyclesAreHarmless()
{
    // A list that contains itself, a dictionary that is its own value, and weights that are their own weights.
    QCOMPARE(pickleRefusal("]q\1h\1a"), std::string());
    QCOMPARE(pickleRefusal("}q\1" + textOp("a") + "h\1s"), std::string());
    const std::string cycle = pickled("}q\1" + textOp("model_dict") + "h\1s");
    const std::string why = refusal(zipCheckpoint(cycle, {}));
    QVERIFY2(why.find("model_dict") != std::string::npos, why.c_str());
    // A tuple in a tuple, ten thousand deep.
    QCOMPARE(pickleRefusal("N" + std::string(10'000, '\x85')), std::string());
}

void TestHostileCheckpoint::smallFilesStayCheap_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const std::string &body, const char *reason) {
        QTest::newRow(name) << toQt(body) << QString(reason);
    };
    // A list of 10,000 pairs, made into a dictionary a hundred thousand times: thousand million entries.
    const std::string pairs = "](" + repeated("NN\x86", 10'000) + "eq\1" + "0";
    const std::string dictOfThem = globalOp("collections", "OrderedDict") + "q\2" + "0" + "h\1\x85q\3" + "0";
    row("dictionaries of a long list", pairs + dictOfThem + repeated("h\2h\3R0", 100'000) + "N",
        "its dictionaries have too many entries");
    row("a long text many times", textOp(std::string(1'000'000, 'x')) + "q\1" + repeated("h\1", 500'000) + "0",
        "it does not end with one value");
    row("three million nothings", repeated("N0", 1'500'000) + "N", "has too many parts");
    row("three million marks", repeated("(1", 1'500'000) + "N", "has too many parts");
    row("places of the memo", "N" + repeated(std::string("r\xff\xff\xff\xff", 5), 100'000), nullptr); // is read
}

void TestHostileCheckpoint::smallFilesStayCheap()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    const std::string text = body.toStdString();
    std::string why;
    const Allocations made = allocationsOf([&] { why = pickleRefusal(text); });
    QCOMPARE(why.empty(), reason.isEmpty());
    QVERIFY2(QString::fromStdString(why).contains(reason), why.c_str());
    // In proportion to the bytes read, whatever they ask for.
    QVERIFY2(made.bytes < 100 * text.size(), qPrintable(QString::number(made.bytes)));
}

void TestHostileCheckpoint::lyingFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const Bytes &file, const char *reason) {
        QTest::newRow(name) << toQt(file) << QString(reason);
    };
    const auto zipOf = [](const TensorText &tensor, const std::string &bytes = sixteen) {
        return zipCheckpoint(statePickle({{"a", tensor}}), {{"0", bytes}});
    };
    const std::string good = statePickle({{"a", {}}});
    const Bytes file = zipCheckpoint(good, {{"0", sixteen}});
    row("not a checkpoint", Bytes(100, 'x'), "torch.save did not write it");
    row("empty", {}, "torch.save did not write it");
    row("another zip file", zipFile({{"readme.txt", "hello"}}), "not one that torch.save wrote");
    row("two pickles", zipFile({{"a/data.pkl", good}, {"b/data.pkl", good}}), "not one that torch.save wrote");
    row("an entry twice", zipFile({{"a/data.pkl", good}, {"a/data.pkl", good}}), "two entries");
    row("big-endian", zipFile({{"a/data.pkl", good}, {"a/data/0", sixteen}, {"a/byteorder", "big"}}), "little-endian");
    row("storage is missing", zipCheckpoint(good, {}), "is missing");
    row("storage is shorter", zipOf({}, std::string(12, '\1')), "another size");
    row("storage is longer", zipOf({}, std::string(20, '\1')), "another size");
    row("storage of no whole number of elements", zipOf({}, std::string(17, '\1')), "another size");
    row("absurd count", zipOf({"0", std::int64_t(1) << 62}), "another size");
    row("offset outside", zipOf({"0", 4, 1}), "reaches beyond");
    row("negative offset", zipOf({"0", 4, -1}), "reaches beyond");
    row("absurd shape", zipOf({"0", 4, 0, {std::int64_t(1) << 40, std::int64_t(1) << 40}, {0, 0}}), "more often");
    row("absurdly expanded", zipOf({"0", 4, 0, {(1 << 24) + 1}, {0}}), "more often");
    row("two that are expanded too much",
        zipCheckpoint(statePickle({{"a", {"0", 4, 0, {1 << 24}, {0}}}, {"b", {"0", 4, 0, {5}, {0}}}}),
                      {{"0", sixteen}}),
        "'b' repeats");
    row("expanded and outside", zipOf({"0", 4, 0, {97, 2}, {0, 4}}), "reaches beyond");
    row("a number of numpy among the weights",
        zipCheckpoint(pickled("}" + textOp("model_dict") + "}" + textOp("a") +
                              globalOp("numpy.core.multiarray", "scalar") + ")Rss"),
                      {}),
        "named tensor");
    row("long stride", zipOf({"0", 4, 0, {2, 2}, {std::int64_t(1) << 62, 1}}), "reaches beyond");
    row("one storage of two types",
        zipCheckpoint(statePickle({{"a", {}}, {"b", {"0", 4, 0, {2}, {1}, "LongStorage"}}}), {{"0", sixteen}}),
        "same name");
    row("a number among the weights",
        zipCheckpoint(pickled("}" + textOp("model_dict") + "}" + textOp("a") + "K\1ss"), {}), "named tensor");
    row("a weight without a name",
        zipCheckpoint(pickled("}" + textOp("model_dict") + "}K\1" + tensorOp({}) + "ss"), {}), "named tensor");
    row("no dictionary", zipCheckpoint(pickled("]"), {}), "model_dict");
    row("wrong checksum", patched(file, sixteen, std::string(16, '\2')), "checksum");
    row("compressed",
        patched(file, std::string("PK\1\2\x14\0\x14\0\0\x08\0\0", 12),
                std::string("PK\1\2\x14\0\x14\0\0\x08\x08\0", 12)),
        "compressed");
    row("encrypted",
        patched(file, std::string("PK\1\2\x14\0\x14\0\0\x08", 10), std::string("PK\1\2\x14\0\x14\0\1\x08", 10)),
        "encrypted");
    row("names disagree", patched(file, "archive/data/0", "archive/data/1", true), "damaged");
    TensorText old;
    old.legacy = true;
    const std::string oldGood = statePickle({{"a", old}});
    row("old format: a storage too few", legacyCheckpoint(oldGood, {}), "is missing");
    row("old format: a storage too many", legacyCheckpoint(oldGood, {{"0", 4, sixteen}, {"1", 4, sixteen}}),
        "nothing uses");
    row("old format: a storage twice", legacyCheckpoint(oldGood, {{"0", 4, sixteen}, {"0", 4, sixteen}}), "twice");
    row("old format: absurd count", legacyCheckpoint(oldGood, {{"0", ~std::uint64_t(0), sixteen}}), "another size");
    row("old format: cut", legacyCheckpoint(oldGood, {{"0", 4, "abc"}}), "cut short");
    row("old format: os.system", legacyCheckpoint(pickled(globalOp("os", "system") + "(" + textOp("x") + "tR"), {}),
        "os.system");
}

void TestHostileCheckpoint::lyingFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, reason);
    const std::string why = refusal(Bytes(file.begin(), file.end()));
    QVERIFY2(why.find(reason.toStdString()) != std::string::npos, why.c_str());
    QVERIFY2(why.find("'bad' cannot be read as a checkpoint: ") == 0, why.c_str());
    QVERIFY(why.find('\n') == std::string::npos);
}

void TestHostileCheckpoint::everyPrefixIsRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"strided.pt", "strided.protocol4.pt", "strided.legacy.pt"})
        QTest::newRow(name) << name;
}

void TestHostileCheckpoint::everyPrefixIsRefused()
{
    QFETCH(QString, name);
    const auto whole = readBytes(std::string(ARD_TEST_FIXTURES) + "/checkpoints/" + name.toStdString());
    QVERIFY(whole);
    QCOMPARE(refusal(*whole), std::string());
    for (std::size_t size = 0; size < whole->size(); ++size) {
        const std::string why = refusal(Bytes(whole->begin(), whole->begin() + static_cast<std::ptrdiff_t>(size)));
        QVERIFY2(!why.empty() && why.find('\n') == std::string::npos, qPrintable(QString::number(size)));
    }
}

void TestHostileCheckpoint::everyDamagedByteIsSurvived()
{
    // With a checksum over the pickle and each storage nothing damaged is taken for good, but for a few bytes of the zip
    // headers that nobody needs (times, versions).
    const auto whole = *readBytes(std::string(ARD_TEST_FIXTURES) + "/checkpoints/strided.pt");
    int accepted = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        Bytes copy = whole;
        copy[at] ^= 0x55;
        const std::string why = refusal(copy);
        QVERIFY(why.find('\n') == std::string::npos);
        accepted += why.empty();
    }
    QVERIFY2(accepted < static_cast<int>(whole.size()) * 3 / 4, qPrintable(QString::number(accepted)));
}

QTEST_GUILESS_MAIN(TestHostileCheckpoint)
#include "tst_hostilecheckpoint.moc"
