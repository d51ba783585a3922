// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/Checkpoint.h"
#include "checkpoint/ZipArchive.h"
#include "support/CheckpointFile.h"
#include <QTest>
#include <algorithm>
#include <cstring>
#include <limits>

using namespace ard;

namespace {

std::string fixture(const char *name)
{
    return std::string(ARD_TEST_FIXTURES) + "/" + name;
}

template <class T>
std::string bytesOf(const std::vector<T> &numbers)
{
    return {reinterpret_cast<const char *>(numbers.data()), numbers.size() * sizeof(T)};
}

std::vector<float> floatsOf(const CheckpointTensor &tensor)
{
    std::vector<std::uint8_t> copy;
    const TensorView view = rowMajor(tensor, copy);
    std::vector<float> numbers(view.bytes.size() / sizeof(float));
    std::memcpy(numbers.data(), view.bytes.data(), view.bytes.size());
    return numbers;
}

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT
private slots:
    void fixtures_data();
    void fixtures();
    void outermostDictionary();
    void sizesOf64Bits();
    void contiguousIsNoCopy();
    void stridesAreFollowed();
    void stridesInsideTheStorage_data();
    void stridesInsideTheStorage();
    void countsWithoutOverflow();
    void expandedTensor();
    void numbersOfNumpyAreReadOver();
    void doublesAreNarrowed();
    void checksum();
};

void TestCheckpoint::fixtures_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("steps");
    const QString seven = "checkpoint-7.expected.safetensors", strided = "checkpoints/strided.expected.safetensors";
    QTest::newRow("as the trainer writes it") << "model_checkpoint-7" << seven << 7;
    QTest::newRow("averaged, parameters of a GPU") << "ema_0.9999_checkpoint-7" << seven << 7;
    QTest::newRow("every kind of tensor") << "checkpoints/strided.pt" << strided << 12;
    QTest::newRow("pickle protocol 4") << "checkpoints/strided.protocol4.pt" << strided << 12;
    QTest::newRow("the format before zip") << "checkpoints/strided.legacy.pt" << strided << 12;
}

void TestCheckpoint::fixtures()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    QFETCH(int, steps);
    const auto checkpoint = Checkpoint::read(fixture(qPrintable(file)));
    QVERIFY2(checkpoint, checkpoint ? "" : checkpoint.error().message.c_str());
    QCOMPARE(checkpoint->number("offset"), std::optional<std::int64_t>(steps));
    QCOMPARE(checkpoint->keys(),
             (std::vector<std::string>{"model_dict", "optimizer_dict", "scheduler_dict", "offset"}));
    const auto tensors = checkpoint->tensors();
    QVERIFY2(tensors, tensors ? "" : tensors.error().message.c_str());
    const auto truth = Safetensors::read(fixture(qPrintable(expected)));
    QVERIFY(truth);
    QCOMPARE(tensors->size(), truth->tensors().size());
    for (const auto &[name, want] : truth->tensors()) {
        QVERIFY2(tensors->count(name) == 1, name.c_str());
        std::vector<std::uint8_t> copy;
        const TensorView got = rowMajor(tensors->at(name), copy);
        QVERIFY2(got.type == want.type && got.shape == want.shape, name.c_str());
        QVERIFY2(std::equal(got.bytes.begin(), got.bytes.end(), want.bytes.begin(), want.bytes.end()), name.c_str());
    }
}

void TestCheckpoint::outermostDictionary()
{
    const std::string pickle = test::pickled("}(" + test::textOp("a") + test::tensorOp({}) + "u");
    const auto checkpoint = Checkpoint::parse(test::zipCheckpoint(pickle, {{"0", std::string(16, '\0')}}), "plain");
    QVERIFY(checkpoint);
    QCOMPARE(checkpoint->tensors("")->size(), std::size_t(1));
    QVERIFY(!checkpoint->tensors());
    QVERIFY(!checkpoint->number("offset"));
}

void TestCheckpoint::sizesOf64Bits()
{
    const std::string pickle = test::statePickle({{"a", {}}});
    const test::Entries entries{{"x/data.pkl", pickle}, {"x/data/0", bytesOf(std::vector<float>{1, 2, 3, 4})}};
    const auto checkpoint = Checkpoint::parse(test::zipFile(entries, true), "zip64");
    QVERIFY2(checkpoint, checkpoint ? "" : checkpoint.error().message.c_str());
    const auto tensors = checkpoint->tensors();
    QVERIFY2(tensors, tensors ? "" : tensors.error().message.c_str());
    QCOMPARE(floatsOf(tensors->at("a")), (std::vector<float>{1, 2, 3, 4}));
    const auto whole = test::zipFile(entries, true);
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(!Checkpoint::parse({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}, "cut"));
}

