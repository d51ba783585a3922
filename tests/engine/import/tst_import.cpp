// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "checkpoint/Checkpoint.h"
#include "engine/import/ReferenceImport.h"
#include "engine/import/ReferencePresets.h"
#include "engine/import/ReferenceWeights.h"
#include "engine/model/ParameterShapes.h"
#include "folder/ModelSummary.h"
#include "support/CheckpointFile.h"
#include "support/Refusal.h"
#include "text/Tokenizer.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <functional>

using namespace ard;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

using Edit = std::function<void(Json &)>;

fs::path fixture(const char *name)
{
    return fs::path(ARD_TEST_FIXTURES) / name;
}

/// As many pieces as the fixtures have words.
std::string wordPieces(int count = 97)
{
    std::string text = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";
    for (int i = 5; i < count; ++i)
        text += "w" + std::to_string(i) + "\n";
    return text;
}

std::string bytePairs(int count = 97)
{
    Json vocabulary = {{"<s>", 0}, {"<pad>", 1}, {"</s>", 2}, {"<unk>", 3}, {"<mask>", 4}};
    for (int i = 5; i < count; ++i)
        vocabulary[std::string(1, static_cast<char>('!' + i - 5))] = i;
    return vocabulary.dump();
}

/// A state_dict of float32 tensors over one storage of zeros, of exactly the shapes that a configuration needs.
std::string stateOf(const ModelConfig &config, std::int64_t elements)
{
    std::vector<std::pair<std::string, test::TensorText>> tensors;
    for (const auto &[name, shape] : parameterShapes(config)) {
        std::vector<std::int64_t> strides(shape.size(), 1);
        for (std::size_t i = shape.size() - 1; i-- > 0;)
            strides[i] = strides[i + 1] * shape[i + 1];
        tensors.push_back({name, {"0", elements, 0, shape, strides}});
    }
    return test::statePickle(tensors);
}

