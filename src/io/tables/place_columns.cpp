#include "io/tables/place_columns.h"

#include "io/json/json_text.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

using Usual = std::span<const std::string_view>;

/// Names of columns without case and the characters between words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> usual_places{{
    {"x", "y"},
    {"tsne1", "tsne2"},
    {"tsnex", "tsney"},
    {"umap1", "umap2"},
    {"umapx", "umapy"},
    {"pc1", "pc2"},
    {"pca1", "pca2"},
    {"projectionx", "projectiony"},
    {"embeddingx", "embeddingy"},
    {"posx", "posy"},
    {"dim1", "dim2"},
    {"comp1", "comp2"},
    {"component1", "component2"},
    {"x1", "x2"},
    {"x0", "x1"},
    {"d1", "d2"},
    {"variability", "confidence"},
}};
constexpr std::array<std::string_view, 3> usual_epochs{"epoch", "epochs", "step"};
constexpr std::array<std::string_view, 9> usual_ids{
    "id", "sample", "sampleid", "index", "guid", "filename", "file", "path", "name"};
constexpr std::array<std::string_view, 10> usual_labels{
    "label",     "labels", "class", "target",      "category",
    "truelabel", "ytrue",  "gold",  "correctness", "y"};
constexpr std::array<std::string_view, 6> usual_predictions{
    "prediction", "predictions", "predicted", "pred", "predlabel", "ypred"};
constexpr std::array<std::string_view, 4> usual_confidences{"confidence", "conf", "probability",
                                                            "prob"};

std::string plain_name(std::string_view name) {
    std::string plain = in_lower_case(name);
    std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' ' || c == '.'; });
    return plain;
}

std::optional<std::size_t> column_named(const TableReader& rows, std::string_view wanted) {
    const auto& names = rows.names();
    const auto found = std::ranges::find_if(
        names, [&](const std::string& name) { return plain_name(name) == wanted; });
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

/// The column of the most usual name that has no other meaning.
std::optional<std::size_t> usual_column(const TableReader& rows, Usual usual,
                                        const PlaceColumns& columns) {
    for (const std::string_view name : usual) {
        const auto column = column_named(rows, name);
        if (column && *column != columns.x && *column != columns.y) return column;
    }
    return std::nullopt;
}

void guess_others(const TableReader& rows, PlaceColumns& columns) {
    columns.epoch = usual_column(rows, usual_epochs, columns);
    columns.id = usual_column(rows, usual_ids, columns);
    columns.label = usual_column(rows, usual_labels, columns);
    columns.prediction = usual_column(rows, usual_predictions, columns);
    columns.confidence = usual_column(rows, usual_confidences, columns);
}

std::string listed(const TableReader& rows) {
    constexpr std::size_t most = 20;
    std::string list;
    for (std::size_t i = 0; i < std::min(rows.names().size(), most); ++i)
        list += (i > 0 ? ", " : "") + in_quotes(rows.names()[i]);
    return rows.names().size() > most ? list + ", ..." : list;
}

/// A part `key=NAME` of the choice.
struct Choice {
    std::string_view key;
    std::string_view name;
};

std::vector<Choice> choices_in(std::string_view text) {
    std::vector<Choice> choices;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos)
            throw Error("--columns", "has ", in_quotes(part), ", expected KEY=COLUMN, ...");
        choices.push_back({part.substr(0, equals), part.substr(equals + 1)});
    }
    return choices;
}

/// The optional column of a key; null for other keys.
std::optional<std::size_t>* other_column(PlaceColumns& columns, std::string_view key) {
    if (key == "epoch") return &columns.epoch;
    if (key == "id") return &columns.id;
    if (key == "label") return &columns.label;
    if (key == "prediction") return &columns.prediction;
    if (key == "confidence") return &columns.confidence;
    return nullptr;
}

}  // namespace

std::optional<PlaceColumns> guess_columns(const TableReader& rows) {
    const auto& names = rows.names();
    for (const auto& [first, second] : usual_places) {
        const auto x = column_named(rows, first);
        const auto y = column_named(rows, second);
        if (!x || !y) continue;
        PlaceColumns columns{.x = *x, .y = *y};
        guess_others(rows, columns);
        return columns;
    }
    if (names.size() == 2 && names[0] == "column 1" && names[1] == "column 2")
        return PlaceColumns{.x = 0, .y = 1};
    return std::nullopt;
}

PlaceColumns choose_columns(const TableReader& rows, std::string_view where,
                            std::string_view chosen) {
    const auto guessed = guess_columns(rows);
    std::optional<std::size_t> x;
    std::optional<std::size_t> y;
    const std::vector<Choice> choices = choices_in(chosen);
    const auto column_of = [&](const Choice& choice) {
        const auto found = std::ranges::find(rows.names(), choice.name);
        if (found == rows.names().end())
            throw Error(where, "has no column ", in_quotes(choice.name), "; its columns are ",
                        listed(rows));
        return static_cast<std::size_t>(found - rows.names().begin());
    };
    for (const Choice& choice : choices) {
        if (choice.key == "x") x = column_of(choice);
        if (choice.key == "y") y = column_of(choice);
    }
    if (!guessed && (!x || !y))
        throw Error(where, "has no columns of places named like x and y; its columns are ",
                    listed(rows), "; name two of them with --columns x=COLUMN,y=COLUMN");
    PlaceColumns columns{.x = x ? *x : guessed->x, .y = y ? *y : guessed->y};
    guess_others(rows, columns);
    for (const Choice& choice : choices) {
        if (choice.key == "x" || choice.key == "y") continue;
        std::optional<std::size_t>* const column = other_column(columns, choice.key);
        if (column == nullptr)
            throw Error("--columns", "has the key ", in_quotes(choice.key),
                        ", expected x, y, epoch, id, label, prediction or confidence");
        *column = column_of(choice);
    }
    return columns;
}

std::string described(const PlaceColumns& columns, const TableReader& rows) {
    std::string text =
        "x = " + in_quotes(rows.names()[columns.x]) + ", y = " + in_quotes(rows.names()[columns.y]);
    const auto add = [&](const char* what, std::optional<std::size_t> column) {
        if (column) text += std::string(", ") + what + " = " + in_quotes(rows.names()[*column]);
    };
    add("epoch", columns.epoch);
    add("id", columns.id);
    add("label", columns.label);
    add("prediction", columns.prediction);
    add("confidence", columns.confidence);
    return text;
}

}  // namespace epochscope
