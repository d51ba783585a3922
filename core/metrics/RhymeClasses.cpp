// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/RhymeClasses.h"
#include <algorithm>
#include <map>
#include <numeric>

namespace ard {

namespace {

/// An undirected graph with weights. A node's degree is the sum of its edges, those to itself counted twice.
struct Graph {
    std::vector<std::map<int, double>> edges; ///< [nodes], both directions
    std::vector<double> degrees;

    explicit Graph(std::size_t nodes) : edges(nodes), degrees(nodes) { }
    void add(int a, int b, double weight)
    {
        edges[static_cast<std::size_t>(a)][b] += weight;
        degrees[static_cast<std::size_t>(a)] += weight;
    }
};

/// Moves nodes, one by one, to the neighbouring community where modularity grows most, until none moves. Returns the community of each node.
class LocalMoving {
public:
    explicit LocalMoving(const Graph &graph)
        : m_graph(graph), m_community(graph.degrees.size()), m_total(graph.degrees),
          m_all(std::accumulate(graph.degrees.begin(), graph.degrees.end(), 0.0))
    {
        std::iota(m_community.begin(), m_community.end(), 0);
    }

    std::vector<int> run()
    {
        std::vector<int> order(m_community.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) { return degree(a) > degree(b); });
        // Modularity grows with every move, so that this ends; the bound is against rounding.
        for (int round = 0; round < 100; ++round) {
            int moved = 0;
            for (const int node : order)
                moved += move(node);
            if (moved == 0)
                break;
        }
        return m_community;
    }

private:
    double degree(int node) const { return m_graph.degrees[static_cast<std::size_t>(node)]; }

    bool move(int node)
    {
        std::map<int, double> links;
        for (const auto &[neighbour, weight] : m_graph.edges[static_cast<std::size_t>(node)])
            if (neighbour != node)
                links[m_community[static_cast<std::size_t>(neighbour)]] += weight;
        int &own = m_community[static_cast<std::size_t>(node)];
        m_total[static_cast<std::size_t>(own)] -= degree(node);
        const auto gain = [&](int community, double link) {
            return link - degree(node) * m_total[static_cast<std::size_t>(community)] / m_all;
        };
        const auto stays = links.find(own);
        int best = own;
        double greatest = gain(own, stays == links.end() ? 0 : stays->second);
        for (const auto &[community, link] : links)
            if (const double here = gain(community, link); here > greatest + 1e-9) {
                best = community;
                greatest = here;
            }
        m_total[static_cast<std::size_t>(best)] += degree(node);
        return std::exchange(own, best) != best;
    }

    const Graph &m_graph;
    std::vector<int> m_community;
    std::vector<double> m_total; ///< degrees of a community's nodes
    double m_all;
};

/// Numbers communities from 0 in the order of their first node; returns how many there are.
int renumber(std::vector<int> &communities)
{
    std::map<int, int> numbers;
    for (int &community : communities)
        community = numbers.emplace(community, static_cast<int>(numbers.size())).first->second;
    return static_cast<int>(numbers.size());
}

Graph communitiesAsVertices(const Graph &graph, const std::vector<int> &communities, int count)
{
    Graph result(static_cast<std::size_t>(count));
    for (std::size_t node = 0; node < communities.size(); ++node)
        for (const auto &[neighbour, weight] : graph.edges[node])
            result.add(communities[node], communities[static_cast<std::size_t>(neighbour)], weight);
    return result;
}

std::vector<int> communitiesOf(Graph graph)
{
    std::vector<int> of(graph.degrees.size());
    std::iota(of.begin(), of.end(), 0);
    while (true) {
        std::vector<int> moved = LocalMoving(graph).run();
        const int count = renumber(moved);
        if (static_cast<std::size_t>(count) == moved.size())
            return of;
        for (int &community : of)
            community = moved[static_cast<std::size_t>(community)];
        graph = communitiesAsVertices(graph, moved, count);
    }
}

} // namespace

RhymeClasses::RhymeClasses(std::span<const Endings> poems)
{
    std::map<char32_t, int> nodes; // in the order of code points
    for (const auto &[a, b] : poems)
        if (a != b) {
            nodes[a];
            nodes[b];
        }
    int next = 0;
    for (auto &[point, node] : nodes)
        node = next++;
    Graph graph(nodes.size());
    for (const auto &[a, b] : poems)
        if (a != b) {
            graph.add(nodes[a], nodes[b], 1);
            graph.add(nodes[b], nodes[a], 1);
        }
    const std::vector<double> poemsOf = graph.degrees;
    const std::vector<int> communities = communitiesOf(std::move(graph));
    for (const auto &[point, node] : nodes) {
        const auto at = static_cast<std::size_t>(node);
        m_endings[point] = {communities[at], static_cast<std::size_t>(poemsOf[at])};
    }
}

bool RhymeClasses::rhyme(char32_t a, char32_t b) const
{
    const auto one = m_endings.find(a), other = m_endings.find(b);
    return a != b && one != m_endings.end() && other != m_endings.end() && one->second.inClass == other->second.inClass;
}

std::vector<std::u32string> RhymeClasses::classes() const
{
    std::map<int, std::vector<std::pair<char32_t, std::size_t>>> byClass;
    std::map<int, std::size_t> poems;
    for (const auto &[point, ending] : m_endings) {
        byClass[ending.inClass].emplace_back(point, ending.poems);
        poems[ending.inClass] += ending.poems;
    }
    std::vector<int> order;
    for (auto &[number, endings] : byClass) {
        order.push_back(number);
        std::sort(endings.begin(), endings.end(), [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return poems[a] > poems[b]; });
    std::vector<std::u32string> result;
    for (const int number : order) {
        std::u32string &characters = result.emplace_back();
        for (const auto &[point, count] : byClass[number])
            characters += point;
    }
    return result;
}

} // namespace ard
