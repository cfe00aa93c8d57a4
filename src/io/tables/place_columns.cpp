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

/// The names of columns that are sure to be places, without case and the characters between words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> usual_places{{
    {"x", "y"},
    {"横坐标", "纵坐标"},
    {"variability", "confidence"},
}};
/// The same, where nothing else is a place.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> places_on_earth{{
    {"经度", "纬度"},
    {"lon", "lat"},
    {"lng", "lat"},
    {"long", "lat"},
    {"longitude", "latitude"},
}};
/// What remains of two columns of places without their numbers or letters, the most usual first:
/// tsne of `tsne_1` and `tsne_2`, `x_tsne` and `y_tsne`, `tsne-2d-one` and `tsne-2d-two`.
constexpr std::array<std::string_view, 17> usual_methods{
    "tsne",       "umap",   "pc",     "pca",     "principalcomponent",
    "projection", "pacmap", "trimap", "phate",   "isomap",
    "mds",        "lda",    "ld",     "densmap", "proj",
    "pos",        "coord"};
/// The same where more than four such columns are features. Nothing remains of `0` and `1`.
constexpr std::array<std::string_view, 18> usual_stems{
    "embedding", "embed", "emb", "position", "coordinate", "dim", "dimension", "comp", "component",
    "latent",    "v",     "x",   "d",        "z",          "c",   "e",         "map",  ""};
/// The ends of the names of the two, and at the letters also the beginnings.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> axes{
    {{"x", "y"}, {"one", "two"}, {"0", "1"}, {"1", "2"}}};
constexpr std::array<std::string_view, 11> usual_epochs{
    "epoch", "epochs",     "step",        "steps", "globalstep", "iteration",
    "iter",  "checkpoint", "epochnumber", "轮次",  "轮数"};
constexpr std::array<std::string_view, 19> usual_ids{
    "id",   "sample", "sampleid", "sampleindex", "sampleidx", "index",    "idx",
    "guid", "uid",    "uuid",     "imageid",     "itemid",    "filename", "file",
    "path", "name",   "barcode",  "编号",        "样本"};
constexpr std::array<std::string_view, 42> usual_labels{"label",       "labels",
                                                        "class",       "classes",
                                                        "target",      "targets",
                                                        "category",    "categories",
                                                        "truelabel",   "trueclass",
                                                        "ytrue",       "gold",
                                                        "groundtruth", "gt",
                                                        "labelname",   "classname",
                                                        "labelid",     "classid",
                                                        "correctness", "y",
                                                        "species",     "digit",
                                                        "cluster",     "celltype",
                                                        "group",       "标签",
                                                        "类别",        "hue",
                                                        "clusterid",   "clusterlabel",
                                                        "clusters",    "trueclasses",
                                                        "actual",      "topic",
                                                        "leiden",      "louvain",
                                                        "annotation",  "seuratclusters",
                                                        "sentiment",   "emotion",
                                                        "intent",      "type"};
constexpr std::array<std::string_view, 11> usual_predictions{
    "prediction",     "predictions",    "predicted", "pred", "predlabel", "predclass",
    "predictedlabel", "predictedclass", "ypred",     "yhat", "预测"};
constexpr std::array<std::string_view, 9> usual_confidences{
    "confidence",     "conf",     "probability", "prob",  "maxprob",
    "maxprobability", "predconf", "predprob",    "置信度"};

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

/// What remains of a plain name without an axis; nothing if it has none.
std::optional<std::string_view> stem_of(std::string_view name, std::string_view axis) {
    const bool is_letter = axis == "x" || axis == "y";
    if (name.ends_with(axis))
        name.remove_suffix(axis.size());
    else if (is_letter && name.starts_with(axis))
        name.remove_prefix(axis.size());
    else
        return std::nullopt;
    for (const std::string_view infix : {"2d", "dim"})
        if (name.size() > infix.size() && name.ends_with(infix)) name.remove_suffix(infix.size());
    // AnnData calls them X_umap.
    if (!is_letter && name.size() > 1 && name.front() == 'x') name.remove_prefix(1);
    return name;
}

using Pair = std::pair<std::size_t, std::size_t>;

