#include "cli/datamap_options.h"
#include "cli/datamap_report.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <epochscope/analysis/data_map.h>
#include <epochscope/analysis/signal_rows.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/png.h>
#include <epochscope/opening/open_signals.h>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The axes' names, in the words of the style.
Axes axes_of(const DataMapCall& call, const MapOptions& options) {
    return {.x = std::string(name_of(options.horizontal)),
            .y = call.is_cartography() ? "confidence" : std::string(name_of(options.vertical))};
}

void write_tsv(const DataMapCall& call, const SignalSource& source, const SignalTable& table) {
    OutputFile file(call.tsv);
    write_signal_rows(
        source.dynamics, table, [&](std::string_view text) { file.write(text); }, call.threads);
    file.finish();
}

/// The chosen samples' ids and what they were chosen by, a line each.
std::string choice_text(const SignalSource& source, const SignalTable& table,
                        const SampleChoice& choice) {
    std::string text = "id\t" + std::string(name_of(choice.metric)) + "\n";
    for (const std::uint32_t i : chosen(table, choice)) {
        text += id_text(source.dynamics.ids[i]);
        text += '\t';
        text += number_text(table[choice.metric][i]);
        text += '\n';
    }
    return text;
}

void write_choice(const DataMapCall& call, const SignalSource& source, const SignalTable& table,
                  const SampleChoice& choice, const Stage& stage) {
    const std::string text = choice_text(source, table, choice);
    if (call.ids.empty()) {
        stage.out << text;
        return;
    }
    OutputFile file(call.ids);
    file.write(text);
    file.finish();
}

void write_folder(const DataMapCall& call, const SignalSource& source, const MapOptions& options,
                  const Stage& stage) {
    MapOverTime map = [&] {
        ProgressBar bar(stage.err, stage.terminal, "mapping");
        return map_over_time(
            source.dynamics, options,
            {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop}, call.threads);
    }();
    const bool whole = map.samples.size() == source.dynamics.sample_count();
    Dataset dataset{.series = std::move(map.series),
                    .backgrounds = nullptr,
                    .name = source.name,
                    .path = source.path,
                    .format = source.format,
                    .warnings = {}};
    // Pictures of the samples are of all of them.
    if (whole) dataset.sidecar_files = source.sidecar_files;
    dataset.axes = axes_of(call, options);
    write(dataset, "npy", call.out,
          {{"made_by", "epochscope datamap"},
           {"method", "data map"},
           {"from", source.name},
           {"vertical", std::string(name_of(options.vertical))},
           {"horizontal", std::string(name_of(options.horizontal))}},
          stage);
}

void write_picture(const DataMapCall& call, const MapOptions& options, Size size,
                   const SignalTable& table, const DataMap& map, const SignalSource& source,
                   const Stage& stage) {
    MapPlot plot = call.is_cartography() ? cartography_plot(map, table) : trust_ai_plot(map);
    plot.title = source.name;
    if (const std::string kept = filter_text(options); !kept.empty()) plot.title += ": " + kept;
    if (source.dynamics.estimated)
        add_note(plot, "Where predictions are wrong, the probability of the label is estimated.");
    write_png(call.png, stage.desktop.paint_map(plot, size));
}

void warn(const Stage& stage, const std::string& warning) {
    stage.err << "epochscope: warning: " << printable(warning) << std::endl;
}

SignalSource open(const DataMapCall& call, const Stage& stage) {
    SignalSource source = [&] {
        ProgressBar bar(stage.err, stage.terminal, "reading");
        return open_signals(
            call.signals, {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop},
            call.threads);
    }();
    for (const std::string& warning : source.dynamics.warnings) warn(stage, warning);
    if (source.dynamics.estimated)
        warn(stage, source.name +
                        ": of wrong predictions the probability of the label is not known; what "
                        "confidence leaves over is shared evenly among the other classes");
    return source;
}

int datamap(const DataMapCall& call, const Stage& stage) {
    check_call(call);
    const MapOptions options = map_options(call);
    const std::optional<SampleChoice> choice = sample_choice(call);
    if (!call.png.empty() && !stage.desktop.paint_map)
        throw CallError(
            "--png: maps are painted by epochscope-desktop, expected beside epochscope, which is "
            "missing (a build with EPOCHSCOPE_APP=OFF has none); --out and --tsv work");
    const Size size = parse_size(call.size);
    if (size.width < min_map_size.width || size.height < min_map_size.height)
        throw CallError("--size: is " + call.size + ", expected at least " +
                        std::to_string(min_map_size.width) + "x" +
                        std::to_string(min_map_size.height));
    if (!call.out.empty()) expect_new_folder(call.out);
    const SignalSource source = open(call, stage);
    const SignalTable table = signals_of(source.dynamics, all_evaluations, call.threads);
    const DataMap map = data_map(table, options);
    if (map.unplaced > 0)
        warn(stage, source.name + ": of " + std::to_string(map.unplaced) +
                        " samples not both signals are known; they are not on the map");
    if (!call.tsv.empty()) write_tsv(call, source, table);
    if (!call.png.empty()) write_picture(call, options, size, table, map, source, stage);
    if (!call.out.empty()) write_folder(call, source, options, stage);
    if (choice) write_choice(call, source, table, *choice, stage);
    if (call.json)
        // Names may hold bytes that are no UTF-8.
        stage.out << json_of({source, table, map, call.threads})
                         .dump(-1, ' ', false, Json::error_handler_t::replace)
                  << '\n';
    else if (!choice || !call.ids.empty())
        print_report(stage.out, {source, table, map, call.threads});
    return 0;
}

}  // namespace

Action add_datamap(CLI::App& program) {
    const auto call = std::make_shared<DataMapCall>();
    add_datamap_options(program, *call);
    return {.run = [call](const Stage& stage) { return datamap(*call, stage); },
            .needs_desktop = [call] { return !call->png.empty(); }};
}

}  // namespace epochscope::cli
