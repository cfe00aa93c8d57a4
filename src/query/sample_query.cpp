#include "query/query_connection.h"
#include "query/query_text.h"

#include <epochscope/query/sample_query.h>

#include <utility>

namespace epochscope {

SampleQuery::SampleQuery(std::shared_ptr<const SampleColumns> columns)
    : columns_(std::move(columns)) {}

std::vector<std::size_t> SampleQuery::where(std::string_view condition, const Job& job) const {
    const QueryText query = QueryText::of_condition(condition, *columns_->dataset());
    QueryConnection connection(*columns_, query, job);
    connection.prepare();
    std::vector<std::size_t> samples;
    while (connection.step()) samples.push_back(static_cast<std::size_t>(connection.whole(0)));
    return samples;
}

void SampleQuery::select(std::string_view sql, const Reader& reader, const Job& job) const {
    const QueryText query = QueryText::of_select(sql, *columns_->dataset());
    QueryConnection connection(*columns_, query, job);
    connection.prepare();
    const int count = connection.column_count();
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.push_back(connection.column_name(i));
    if (reader.head) reader.head(names);
    std::vector<QueryValue> row(names.size());
    while (connection.step()) {
        for (int i = 0; i < count; ++i) row[static_cast<std::size_t>(i)] = connection.value(i);
        if (reader.row && !reader.row(row)) return;
    }
}

}  // namespace epochscope
