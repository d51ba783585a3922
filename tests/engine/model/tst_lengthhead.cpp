// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A network with a length head: its scores, the length as an embedding, and the mask behind a sentence, against the
// reference's formulas written out with plain operations.
#include "engine/sampler/World.h"
#include <QTest>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

using namespace ard;
using ard::test::largest;
using ard::test::smallConfig;
using torch::Tensor;

namespace {

ModelConfig with(LengthHead head, bool timeAttention = true)
{
    ModelConfig config = smallConfig();
    config.lengthHead = head;
    config.timeAttention = timeAttention;
    return config;
}

/// Two sources with padding, latents and timesteps; the second sentence is shorter.
struct Scene {
    explicit Scene(const ModelConfig &modelConfig) : config(modelConfig), denoiser(config, initialParameters(config, 5))
    {
        torch::manual_seed(3);
        latent = at::randn({2, config.length, config.embeddingWidth});
        timesteps = at::randint(config.diffusionSteps, {2, config.length}, torch::kInt64);
        ids = at::arange(10, torch::kInt64).reshape({2, 5});
        mask = at::ones({2, 5}, torch::kBool);
        mask[1].slice(0, 3).fill_(false);
        source = denoiser.encode(ids, mask);
        source.lengths = torch::tensor({config.length, 4}, torch::kInt64);
    }
    const Tensor &operator[](const std::string &name) const { return denoiser.parameters()[name]; }

    torch::NoGradGuard noGradients;
    ModelConfig config;
    Denoiser denoiser;
    Tensor latent, timesteps, ids, mask;
    EncodedSource source;
};

/// The reference's decoder (diffusion_lm.py, CrossAttention.py), a line of its code a line here.
class PlainDecoder {
public:
    explicit PlainDecoder(const Scene &scene) : m(scene), m_heads(scene.config.heads), m_width(scene.config.width) { }

    Tensor run() const
    {
        Tensor x = at::linear(m.latent, m["input_up_proj.0.weight"], m["input_up_proj.0.bias"]).tanh();
        x = at::linear(x, m["input_up_proj.2.weight"], m["input_up_proj.2.bias"]);
        const int64_t positions = x.size(1);
        const Tensor lengths =
            m["length_embedding.weight"].index_select(0, m.source.lengths).unsqueeze(1).expand({-1, positions, -1});
        x = lengths + m["position_embeddings.weight"].slice(0, 0, positions) + x;
        if (!m.config.timeAttention)
            x = x + time("");
        x = norm(x, "LayerNorm");
        for (int layer = 0; layer < m.config.decoderLayers; ++layer)
            x = block("transformer_blocks." + std::to_string(layer), x);
        x = at::linear(x, m["output_down_proj.0.weight"], m["output_down_proj.0.bias"]).tanh();
        return at::linear(x, m["output_down_proj.2.weight"], m["output_down_proj.2.bias"]);
    }

private:
    Tensor norm(const Tensor &x, const std::string &name) const
    {
        return at::layer_norm(x, {x.size(-1)}, m[name + ".weight"], m[name + ".bias"], 1e-12);
    }
    Tensor split(const Tensor &x) const
    {
        return x.reshape({x.size(0), x.size(1), m_heads, m_width / m_heads}).permute({0, 2, 1, 3});
    }

    Tensor time(const std::string &prefix) const
    {
        const int64_t half = m.config.timeChannels / 2;
        const Tensor frequencies = at::exp(-std::log(10000.0) * at::arange(half, torch::kFloat) / double(half));
        const Tensor angles =
            (m.timesteps.to(torch::kFloat) * (1000.0 / m.config.diffusionSteps)).unsqueeze(-1) * frequencies;
        const Tensor x = at::linear(at::cat({angles.cos(), angles.sin()}, -1), m[prefix + "time_trans.0.weight"],
                                    m[prefix + "time_trans.0.bias"]);
        return at::linear(at::silu(x), m[prefix + "time_trans.2.weight"], m[prefix + "time_trans.2.bias"]);
    }

