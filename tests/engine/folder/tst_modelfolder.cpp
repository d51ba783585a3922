// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "base/Fingerprint.h"
#include "engine/Generator.h"
#include "engine/folder/ModelFolder.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace ard;
namespace fs = std::filesystem;

namespace {

using Edit = std::function<void(nlohmann::json &)>;

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestModelFolder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fingerprintIsFnv();
    void writtenIsRead();
    void halfPrecisionIsClose();
    void fingerprintFollowsContent();
    void hostileDescriptions_data();
    void hostileDescriptions();
    void aLengthHeadIsKept();
    void damagedWeights();
    void missingParts();
    void foreignTokenizer();
    void unwritableFolders();

private:
    /// A copy of the good model that may be damaged.
    fs::path copyOfModel()
    {
        const fs::path copy = m_dir.filePath(QString("copy%1").arg(++m_copies)).toStdString();
        fs::copy(m_folder, copy);
        return copy;
    }
    static void editJson(const fs::path &folder, const Edit &edit)
    {
        auto json = nlohmann::json::parse(*readText(folder / "model.json"));
        edit(json);
        QVERIFY(writeAtomically(folder / "model.json", json.dump()));
    }

    QTemporaryDir m_dir;
    fs::path m_folder;
    int m_copies = 0;
};

void TestModelFolder::initTestCase()
{
    m_folder = m_dir.filePath("model").toStdString();
    const Status written = test::writeRandomModel(m_folder);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
}

void TestModelFolder::fingerprintIsFnv()
{
    Fingerprint empty, a, foobar;
    a.add(std::string_view("a"));
    foobar.add(std::string_view("foo"));
    foobar.add(std::string_view("bar"));
    QCOMPARE(empty.hex(), std::string("cbf29ce484222325"));
    QCOMPARE(a.hex(), std::string("af63dc4c8601ec8c")); // published test values of FNV-1a
    QCOMPARE(foobar.hex(), std::string("85944171f73967e8"));
}

void TestModelFolder::writtenIsRead()
{
    const auto model = readModelFolder(m_folder);
    QVERIFY2(model, model ? "" : model.error().message.c_str());
    const fs::path again = m_dir.filePath("again").toStdString();
    QVERIFY(writeModelFolder(again, model->description, model->parameters, WeightPrecision::Float32,
                             m_folder / "tokenizer.model"));
    const auto second = readModelFolder(again);
    QVERIFY(second);
    QVERIFY(second->description == model->description);
    QCOMPARE(second->summary.fingerprint, model->summary.fingerprint);
    QCOMPARE(second->parameters.names(), model->parameters.names());
    for (const std::string &name : model->parameters.names())
        QVERIFY(at::equal(second->parameters[name], model->parameters[name]));
    QCOMPARE(second->summary.parameters, double(model->parameters.count()));
    QVERIFY(Generator::load(again, "cpu"));
}

void TestModelFolder::halfPrecisionIsClose()
{
    const auto model = readModelFolder(m_folder);
    const fs::path half = m_dir.filePath("half").toStdString();
    QVERIFY(writeModelFolder(half, model->description, model->parameters, WeightPrecision::Float16));
    const auto second = readModelFolder(half);
    QVERIFY(second);
    for (const std::string &name : model->parameters.names()) {
        const torch::Tensor &a = model->parameters[name], &b = second->parameters[name];
        QVERIFY(b.scalar_type() == torch::kFloat);
        QVERIFY(at::allclose(a, b, 1e-3, 1e-4));
    }
    QVERIFY(fs::file_size(half / "weights.safetensors") < fs::file_size(m_folder / "weights.safetensors") * 0.6);
}

void TestModelFolder::fingerprintFollowsContent()
{
    const std::string before = readModelFolder(m_folder)->summary.fingerprint;
    const fs::path renamed = copyOfModel();
    editJson(renamed, [](nlohmann::json &json) { json["name"] = "Another"; });
    QVERIFY(readModelFolder(renamed)->summary.fingerprint != before);
    const fs::path changed = copyOfModel();
    auto bytes = *readBytes(changed / "weights.safetensors");
    bytes.back() ^= 1;
    QVERIFY(writeAtomically(changed / "weights.safetensors", bytes));
    QVERIFY(readModelFolder(changed)->summary.fingerprint != before);
    QCOMPARE(readModelFolder(copyOfModel())->summary.fingerprint, before);
}

