#include "app/session/sample_filter.h"

#include "app/session/conditions.h"
#include "app/session/session.h"
#include "app/tasks/task.h"

#include <epochscope/model/error.h>
#include <epochscope/query/sample_columns.h>
#include <epochscope/query/sample_query.h>

#include <QByteArray>

#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope::app {
namespace {

/// The samples of this number: those of this id, or else the one of this index.
std::vector<std::size_t> numbered(const SampleColumns& columns, const QString& words,
                                  const Job& job) {
    bool is_number = false;
    const qulonglong number = words.toULongLong(&is_number);
    if (!is_number) return {};
    if (columns.find("id") != nullptr) {
        const Column ids = columns.column("id", job);
        const std::string id = words.toStdString();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (i % 65536 == 0) job.reached(0);
            const bool same =
                ids.is_text() ? ids.text(i) == id : !ids.is_missing(i) && ids.words(i) == id;
            if (same) return {i};
        }
    }
    if (number >= columns.sample_count()) return {};
    return {static_cast<std::size_t>(number)};
}

}  // namespace

SampleFilter::SampleFilter(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      query_(find,
             [this](const Request& request, Answer answer) { take(request, std::move(answer)); }) {
    connect(&session, &Session::dataset_changed, this, &SampleFilter::forget);
    for (const auto changes : {&Session::epochs_changed, &Session::findings_changed})
        connect(&session, changes, this, [this] {
            if (!text_.isEmpty()) ask();
        });
}

SampleFilter::~SampleFilter() = default;

void SampleFilter::set_text(const QString& text) {
    if (text == text_) return;
    text_ = text;
    is_condition_ =
        session_.columns() && epochscope::is_condition(text.toStdString(), *session_.columns());
    ask();
    emit changed();
}

void SampleFilter::add_condition(const QString& piece) {
    set_text(with_condition(condition(), piece));
}

void SampleFilter::replace_condition(const QString& old, const QString& piece) {
    set_text(with_condition_replaced(condition(), old, piece));
}

void SampleFilter::remove_condition(const QString& piece) {
    if (is_condition_) set_text(without_condition(text_, piece));
}

void SampleFilter::ask() {
    // What was asked before is stopped.
    query_.cancel();
    fault_.clear();
    fault_at_.reset();
    if (!session_.columns()) return;
    Request request{text_, is_condition_, session_.columns()};
    if (text_.trimmed().isEmpty()) return take(request, {});
    query_.ask(std::move(request));
}

void SampleFilter::forget() {
    query_.cancel();
    text_.clear();
    is_condition_ = false;
    filters_ = false;
    matches_ = Answer().matches;
    fault_.clear();
    fault_at_.reset();
    emit changed();
}

SampleFilter::Answer SampleFilter::find(const Request& request, const std::stop_token& stop) {
    const Job job{.progress = {}, .stop = stop};
    const QByteArray bytes = request.text.toUtf8();
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    Answer answer;
    try {
        std::vector<std::size_t> found;
        if (request.is_condition) {
            found = SampleQuery(request.columns).where(text, job);
        } else {
            found = numbered(*request.columns, request.text.trimmed(), job);
            if (found.empty()) found = find_words(*request.columns, text, job);
        }
        const std::size_t count = request.columns->sample_count();
        answer.samples = std::make_shared<const PickedSamples>(count, found);
        answer.matches = std::make_shared<const std::vector<std::size_t>>(std::move(found));
    } catch (const Cancelled&) {
        throw;
    } catch (const QueryError& error) {
        answer.fault = problem_of(error);
        answer.fault_at =
            QString::fromUtf8(bytes.left(static_cast<qsizetype>(error.offset()))).size();
    } catch (const std::exception& error) {
        answer.fault = problem_of(error);
    }
    return answer;
}

void SampleFilter::take(const Request& request, Answer answer) {
    fault_ = std::move(answer.fault);
    fault_at_ = answer.fault_at;
    // A wrong condition leaves the one before it in force, but ends what words found.
    if (fault_.isEmpty() || !filters_) {
        matches_ = std::move(answer.matches);
        filters_ = request.is_condition && fault_.isEmpty();
        // If nothing is found nothing stands out: all samples step back.
        const Picks standing = filters_ ? nullptr : answer.samples;
        session_.stand_out_samples(standing);
        session_.set_filter(filters_ ? answer.samples : nullptr);
    }
    emit changed();
}

}  // namespace epochscope::app
