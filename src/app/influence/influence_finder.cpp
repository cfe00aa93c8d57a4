#include "app/influence/influence_finder.h"

#include "app/messages/message_words.h"
#include "app/tasks/spare_threads.h"

#include <epochscope/model/error.h>
#include <epochscope/opening/learning_rates.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace epochscope::app {
namespace {

/// How many proponents and opponents are shown.
constexpr std::size_t shown = 10;
/// Numbers of a recording, of which more are not read unasked: some ten seconds.
constexpr double most_numbers = 2e9;

double numbers_in(const Recording& recording) {
    return static_cast<double>(recording.sample_count()) *
           static_cast<double>(recording.dimension() + recording.class_count()) *
           static_cast<double>(recording.epoch_count());
}

}  // namespace

InfluenceFinder::InfluenceFinder(QObject* parent)
    : QObject(parent),
      query_([this](const TeachersAsked& asked,
                    const std::stop_token& stop) { return answer(asked, stop); },
             [this](const TeachersAsked& asked, const TeachersAnswer& answer) {
                 if (asked.dataset) emit found(asked, answer);
             }) {}

void InfluenceFinder::ask(const TeachersAsked& asked) {
    query_.cancel();
    query_.ask(asked);
}

void InfluenceFinder::forget() { ask({}); }

TeachersAnswer InfluenceFinder::answer(const TeachersAsked& asked, const std::stop_token& stop) {
    if (!asked.dataset) {
        opened_.forget();
        return {};
    }
    try {
        const std::string path = recording_behind(*asked.dataset);
        if (path.empty())
            return {.problem = tr("Proponents and opponents are not known: the folder names no "
                                  "recording that is there.")};
        return answer_from(path, asked, stop);
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        // It may be whole again when it is asked next.
        opened_.forget();
        return {
            .problem =
                tr("Proponents and opponents are not known: %1").arg(message_words(error.what()))};
    }
}

TeachersAnswer InfluenceFinder::answer_from(const std::string& path, const TeachersAsked& asked,
                                            const std::stop_token& stop) {
    const Recording& recording = opened_.open(path, *asked.dataset, stop);
    if (!std::ranges::equal(recording.labels(), asked.dataset->series.labels()))
        return {.problem = tr("Proponents and opponents are not known: the recording has other "
                              "labels.")};
    if (numbers_in(recording) > most_numbers)
        return {.problem = tr("Proponents and opponents are not looked for unasked in a "
                              "recording as large as this: call epochscope influence RECORDING "
                              "--sample %1")
                               .arg(asked.sample)};
    const Job job{.progress = {}, .stop = stop};
    const LearningRates rates = learning_rates_of(path, recording, job);
    const std::array samples{asked.sample};
    TeachersFound found =
        teachers_of(recording, samples,
                    {.count = shown, .rates = rates.of_epochs, .threads = spare_threads()}, job);
    TeachersAnswer answer;
    for (const RecordedEpoch& epoch : recording.epochs()) answer.numbers.push_back(epoch.number);
    answer.teachers = std::move(found.samples.front());
    if (const auto vote = vote_of_opponents(*answer.teachers, recording.labels())) {
        const auto proposed = static_cast<std::size_t>(vote->proposed);
        answer.proposed = QString::fromStdString(recording.classes().names[proposed]);
        answer.share = vote->share;
    }
    answer.remarks
        << (rates.of_epochs.empty()
                ? tr("The learning rate is not known; 1 is taken at each epoch.")
                : tr("Learning rates are those of %1.").arg(QString::fromStdString(rates.source)));
    for (const auto* const warnings : {&rates.warnings, &std::as_const(found.warnings)})
        for (const std::string& warning : *warnings) answer.remarks << message_words(warning);
    return answer;
}

}  // namespace epochscope::app