/// The checkpoint once more, with something before the name of every weight but those that `without` picks.
std::vector<std::uint8_t> renamed(const Checkpoint &checkpoint, const std::string &prefix,
                                  const std::function<bool(const std::string &)> &without = {})
{
    std::vector<std::pair<std::string, test::TensorText>> tensors;
    test::Entries storages;
    const auto all = checkpoint.tensors().value();
    for (const auto &[name, tensor] : all) {
        std::vector<std::uint8_t> copy;
        const TensorView view = rowMajor(tensor, copy);
        const std::string key = std::to_string(storages.size());
        storages.emplace_back(key, std::string(view.bytes.begin(), view.bytes.end()));
        std::vector<std::int64_t> strides(view.shape.size(), 1);
        for (std::size_t i = view.shape.size(); i-- > 1;)
            strides[i - 1] = strides[i] * view.shape[i];
        const auto elements = static_cast<std::int64_t>(tensor.elements());
        const char *type = tensor.type == TensorType::I64 ? "LongStorage" : "FloatStorage";
        tensors.push_back(
            {(without && without(name) ? "" : prefix) + name, {key, elements, 0, view.shape, strides, type}});
    }
    return test::zipCheckpoint(test::statePickle(tensors), storages);
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestImport : public QObject {
    Q_OBJECT
private slots:
    void fixturesBecomeModels_data();
    void fixturesBecomeModels();
    void wordPieceVocabulary();
    void bytePairVocabulary();
    void presetsAreTheReferences_data();
    void presetsAreTheReferences();
    void presetIsEnough();
    void averagedCheckpointKeepsTheHead();
    void olderNameOfPositions();
    void refusedConfigurations_data();
    void refusedConfigurations();
    void refusedOptions_data();
    void refusedOptions();
    void unknownWeightIsNamed();
    void wrapperOfDataParallelTraining();
    void lengthHeads_data();
    void lengthHeads();
    void predictXStart();

private:
    ImportOptions options(const char *checkpoint = "model_checkpoint-7")
    {
        ImportOptions options;
        options.checkpoint = fixture(checkpoint);
        options.config = fixture("checkpoint-7.config.json");
        options.out = m_dir.filePath(QString("out%1").arg(++m_count)).toStdString();
        return options;
    }
    fs::path file(const std::string &name, const std::string &text)
    {
        fs::create_directories(m_dir.filePath(QString::number(++m_count)).toStdString());
        const fs::path path = fs::path(m_dir.filePath(QString::number(m_count)).toStdString()) / name;
        if (!writeAtomically(path, std::string_view(text)))
            qFatal("a test file cannot be written");
        return path;
    }

    QTemporaryDir m_dir;
    int m_count = 0;
};

void TestImport::fixturesBecomeModels_data()
{
    QTest::addColumn<QByteArray>("checkpoint");
    QTest::newRow("model") << QByteArray("model_checkpoint-7");
    QTest::newRow("averaged") << QByteArray("ema_0.9999_checkpoint-7");
}

void TestImport::fixturesBecomeModels()
{
    QFETCH(QByteArray, checkpoint);
    const ImportOptions wanted = options(checkpoint);
    const auto report = importReferenceCheckpoint(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(report->steps, 7);
    QCOMPARE(report->encoderLayers, 6);
    QCOMPARE(report->decoderLayers, 6);
    QCOMPARE(report->vocabulary, 97);
    QCOMPARE(report->tokenizer, std::string("none"));
    QCOMPARE(report->notes.size(), std::size_t(1)); // no vocabulary

    const Json json = Json::parse(*readText(wanted.out / "model.json"));
    const auto config = modelConfigFromJson(json);
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    QCOMPARE(config->width, 32);
    QCOMPARE(config->length, 12);
    QCOMPARE(config->diffusionSteps, 2000);
    QVERIFY(json["training"]["timestep_schedules"] == Json::array({"ar-diffusion"}));
    QCOMPARE(json["training"]["anchor_scale"].get<double>(), 2.0);
    QCOMPARE(readModelSummary(wanted.out)->name, wanted.out.filename().string());

    const auto weights = Safetensors::read(wanted.out / "weights.safetensors");
    const auto truth = Safetensors::read(fixture("checkpoint-7.expected.safetensors"));
    QVERIFY(weights && truth);
    const auto shapes = parameterShapes(*config);
    QCOMPARE(weights->tensors().size(), shapes.size());
    for (const auto &[name, shape] : shapes) {
        const auto got = weights->tensor(name), want = truth->tensor(name);
        QVERIFY2(got && want, name.c_str());
        QVERIFY2(got->shape == shape && got->type == TensorType::F32, name.c_str());
        QVERIFY2(std::equal(got->bytes.begin(), got->bytes.end(), want->bytes.begin(), want->bytes.end()),
                 name.c_str());
    }
}

void TestImport::wordPieceVocabulary()
{
    ImportOptions wanted = options();
    wanted.vocabulary = file("vocab.txt", wordPieces());
    wanted.name = "my model";
    const auto report = importReferenceCheckpoint(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QVERIFY(report->notes.empty());
    const Json json = Json::parse(*readText(wanted.out / "model.json"));
    QVERIFY(json["name"] == "my model");
    QVERIFY((json["tokenizer"] == Json{{"kind", "wordpiece"}, {"lower", true}, {"marks", true}}));
    QCOMPARE(json["diffusion"]["pad_id"].get<int>(), 0);
    const auto tokenizer = loadTokenizer(wanted.out);
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QCOMPARE((*tokenizer)->encode("W7 w9"), (std::vector<std::int32_t>{2, 7, 9, 3}));
}

void TestImport::bytePairVocabulary()
{
    ImportOptions wanted = options();
    wanted.vocabulary = file("vocab.json", bytePairs());
    ARD_REFUSES(importReferenceCheckpoint(wanted), "--merges"); // no merges
    QVERIFY(!fs::exists(wanted.out));
    QVERIFY(writeAtomically(wanted.vocabulary.parent_path() / "merges.txt", std::string_view("#version: 0.2\n")));
    const auto report = importReferenceCheckpoint(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(report->tokenizer, std::string("bpe"));
    const Json json = Json::parse(*readText(wanted.out / "model.json"));
    QCOMPARE(json["diffusion"]["pad_id"].get<int>(), 1); // the vocabulary's, not the configuration's
    const auto tokenizer = loadTokenizer(wanted.out);
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QCOMPARE((*tokenizer)->encode("!#"), (std::vector<std::int32_t>{0, 5, 7, 2}));
}

void TestImport::presetsAreTheReferences_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QList<int>>("sizes"); // width, embedding, heads, length, positions
    QTest::newRow("XSum") << QByteArray("xsum") << QList<int>{512, 128, 8, 50, 512};
    QTest::newRow("CNN/DM") << QByteArray("cnn-dm") << QList<int>{512, 128, 8, 180, 512};
    QTest::newRow("IWSLT14") << QByteArray("iwslt14") << QList<int>{256, 64, 4, 90, 256};
    QTest::newRow("IWSLT14 to German") << QByteArray("iwslt14-en-de") << QList<int>{256, 64, 4, 90, 90};
    QTest::newRow("CommonGen") << QByteArray("commongen") << QList<int>{128, 64, 8, 54, 128};
}

void TestImport::presetsAreTheReferences()
{
    QFETCH(QByteArray, name);
    QFETCH(QList<int>, sizes);
    auto preset = referencePreset(name.toStdString());
    QVERIFY(preset);
    preset->config["vocab_size"] = 30522;
    const auto config = modelConfigFromReference(preset->config);
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    QCOMPARE((QList<int>{config->width, config->embeddingWidth, config->heads, config->length, config->maxPositions}),
             sizes);
    QCOMPARE(config->diffusionSteps, 2000);
    QCOMPARE(config->noiseSchedule, std::string("sqrt"));
    QVERIFY(config->timeAttention && config->rescaleTimesteps && !config->selfCondition);
    QVERIFY(!preset->examples.empty() && !preset->hint.empty());
}

void TestImport::presetIsEnough()
{
    // A checkpoint of the size that CommonGen's has, but for fewer words and layers.
    Json json = referencePreset("commongen")->config;
    json["vocab_size"] = 97;
    ModelConfig config = *modelConfigFromReference(json);
    config.encoderLayers = 1;
    config.decoderLayers = 2;
    constexpr std::int64_t elements = 300'000; // more than the largest tensor
    const auto bytes = test::zipCheckpoint(stateOf(config, elements), {{"0", std::string(4 * elements, '\0')}});
    ImportOptions wanted = options();
    wanted.config.clear();
    wanted.preset = "commongen";
    wanted.checkpoint = file("ema_0.9999_checkpoint-40000", std::string(bytes.begin(), bytes.end()));
    wanted.vocabulary = file("vocab.txt", wordPieces());
    const auto report = importReferenceCheckpoint(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(report->encoderLayers, 1);
    QCOMPARE(report->decoderLayers, 2);
    const auto summary = readModelSummary(wanted.out);
    QCOMPARE(summary->length, 54);
    QCOMPARE(summary->trainedSchedules, (std::vector<std::string>{"ar-diffusion"}));
    QVERIFY(!summary->examples.empty());
}

void TestImport::averagedCheckpointKeepsTheHead()
{
    const auto checkpoint = Checkpoint::read(fixture("ema_0.9999_checkpoint-7"));
    StateDict state = *checkpoint->tensors();
    auto config = *modelConfigFromReference(Json::parse(*readText(fixture("checkpoint-7.config.json"))));
    QVERIFY(referenceWeights(state, config)->notes.empty()); // two copies of the same numbers
    std::vector<std::uint8_t> other(state.at("lm_head.weight").storage.size(), 7);
    state.at("lm_head.weight").storage = other;
    const auto weights = referenceWeights(state, config);
    QVERIFY(weights);
    QCOMPARE(weights->notes.size(), std::size_t(1));
    const auto bytes = weights->tensors.at("word_embedding.weight").bytes;
    QVERIFY(std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 7; }));
    QVERIFY(weights->tensors.count("lm_head.weight") == 0);
}

void TestImport::olderNameOfPositions()
{
    const auto checkpoint = Checkpoint::read(fixture("model_checkpoint-7"));
    StateDict state = *checkpoint->tensors();
    auto node = state.extract("position_embeddings.weight");
    node.key() = "embed_positions.weight";
    state.insert(std::move(node));
    const auto config = *modelConfigFromReference(Json::parse(*readText(fixture("checkpoint-7.config.json"))));
    const auto weights = referenceWeights(state, config);
    QVERIFY2(weights, weights ? "" : weights.error().message.c_str());
    QCOMPARE(weights->notes.size(), std::size_t(1));
    QVERIFY(weights->tensors.count("position_embeddings.weight") == 1);
}

void TestImport::refusedConfigurations_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *key, Json value, const char *reason) {
        QTest::newRow(name) << Edit([=](Json &json) { json[key] = value; }) << QString(reason);
    };
    row("another width", "intermediate_size", 256, "has the shape");
    row("another embedding", "in_channels", 32, "out_channels");
    row("another number of positions", "max_pos_len", 64, "has the shape");
    row("heads that do not divide", "num_attention_heads", 5, "multiple");
    row("negative length", "tgt_len", -1, "out of range");
    row("text for a number", "tgt_len", "many", "wrong type");
    row("time added to the input", "time_att", false, "time_trans");
    row("self-condition", "self_condition", true, "has the shape");
    row("another attention", "att_strategy", "rotary", "rotary");
    row("length head of no kind", "pred_len", true, "pred_len_strategy");
    row("length head that is no truth", "pred_len", "yes", "wrong type");
    row("a layer before the head", "predict_x_start", true, "lm_transform");
    QTest::newRow("length head without weights") << Edit([](Json &json) {
        json["pred_len"] = true;
        json["pred_len_strategy"] = "mean_pool";
    }) << "length_embedding.weight";
    QTest::newRow("length head of another kind") << Edit([](Json &json) {
        json["pred_len"] = true;
        json["pred_len_strategy"] = "sum_pool";
    }) << "pred_len_strategy";
    QTest::newRow("a key is missing") << Edit([](Json &json) { json.erase("in_channels"); }) << "in_channels";
    QTest::newRow("a list") << Edit([](Json &json) { json = Json::array(); }) << "not a JSON object";
}