/// Whether there are x1, y1, x2 and y2.
bool has_several_places(const TableReader& rows) {
    const auto has = [&](std::string_view name) { return column_named(rows, name).has_value(); };
    return has("x1") && has("y1") && has("x2") && has("y2");
}

/// The two columns with this stem.
std::optional<Pair> places_with_stem(const std::vector<std::string>& names, std::string_view stem,
                                     bool may_be_features) {
    const auto column_at = [&](std::string_view axis) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (stem_of(names[i], axis) == stem) return i;
        return std::nullopt;
    };
    if (may_be_features && column_at("1") && column_at("4")) return std::nullopt;
    for (const auto& [first, second] : axes) {
        const auto x = column_at(first);
        const auto y = column_at(second);
        if (x && y && *x != *y) return Pair(*x, *y);
    }
    return std::nullopt;
}

/// The first of these pairs that both are there.
std::optional<Pair> places_called(
    const TableReader& rows, std::span<const std::pair<std::string_view, std::string_view>> pairs) {
    for (const auto& [first, second] : pairs) {
        const auto x = column_named(rows, first);
        const auto y = column_named(rows, second);
        if (x && y) return Pair(*x, *y);
    }
    return std::nullopt;
}

std::optional<Pair> places_by_stem(const TableReader& rows) {
    std::vector<std::string> names;
    for (const std::string& name : rows.names()) names.push_back(plain_name(name));
    for (const std::string_view stem : usual_methods)
        if (const auto places = places_with_stem(names, stem, false)) return places;
    if (has_several_places(rows)) return std::nullopt;
    for (const std::string_view stem : usual_stems)
        if (const auto places = places_with_stem(names, stem, true)) return places;
    return std::nullopt;
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

/// Without names: the only two columns, or two of fractions before one that is not.
std::optional<PlaceColumns> unnamed_places(const TableReader& rows) {
    const std::size_t columns = rows.names().size();
    for (std::size_t i = 0; i < columns; ++i)
        if (rows.names()[i] != unnamed_column(i)) return std::nullopt;
    if (columns == 2) return PlaceColumns{.x = 0, .y = 1};
    const auto is_fraction = [&](std::size_t column) {
        return rows.number(column) && rows.text(column).find_first_of(".,") != std::string::npos;
    };
    if (columns != 3 || !is_fraction(0) || !is_fraction(1) || is_fraction(2)) return std::nullopt;
    return PlaceColumns{.x = 0, .y = 1, .label = 2};
}

/// What may be meant by columns that are no places; empty if that is not known.
std::string hint_for(const TableReader& rows) {
    constexpr std::size_t many = 5;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < rows.names().size(); ++i) numbers += rows.number(i) ? 1 : 0;
    if (has_several_places(rows))
        return ". Places of several epochs are rows of their own, with a column epoch";
    if (numbers < many) return {};
    return ". If they are features, save them as .npy: the manual's page formats says how, at "
           "\"HDF5, Parquet, safetensors and .pt\"";
}

}  // namespace

PlaceColumns usual_columns(const TableReader& rows) {
    PlaceColumns columns{.x = rows.names().size(), .y = rows.names().size()};
    guess_others(rows, columns);
    return columns;
}

std::optional<std::size_t> usual_label_column(const TableReader& rows) {
    constexpr std::size_t none = TableReader::max_columns;
    return usual_column(rows, usual_labels, {.x = none, .y = none});
}

std::optional<PlaceColumns> guess_columns(const TableReader& rows) {
    const auto with_others = [&](std::size_t x, std::size_t y) {
        PlaceColumns columns{.x = x, .y = y};
        guess_others(rows, columns);
        return columns;
    };
    if (const auto places = places_called(rows, usual_places))
        return with_others(places->first, places->second);
    if (const auto places = places_by_stem(rows)) return with_others(places->first, places->second);
    if (const auto places = places_called(rows, places_on_earth))
        return with_others(places->first, places->second);
    return unnamed_places(rows);
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
                    listed(rows), "; name two of them with --columns x=COLUMN,y=COLUMN",
                    hint_for(rows));
    PlaceColumns columns = guessed.value_or(PlaceColumns{});
    if (x || y) {
        columns = {.x = x.value_or(columns.x), .y = y.value_or(columns.y)};
        guess_others(rows, columns);
    }
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
