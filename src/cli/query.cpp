#include "cli/conditions.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/query_output.h"
#include "cli/values.h"

#include <epochscope/io/output_file.h>
#include <epochscope/query/sample_query.h>
#include <epochscope/query/sql_words.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace epochscope::cli {

namespace {

constexpr const char* what_it_says =
    R"(The query is SQL of SQLite, for reading. The tables are
  samples   sample (the index from 0), id, label (the name of the class), the
            columns of the metadata, flips (how often the prediction changed),
            first_correct (the first epoch that was right) and the training
            signals, such as suspicion (see epochscope datamap --help)
  epochs    sample, epoch, x, y, prediction, confidence, correct

prediction_at(20) and the like (confidence_at, correct_at, x_at, y_at, kept_at,
            motion_at)
are columns of samples, of the epoch of that number. A column of the metadata
that bears the name of another is prefixed by meta_. Names with blanks stand in
double quotes, texts in single ones. LIKE ignores the case of every script.
What is unknown is NULL; dates are texts, '2024-05-01'; truth is 1 or 0.
If it does not begin with SELECT or WITH, it is a condition, as after WHERE, and
sample, id, label and prediction of what it holds for are written.

Examples:
  epochscope query runs/digits "label = '3' AND flips > 3 ORDER BY suspicion"
  epochscope query runs/digits "SELECT label, count(*), avg(suspicion)
      FROM samples GROUP BY label" --csv
  epochscope query runs/digits "SELECT epoch, avg(correct) FROM epochs
      GROUP BY epoch" --json)";

struct QueryCall {
    Opening opening;
    std::string query;
    bool csv = false;
    bool json = false;
    std::string out;
    std::optional<std::size_t> rows;
};

/// The number of rows to write.
std::size_t most_rows(const QueryCall& call) {
    return call.rows ? *call.rows : std::numeric_limits<std::size_t>::max();
}

QueryValue value_of(const Column& column, std::size_t sample) {
    if (column.is_missing(sample)) return std::monostate{};
    if (column.is_text()) return column.text(sample);
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&column.values()))
        return (*whole)[sample];
    return column.number(sample);
}

/// Writes what says which samples they are.
void write_samples(const QueryCall& call, const SampleColumns& columns,
                   std::span<const std::size_t> samples, QueryOutput& output) {
    const Epoch& last = columns.dataset()->series.epochs().back();
    std::vector<Column> known{columns.column("sample")};
    if (columns.find("id") != nullptr) known.push_back(columns.column("id"));
    known.push_back(columns.column("label"));
    if (!last.predictions.empty())
        known.push_back(columns.column("prediction_at(" + std::to_string(last.number) + ")"));
    std::vector<std::string> names;
    for (const Column& column : known) names.push_back(column.name());
    output.head(names);
    if (samples.size() > most_rows(call)) output.cut_off();
    for (const std::size_t sample : samples.first(std::min(samples.size(), most_rows(call)))) {
        std::vector<QueryValue> row;
        // Dates are said in words; only an id can be one.
        const std::string date = columns.find("id") != nullptr ? known[1].words(sample) : "";
        for (const Column& column : known)
            row.push_back(column.type() == ColumnType::date ? QueryValue(std::string_view(date))
                                                            : value_of(column, sample));
        output.row(row);
    }
}

void run(const QueryCall& call, const std::shared_ptr<const SampleColumns>& columns,
         QueryOutput& output, const Job& job) {
    const SampleQuery query(columns);
    std::size_t left = most_rows(call);
    if (!is_select(call.query))
        write_samples(call, *columns, query.where(call.query, job), output);
    else
        query.select(call.query,
                     {.head = [&](std::span<const std::string> names) { output.head(names); },
                      .row =
                          [&](std::span<const QueryValue> row) {
                              if (left == 0) return output.cut_off();
                              --left;
                              output.row(row);
                              return true;
                          }},
                     job);
    output.end();
}

int run_query(const QueryCall& call, const Stage& stage) {
    if (call.csv && call.json)
        throw CallError("--csv and --json exclude each other, expected one of them");
    auto dataset = std::make_shared<Dataset>(open(call.opening, stage));
    for (const std::string& warning : dataset->warnings) stage.warn(warning);
    const auto columns = std::make_shared<const SampleColumns>(std::move(dataset));
    std::optional<OutputFile> file;
    if (!call.out.empty()) file.emplace(call.out);
    const auto write = [&](std::string_view text) {
        if (file)
            file->write(text);
        else
            stage.out << text;
    };
    const auto output = call.csv    ? csv_output(write)
                        : call.json ? json_output(write)
                                    : table_output(write);
    try {
        with_bar(stage, "asking", [&](const Job& job) {
            run(call, columns, *output, job);
            return 0;
        });
    } catch (const QueryError& error) {
        refuse_query(call.query, error, "query", stage);
    }
    if (file) file->finish();
    return 0;
}

}  // namespace

Verb query_verb() {
    const auto call = std::make_shared<QueryCall>();
    Verb verb{"query", "Ask which samples are so, and how they were learnt.", what_it_says};
    add_opening(verb, call->opening);
    add_argument(verb, {.id = "QUERY",
                        .value = &call->query,
                        .help = "A SELECT, or a condition alone.",
                        .required = true});
    add_options(verb, "Options", {epochs_option(call->opening.contents.epochs)});
    add_options(verb, "Options",
                {{.id = "csv", .value = &call->csv, .help = "Comma-separated values."},
                 {.id = "json",
                  .value = &call->json,
                  .help = "One JSON object a line and row (JSON lines)."},
                 {.id = "rows",
                  .value = &call->rows,
                  .help = "Write at most N rows, and say that there are more.",
                  .range = {1, 1e9}},
                 {.id = "out",
                  .value = &call->out,
                  .help = "Write into this file instead of to standard output.",
                  .unit = "FILE",
                  .is_written = true}});
    verb.run = [call](const Stage& stage) { return run_query(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