void TestImport::refusedConfigurations()
{
    QFETCH(Edit, edit);
    QFETCH(QString, reason);
    Json json = Json::parse(*readText(fixture("checkpoint-7.config.json")));
    edit(json);
    ImportOptions wanted = options();
    wanted.config = file("config.json", json.dump());
    const auto report = importReferenceCheckpoint(wanted);
    ARD_REFUSES(report, reason);
    QVERIFY(!fs::exists(wanted.out));
}

void TestImport::refusedOptions_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QString>("reason");
    const std::pair<const char *, const char *> cases[] = {
        {"no configuration", "Say how the model is built: either --config FILE or --preset NAME"},
        {"two configurations", "Say how the model is built"},
        {"unknown preset", "There is no preset 'wmt', only xsum"},
        {"no checkpoint", "none': No such file or directory"},
        {"safetensors", "cannot be read as a checkpoint"},
        {"small vocabulary", "it is not this model's vocabulary"},
        {"merges alone", "--merges needs the vocab.json that it belongs to"},
        {"merges of a vocab.txt", "--merges belongs to a vocab.json, but"},
        {"vocabulary without PAD", "lacks [PAD] or [UNK]"},
        {"config is no JSON", "is not a JSON object: line 1"}};
    for (const auto &[what, reason] : cases)
        QTest::newRow(what) << QByteArray(what) << QString::fromLatin1(reason);
}