    Tensor mixed(const Tensor &scores, const Tensor &keep, const Tensor &values, const std::string &name) const
    {
        const Tensor masked =
            scores.masked_fill(keep.eq(0).unsqueeze(1).unsqueeze(1), -std::numeric_limits<float>::infinity());
        const Tensor out = at::matmul(masked.softmax(-1), values)
                               .permute({0, 2, 1, 3})
                               .reshape({scores.size(0), scores.size(2), m_width});
        return at::linear(out, m[name + ".to_out.0.weight"], m[name + ".to_out.0.bias"]);
    }

    Tensor block(const std::string &name, const Tensor &input) const
    {
        const double scale = 1 / std::sqrt(double(m_width / m_heads));
        const Tensor own = norm(input, name + ".norm1");
        const Tensor q = split(at::linear(own, m[name + ".attn1.to_q.weight"])),
                     k = split(at::linear(own, m[name + ".attn1.to_k.weight"]));
        Tensor scores = at::matmul(q, k.transpose(-1, -2));
        if (m.config.timeAttention) {
            const Tensor tau = split(time(name + "."));
            scores = at::matmul(q + m[name + ".r_w_bias"].unsqueeze(1), k.transpose(-1, -2)) +
                at::matmul(q + m[name + ".r_r_bias"].unsqueeze(1), tau.transpose(-1, -2));
        }
        const Tensor inside =
            at::arange(input.size(1)).unsqueeze(0) < m.source.lengths.unsqueeze(1); // 1: a word, 0: padding
        Tensor x =
            mixed(scores * scale, inside, split(at::linear(own, m[name + ".attn1.to_v.weight"])), name + ".attn1") +
            input;
        const Tensor asking = split(at::linear(norm(x, name + ".norm2"), m[name + ".attn2.to_q.weight"]));
        const Tensor keys = split(at::linear(m.source.hidden, m[name + ".attn2.to_k.weight"]));
        const Tensor values = split(at::linear(m.source.hidden, m[name + ".attn2.to_v.weight"]));
        x = mixed(at::matmul(asking, keys.transpose(-1, -2)) * scale, m.mask, values, name + ".attn2") + x;
        const auto halves =
            at::linear(norm(x, name + ".norm3"), m[name + ".ff.net.0.proj.weight"], m[name + ".ff.net.0.proj.bias"])
                .chunk(2, -1);
        return at::linear(halves[0] * at::gelu(halves[1]), m[name + ".ff.net.2.weight"], m[name + ".ff.net.2.bias"]) +
            x;
    }

    const Scene &m;
    int64_t m_heads, m_width;
};

} // namespace