void TestCheckpoint::contiguousIsNoCopy()
{
    const auto checkpoint = Checkpoint::read(fixture("model_checkpoint-7"));
    const auto tensors = checkpoint->tensors();
    for (const auto &[name, tensor] : *tensors) {
        std::vector<std::uint8_t> copy;
        QVERIFY(!rowMajor(tensor, copy).bytes.empty());
        QVERIFY(copy.empty());
    }
}

void TestCheckpoint::stridesAreFollowed()
{
    const std::vector<float> numbers{0, 1, 2, 3, 4, 5};
    const std::string pickle = test::statePickle({{"transposed", {"0", 6, 0, {3, 2}, {1, 3}}},
                                                  {"last column", {"0", 6, 2, {2}, {3}}},
                                                  {"one repeated", {"0", 6, 4, {3}, {0}}},
                                                  {"cube", {"0", 6, 0, {1, 3, 2}, {99, 1, 3}}}});
    const auto checkpoint = Checkpoint::parse(test::zipCheckpoint(pickle, {{"0", bytesOf(numbers)}}), "strides");
    const auto tensors = checkpoint->tensors();
    QVERIFY2(tensors, tensors ? "" : tensors.error().message.c_str());
    QCOMPARE(floatsOf(tensors->at("transposed")), (std::vector<float>{0, 3, 1, 4, 2, 5}));
    QCOMPARE(floatsOf(tensors->at("last column")), (std::vector<float>{2, 5}));
    QCOMPARE(floatsOf(tensors->at("one repeated")), (std::vector<float>{4, 4, 4}));
    QCOMPARE(floatsOf(tensors->at("cube")), (std::vector<float>{0, 3, 1, 4, 2, 5}));
}

void TestCheckpoint::stridesInsideTheStorage_data()
{
    QTest::addColumn<QList<qlonglong>>("shape");
    QTest::addColumn<QList<qlonglong>>("strides");
    QTest::addColumn<qulonglong>("offset");
    QTest::addColumn<bool>("fits");
    const qlonglong huge = std::numeric_limits<qlonglong>::max();
    const auto row = [](const char *name, QList<qlonglong> shape, QList<qlonglong> strides, qulonglong offset,
                        bool fits) { QTest::newRow(name) << shape << strides << offset << fits; };
    row("all", {3, 4}, {4, 1}, 0, true);
    row("one too many", {13}, {1}, 0, false);
    row("shifted out", {3, 4}, {4, 1}, 1, false);
    row("last one", {1}, {1}, 11, true);
    row("behind the last", {1}, {1}, 12, false);
    row("scalar", {}, {}, 11, true);
    row("scalar behind", {}, {}, 12, false);
    row("nothing", {0, 5}, {5, 1}, 12, true);
    row("nothing, behind", {0, 5}, {5, 1}, 13, false);
    row("stride too long", {2}, {12}, 0, false);
    row("stride fits", {2}, {11}, 0, true);
    row("negative stride", {2}, {-1}, 1, false);
    row("negative size", {-2}, {1}, 0, false);
    row("repeated rows", {5, 5}, {0, 1}, 0, true); // 4 is the last element
    row("repeated rows to the end", {99, 5}, {0, 1}, 7, true);
    row("repeated rows behind the end", {99, 5}, {0, 1}, 8, false);
    row("overlapping rows", {8, 5}, {1, 1}, 0, true); // 7 + 4
    row("overlapping rows behind the end", {9, 5}, {1, 1}, 0, false);
    row("any size of a stride of zero", {huge, huge, 2}, {0, 0, 0}, 11, true);
    row("stride that overflows", {2, 2}, {huge, huge}, 0, false);
    row("offset that overflows", {2}, {1}, ~qulonglong(0), false);
    row("unequal lists", {2, 2}, {1}, 0, false);
    row("any stride of a size of one", {1, 12}, {huge, 1}, 0, true);
}