void TestModelFolder::hostileDescriptions_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *section, const char *key, nlohmann::json value,
                        const char *reason) {
        QTest::newRow(name) << Edit([=](nlohmann::json &json) { json[section][key] = value; })
                            << QString::fromLatin1(reason);
    };
    row("huge vocabulary", "architecture", "vocabulary", 1'000'000, "has the shape");
    row("vocabulary of text", "architecture", "vocabulary", "many",
        "architecture.vocabulary must be a whole number from 2 to");
    row("huge width", "architecture", "width", 8192, "has the shape");
    row("negative width", "architecture", "width", -16, "\"width\" in the model configuration is out of range");
    row("width no multiple of heads", "architecture", "heads", 5, "is not a multiple of its 5 heads");
    row("no heads", "architecture", "heads", 0, "heads is 0, but must lie between 1 and 256");
    row("many layers", "architecture", "decoder_layers", 99, "is missing");
    row("more layers than a number holds", "architecture", "encoder_layers", 1e300,
        "\"encoder_layers\" in the model configuration has the wrong type");
    row("length beyond positions", "diffusion", "length", 100'000, "diffusion.length must be a whole number from 1 to");
    row("no diffusion steps", "diffusion", "diffusion_steps", 0,
        "diffusion.diffusion_steps must be a whole number from");
    row("unknown length head", "architecture", "length_head", "sideways",
        "\"length_head\" in the model configuration must be");
    row("length head of a number", "architecture", "length_head", 2,
        "\"length_head\" in the model configuration has the wrong type");
    row("length head without weights", "architecture", "length_head", "token_embed",
        "'length_embedding.weight' is missing");
    row("head transform without weights", "architecture", "head_transform", true, "lm_transform");
    row("head transform of text", "architecture", "head_transform", "yes",
        "\"head_transform\" in the model configuration has the wrong type");
    row("pad outside", "diffusion", "pad_id", 100'000, "PAD id is 100000, but must lie between");
    QTest::newRow("no architecture") << Edit([](nlohmann::json &json) { json.erase("architecture"); })
                                     << QStringLiteral("architecture.vocabulary must be a whole number from 2 to");
    QTest::newRow("a list") << Edit([](nlohmann::json &json) {
        json = nlohmann::json::array({1, 2});
    }) << QStringLiteral("is not a JSON object");
    QTest::newRow("newer format") << Edit([](nlohmann::json &json) { json["format"] = 99; })
                                  << QStringLiteral("was written by a newer version of this program");
}

void TestModelFolder::hostileDescriptions()
{
    QFETCH(Edit, edit);
    const fs::path folder = copyOfModel();
    editJson(folder, edit);
    QFETCH(QString, reason);
    ARD_REFUSES(readModelFolder(folder), reason);
    ARD_REFUSES(Generator::load(folder, "cpu"), reason);
}

void TestModelFolder::aLengthHeadIsKept()
{
    test::RandomModelOptions options;
    options.lengthHead = true;
    const fs::path folder = m_dir.filePath("lengths").toStdString();
    QVERIFY(test::writeRandomModel(folder, options));
    const auto model = readModelFolder(folder);
    QVERIFY2(model, model ? "" : model.error().message.c_str());
    QCOMPARE(model->config.lengthHead, LengthHead::MeanPool);
    QVERIFY(model->summary.lengthHead);
    QVERIFY(!readModelFolder(m_folder)->summary.lengthHead);
    QCOMPARE(model->parameters["length_embedding.weight"].sizes().vec(),
             (std::vector<int64_t>{options.length + 1, options.width}));
    QVERIFY(model->summary.fingerprint != readModelFolder(m_folder)->summary.fingerprint);
    editJson(folder, [](nlohmann::json &json) { json["diffusion"]["length"] = 10; }); // the table is for 12
    ARD_REFUSES(readModelFolder(folder), "length_embedding.weight");
}

void TestModelFolder::damagedWeights()
{
    const auto bytes = *readBytes(m_folder / "weights.safetensors");
    for (const double part : {0.0, 1e-4, 0.01, 0.5, 0.9999}) {
        const fs::path folder = copyOfModel();
        const auto size = static_cast<std::size_t>(static_cast<double>(bytes.size()) * part);
        QVERIFY(writeAtomically(folder / "weights.safetensors", std::span(bytes).first(size)));
        ARD_REFUSES(readModelFolder(folder), "cannot be read as safetensors: it is ");
        QCOMPARE(fs::file_size(folder / "weights.safetensors"), size); // nothing was touched
    }
}

void TestModelFolder::missingParts()
{
    for (const char *name : {"model.json", "weights.safetensors"}) {
        const fs::path folder = copyOfModel();
        fs::remove(folder / name);
        ARD_REFUSES(readModelFolder(folder), name);
    }
    const fs::path silent = copyOfModel();
    fs::remove(silent / "tokenizer.model");
    QVERIFY(readModelFolder(silent));
    ARD_REFUSES(Generator::load(silent, "cpu"), "tokenizer.model': No such file or directory");
    ARD_REFUSES(readModelFolder(m_dir.filePath("nowhere").toStdString()),
                "is not a model folder: it has no model.json");
    ARD_REFUSES(readModelFolder(m_folder / "weights.safetensors"),
                "is not a model folder: it has no model.json"); // a file, no folder
}

void TestModelFolder::foreignTokenizer()
{
    const fs::path folder = copyOfModel();
    auto model = *readModelFolder(folder);
    ModelConfig config = model.config;
    config.vocabulary += 10;
    const Parameters parameters = initialParameters(config, 1);
    nlohmann::json json = model.description;
    json.update(modelConfigToJson(config));
    QVERIFY(writeModelFolder(folder, json, parameters, WeightPrecision::Float32));
    QVERIFY(readModelFolder(folder));
    const auto loaded = Generator::load(folder, "cpu");
    ARD_REFUSES(loaded, "the tokenizer does not belong to this model");
    QCOMPARE(loaded.error().code, ErrorCode::Format);
}

void TestModelFolder::unwritableFolders()
{
    const auto model = *readModelFolder(m_folder);
    const fs::path below = m_folder / "model.json" / "below"; // a file is no folder
    const Status status = writeModelFolder(below, model.description, model.parameters, WeightPrecision::Float16);
    ARD_REFUSES(status, "cannot make the folder");
    QCOMPARE(status.error().code, ErrorCode::Io);
    const fs::path fresh = m_dir.filePath("fresh").toStdString();
    ARD_REFUSES(writeModelFolder(fresh, model.description, model.parameters, WeightPrecision::Float16,
                                 m_dir.filePath("none").toStdString()),
                "none': No such file or directory");
    QVERIFY(!fs::exists(fresh / "model.json")); // never half a model with a description
}

QTEST_GUILESS_MAIN(TestModelFolder)
#include "tst_modelfolder.moc"