void TestImport::refusedOptions()
{
    QFETCH(QByteArray, what);
    ImportOptions wanted = options();
    if (what == "no configuration")
        wanted.config.clear();
    else if (what == "two configurations")
        wanted.preset = "xsum";
    else if (what == "unknown preset")
        wanted.config.clear(), wanted.preset = "wmt";
    else if (what == "no checkpoint")
        wanted.checkpoint = fixture("none");
    else if (what == "safetensors")
        wanted.checkpoint = fixture("checkpoint-7.expected.safetensors");
    else if (what == "small vocabulary")
        wanted.vocabulary = file("vocab.txt", wordPieces(96));
    else if (what == "merges alone")
        wanted.merges = file("merges.txt", "");
    else if (what == "merges of a vocab.txt")
        wanted.vocabulary = file("vocab.txt", wordPieces()), wanted.merges = file("merges.txt", "");
    else if (what == "vocabulary without PAD")
        wanted.vocabulary = file("vocab.txt", "[UNK]\na\n");
    else
        wanted.config = file("config.json", "in_channels: 64");
    QFETCH(QString, reason);
    ARD_REFUSES(importReferenceCheckpoint(wanted), reason);
    QVERIFY(!fs::exists(wanted.out));
}

/// "module." before every name is left out, once or more; before some of them it is part of the names.
void TestImport::wrapperOfDataParallelTraining()
{
    const auto original = Checkpoint::read(fixture("model_checkpoint-7"));
    QVERIFY(original);
    const ImportOptions plain = options();
    QVERIFY(importReferenceCheckpoint(plain));
    for (const char *prefix : {"", "module.", "module.module."}) {
        const auto bytes = renamed(*original, prefix);
        ImportOptions wrapped = options();
        wrapped.checkpoint = file("model_checkpoint-7", std::string(bytes.begin(), bytes.end()));
        const auto report = importReferenceCheckpoint(wrapped);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY(readBytes(wrapped.out / "weights.safetensors").value() ==
                readBytes(plain.out / "weights.safetensors").value());
    }
    const auto some = renamed(*original, "module.", [](const std::string &name) { return name == "lm_head.bias"; });
    ImportOptions mixed = options();
    mixed.checkpoint = file("model_checkpoint-7", std::string(some.begin(), some.end()));
    ARD_REFUSES(importReferenceCheckpoint(mixed), "it has no word_embedding.weight");
}