void TestCheckpoint::stridesInsideTheStorage()
{
    QFETCH(QList<qlonglong>, shape);
    QFETCH(QList<qlonglong>, strides);
    QFETCH(qulonglong, offset);
    QFETCH(bool, fits);
    const CheckpointTensor tensor{
        TensorType::F32, {shape.begin(), shape.end()}, {strides.begin(), strides.end()}, offset, {}};
    QCOMPARE(fitsStorage(tensor, 12), fits);
}

void TestCheckpoint::countsWithoutOverflow()
{
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    const auto atMost = [](std::vector<std::int64_t> shape, std::uint64_t elements) {
        const std::vector<std::int64_t> strides(shape.size(), 0);
        return hasAtMost({TensorType::F32, std::move(shape), strides, 0, {}}, elements);
    };
    QVERIFY(atMost({3, 4}, 12) && !atMost({3, 4}, 11) && atMost({}, 1) && !atMost({}, 0));
    QVERIFY(atMost({0, huge}, 0) && atMost({huge}, ~std::uint64_t{0}));
    QVERIFY(!atMost({huge, huge, 2}, ~std::uint64_t{0}) && !atMost({2, 7}, 13));
}

void TestCheckpoint::expandedTensor()
{
    const std::string pickle = test::statePickle({{"zeros", {"0", 1, 0, {97}, {0}}}, {"one", {"0", 1, 0, {1}, {1}}}});
    const auto checkpoint =
        Checkpoint::parse(test::zipCheckpoint(pickle, {{"0", bytesOf(std::vector<float>{0})}}), "x");
    const auto tensors = checkpoint->tensors();
    QVERIFY2(tensors, tensors ? "" : tensors.error().message.c_str());
    QCOMPARE(floatsOf(tensors->at("zeros")), std::vector<float>(97, 0));
}

/// As an optimizer or a scheduler keeps them: numpy.float64(0.5) and a numpy array, of any of the module's names.
void TestCheckpoint::numbersOfNumpyAreReadOver()
{
    using test::globalOp, test::textOp, test::numberOp;
    for (const char *module : {"numpy.core.multiarray", "numpy._core.multiarray"}) {
        const std::string type = globalOp("numpy", "dtype") + "(" + textOp("f8") + "\x89\x88tR(K\x03" + textOp("<") +
            "NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK" + std::string(1, '\0') + "tb";
        const std::string bytes = globalOp("_codecs", "encode") + "(" + textOp("????????") + textOp("latin1") + "tR";
        const std::string scalar = globalOp(module, "scalar") + "(" + type + bytes + "tR";
        const std::string array = globalOp(module, "_reconstruct") + "(" + globalOp("numpy", "ndarray") + "(K" +
            std::string(1, '\0') + "t" + bytes + "tR(K\x01(K\x01t" + type + "\x89" + bytes + "tb";
        const std::string counter = globalOp("collections", "Counter") + "(}tR";
        const std::string state = test::statePickle({{"a", {}}});
        const std::string both = state.substr(0, state.size() - 1) + "(" + textOp("optimizer_dict") + "}(" +
            textOp("lr") + scalar + textOp("history") + array + "u" + textOp("scheduler_dict") + "}(" +
            textOp("milestones") + counter + "uu.";
        const auto checkpoint = Checkpoint::parse(test::zipCheckpoint(both, {{"0", std::string(16, '\0')}}), "numpy");
        QVERIFY2(checkpoint, checkpoint ? "" : checkpoint.error().message.c_str());
        QCOMPARE(checkpoint->tensors()->size(), std::size_t(1));
        QCOMPARE(checkpoint->number("offset"), std::optional<std::int64_t>(7));
    }
}

void TestCheckpoint::doublesAreNarrowed()
{
    const std::vector<double> wide{1.0 / 3, -2, 1e300};
    const std::string bytes = bytesOf(wide);
    const TensorView view{TensorType::F64, {3}, {reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()}};
    std::vector<std::uint8_t> copy;
    const TensorView narrow = narrowed(view, copy);
    QVERIFY(narrow.type == TensorType::F32);
    std::vector<float> numbers(3);
    QCOMPARE(narrow.bytes.size(), std::size_t(12));
    std::memcpy(numbers.data(), narrow.bytes.data(), 12);
    QCOMPARE(numbers, (std::vector<float>{1.0f / 3, -2, std::numeric_limits<float>::infinity()}));
}

void TestCheckpoint::checksum()
{
    const std::string text = "123456789"; // the published check value of CRC-32
    QCOMPARE(crc32({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()}), 0xCBF43926u);
    QCOMPARE(crc32({}), 0u);
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