class TestLengthHead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNetworkIsTheReferences_data()
    {
        QTest::addColumn<bool>("timeAttention");
        QTest::newRow("time as second key") << true;
        QTest::newRow("time at the input") << false;
    }

    void theNetworkIsTheReferences()
    {
        QFETCH(bool, timeAttention);
        const Scene scene(with(LengthHead::TokenEmbed, timeAttention));
        const Tensor expected = PlainDecoder(scene).run();
        const Tensor found = scene.denoiser.predict(scene.latent, scene.timesteps, scene.source);
        QVERIFY2(largest(found, expected) < 1e-5, qPrintable(QString::number(largest(found, expected))));
        QVERIFY(expected.abs().max().item<double>() > 0.1);
        EncodedSource other = scene.source;
        other.lengths = scene.source.lengths - 1;
        QVERIFY(largest(scene.denoiser.predict(scene.latent, scene.timesteps, other), expected) > 1e-3);
    }

    void scoresAreTheReferences()
    {
        const Scene first(with(LengthHead::TokenEmbed)), mean(with(LengthHead::MeanPool));
        const Tensor table = first["length_embedding.weight"];
        QCOMPARE(table.sizes().vec(), (std::vector<int64_t>{first.config.length + 1, first.config.width}));
        const Tensor hidden = first.source.hidden;
        QVERIFY(largest(first.denoiser.lengthLogits(first.source), at::linear(hidden.select(1, 0), table)) < 1e-5);
        const Tensor pooled = at::stack({hidden[0].mean(0), hidden[1].slice(0, 0, 3).mean(0)});
        QVERIFY(largest(mean.denoiser.lengthLogits(mean.source), at::linear(pooled, table)) < 1e-5);
        const Tensor scores = torch::tensor({{9.f, 1.f, 3.f, 2.f}, {0.f, 5.f, 3.f, 6.f}});
        QVERIFY(at::equal(Denoiser::likeliestLengths(scores), torch::tensor({2, 3}, torch::kInt64))); // 0 is no length
    }

    void candidatesAreSpreadOverTheLengths()
    {
        const Tensor probabilities = torch::tensor({{0.9, 0.05, 0.25, 0.3, 0.4}, {0.0, 0.0, 0.0, 1.0, 0.0}});
        constexpr int64_t kMany = 2000;
        const Tensor lengths = Denoiser::candidateLengths(probabilities.log(), kMany);
        QCOMPARE(lengths.sizes().vec(), (std::vector<int64_t>{2, kMany}));
        QCOMPARE(lengths[0][0].item<int64_t>(), 4);
        QVERIFY(lengths[1].eq(3).all().item<bool>());
        for (int64_t length = 1; length <= 4; ++length) { // the length 0 is left out
            const double share = lengths[0].eq(length).sum().item<double>() / kMany;
            QVERIFY2(std::abs(share - probabilities[0][length].item<double>()) < 0.01,
                     qPrintable(QString::number(share)));
        }
        for (const int64_t few : {1, 2, 10}) // more candidates change none
            QVERIFY(at::equal(Denoiser::candidateLengths(probabilities.log(), few), lengths.slice(1, 0, few)));
        for (int64_t length = 2; length <= 4; ++length) // ten are enough to see every likely one
            QVERIFY(lengths[0].slice(0, 0, 10).eq(length).any().item<bool>());
    }

    void likelyLengthsHaveTheirProbabilities()
    {
        const Tensor probabilities = torch::tensor({{0.9, 0.05, 0.25, 0.3, 0.4}, {0.5, 0.25, 0.25, 0.25, 0.25}});
        const auto [likely, lengths] = Denoiser::lengthsByProbability(probabilities.log(), 3);
        QVERIFY(at::equal(lengths[0], torch::tensor({4, 3, 2}, torch::kInt64)));
        QVERIFY(at::equal(lengths[1], torch::tensor({1, 2, 3}, torch::kInt64))); // of equal ones the shorter first
        QVERIFY(largest(likely, torch::tensor({{0.4, 0.3, 0.25}, {0.25, 0.25, 0.25}})) <
                1e-6); // the length 0 is left out
        QVERIFY(at::equal(lengths.select(1, 0), Denoiser::likeliestLengths(probabilities.log())));
        QCOMPARE(Denoiser::lengthsByProbability(probabilities.log(), 9).second.size(1),
                 int64_t(4)); // there are no more
    }

    /// A sentence in a batch of longer ones is what it is alone: no position looks at the padding behind it.
    void paddingChangesNothing()
    {
        const Scene scene(with(LengthHead::MeanPool));
        const Tensor batch = scene.denoiser.predict(scene.latent, scene.timesteps, scene.source);
        const EncodedSource alone = scene.denoiser.encode(scene.ids.slice(0, 1), scene.mask.slice(0, 1));
        const Tensor own = scene.denoiser.predict(scene.latent.slice(0, 1).slice(1, 0, 4),
                                                  scene.timesteps.slice(0, 1).slice(1, 0, 4), alone);
        QCOMPARE(own.size(1), 4);
        QVERIFY(largest(batch[1].slice(0, 0, 4), own[0]) < 1e-5);
        Tensor latent = scene.latent.clone(), timesteps = scene.timesteps.clone();
        latent[1].slice(0, 4).fill_(7);
        timesteps[1].slice(0, 4).fill_(1);
        const Tensor other = scene.denoiser.predict(latent, timesteps, scene.source);
        QVERIFY(at::equal(other[1].slice(0, 0, 4), batch[1].slice(0, 0, 4)));
        const EncodedSource twice = scene.source.repeated(2);
        QVERIFY(at::equal(twice.lengths, torch::tensor({7, 7, 4, 4}, torch::kInt64)));
    }

    void attentionLeavesOutThePadding()
    {
        const Scene scene(with(LengthHead::TokenEmbed));
        for (int layer = 0; layer < scene.config.decoderLayers; ++layer) {
            const BlockAttention block =
                scene.denoiser.attention(scene.latent, scene.timesteps, scene.source, {}, layer);
            QCOMPARE(block.weights[1].slice(-1, 4).abs().max().item<float>(), 0.f);
            QVERIFY(largest(block.weights.sum(-1), at::ones({1})) < 1e-5);
            const Tensor mixed = at::matmul(block.weights, block.values)
                                     .transpose(1, 2)
                                     .reshape({2, scene.config.length, scene.config.width});
            const std::string out = "transformer_blocks." + std::to_string(layer) + ".attn1.to_out.0";
            QVERIFY(largest(at::linear(mixed, scene[out + ".weight"], scene[out + ".bias"]), block.output) < 1e-5);
        }
    }

    /// With a layer before the vocabulary head (reference: predict_x_start).
    void theHeadTransformIsTheReferences()
    {
        ModelConfig config = smallConfig();
        config.headTransform = true;
        const Scene scene(config);
        const Tensor inner =
            at::gelu(at::linear(scene.latent, scene["lm_transform.0.weight"], scene["lm_transform.0.bias"]));
        const Tensor normed = at::layer_norm(inner, {config.embeddingWidth}, scene["lm_transform.2.weight"],
                                             scene["lm_transform.2.bias"], 1e-12);
        const Tensor expected = at::linear(normed, scene["word_embedding.weight"], scene["lm_head.bias"]);
        QVERIFY(largest(scene.denoiser.logits(scene.latent), expected) < 1e-5);
        QVERIFY(at::equal(scene["lm_transform.2.weight"], at::ones({config.embeddingWidth})));
    }

    void configurationsKeepTheHead()
    {
        for (const LengthHead head : {LengthHead::None, LengthHead::TokenEmbed, LengthHead::MeanPool}) {
            const nlohmann::json json = modelConfigToJson(with(head));
            QCOMPARE(json.at("architecture").contains("length_head"), head != LengthHead::None);
            const auto again = modelConfigFromJson(json);
            QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
            QCOMPARE(again->lengthHead, head);
            QVERIFY(modelConfigToJson(*again) == json);
        }
        ModelConfig config = smallConfig();
        config.headTransform = true;
        QVERIFY(modelConfigFromJson(modelConfigToJson(config))->headTransform);
        QVERIFY(!modelConfigFromJson(modelConfigToJson(smallConfig()))->headTransform);
        // Networks without a head have the weights that they had.
        const Parameters plain = initialParameters(smallConfig(), 5);
        QVERIFY(!plain.has("length_embedding.weight") && !plain.has("lm_transform.0.weight"));
    }

    void foreignHeadsAreRefused()
    {
        nlohmann::json json = modelConfigToJson(smallConfig());
        const auto refused = [&](const nlohmann::json &value, const char *reason) {
            json["architecture"]["length_head"] = value;
            const auto config = modelConfigFromJson(json);
            return !config && config.error().message.find(reason) != std::string::npos;
        };
        QVERIFY(refused("sideways", "\"token_embed\""));
        QVERIFY(refused("", "\"token_embed\""));
        QVERIFY(refused(3, "wrong type"));
        QVERIFY(refused(nlohmann::json::array({"token_embed"}), "wrong type"));
        json["architecture"]["decoder"] = "autoregressive";
        QVERIFY(refused("mean_pool", "leave \"length_head\" out"));
    }
};

QTEST_GUILESS_MAIN(TestLengthHead)
#include "tst_lengthhead.moc"