void TestImport::unknownWeightIsNamed()
{
    const auto checkpoint = Checkpoint::read(fixture("model_checkpoint-7"));
    StateDict state = *checkpoint->tensors();
    const auto config = *modelConfigFromReference(Json::parse(*readText(fixture("checkpoint-7.config.json"))));
    state["length_embedding.weight"] = state.at("position_ids");
    ARD_REFUSES(referenceWeights(state, config), "length_embedding.weight");
    state.erase("length_embedding.weight");
    state.erase("lm_head.bias");
    ARD_REFUSES(referenceWeights(state, config), "lm_head.bias");
    state["lm_head.bias"] = state.at("position_ids");
    ARD_REFUSES(referenceWeights(state, config), "the weight 'lm_head.bias' has the shape"); // wrong shape
    state.erase("word_embedding.weight");
    ARD_REFUSES(sizesOf(state), "it has no word_embedding.weight");
}

void TestImport::lengthHeads_data()
{
    QTest::addColumn<QByteArray>("strategy");
    QTest::newRow("first position") << QByteArray("token_embed");
    QTest::newRow("mean") << QByteArray("mean_pool");
}

/// A checkpoint that was trained with pred_len, made by hand: that of the fixture with the one table that such a network has besides.
void TestImport::lengthHeads()
{
    QFETCH(QByteArray, strategy);
    Json json = Json::parse(*readText(fixture("checkpoint-7.config.json")));
    json["pred_len"] = true;
    json["pred_len_strategy"] = strategy.toStdString();
    const auto config = modelConfigFromReference(json);
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    constexpr std::int64_t elements = 40'000; // more than the largest tensor
    std::string numbers;
    for (std::int64_t i = 0; i < elements; ++i) {
        const auto value = static_cast<float>(i % 1000) / 1000;
        numbers.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    const auto bytes = test::zipCheckpoint(stateOf(*config, elements), {{"0", numbers}});
    ImportOptions wanted = options();
    wanted.config = file("config.json", json.dump());
    wanted.checkpoint = file("model_checkpoint-40000", std::string(bytes.begin(), bytes.end()));
    wanted.vocabulary = file("vocab.txt", wordPieces());
    const auto report = importReferenceCheckpoint(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    const Json written = Json::parse(*readText(wanted.out / "model.json"));
    QCOMPARE(written["architecture"]["length_head"].get<std::string>(), strategy.toStdString());
    QVERIFY(readModelSummary(wanted.out)->lengthHead);
    QVERIFY(modelConfigFromJson(written)->lengthHead == config->lengthHead);
    const auto weights = Safetensors::read(wanted.out / "weights.safetensors");
    QVERIFY(weights);
    const auto table = weights->tensor("length_embedding.weight");
    QVERIFY2(table, table ? "" : table.error().message.c_str());
    QCOMPARE(table->shape, (std::vector<std::int64_t>{13, 32})); // tgt_len + 1
    QVERIFY(std::equal(table->bytes.begin(), table->bytes.end(), numbers.begin(),
                       [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }));

    json["tgt_len"] = 11; // the table is for 12
    wanted.config = file("config.json", json.dump());
    wanted.out = m_dir.filePath(QString("out%1").arg(++m_count)).toStdString();
    ARD_REFUSES(importReferenceCheckpoint(wanted), "length_embedding.weight");
    json.erase("pred_len"); // a configuration that knows nothing of it
    wanted.config = file("config.json", json.dump());
    ARD_REFUSES(importReferenceCheckpoint(wanted), "the checkpoint has the weight 'length_embedding.weight'");
    QVERIFY(!fs::exists(wanted.out));
}

void TestImport::predictXStart()
{
    Json json = Json::parse(*readText(fixture("checkpoint-7.config.json")));
    json["predict_x_start"] = true;
    const auto config = modelConfigFromReference(json);
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    constexpr std::int64_t elements = 40'000;
    const auto bytes = test::zipCheckpoint(stateOf(*config, elements), {{"0", std::string(4 * elements, '\0')}});
    ImportOptions wanted = options();
    wanted.config = file("config.json", json.dump());
    wanted.checkpoint = file("model_checkpoint-40000", std::string(bytes.begin(), bytes.end()));
    const auto report = importReferenceCheckpoint(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QVERIFY(Json::parse(*readText(wanted.out / "model.json"))["architecture"]["head_transform"] == true);
    const auto weights = Safetensors::read(wanted.out / "weights.safetensors");
    QCOMPARE(weights->tensor("lm_transform.0.weight")->shape, (std::vector<std::int64_t>{16, 16}));
    QCOMPARE(weights->tensor("lm_transform.2.bias")->shape, (std::vector<std::int64_t>{16}));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
