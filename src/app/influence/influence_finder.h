#pragma once

#include "app/session/opened_recording.h"
#include "app/tasks/query.h"

#include <epochscope/analysis/influence.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace epochscope::app {

/// A sample of a dataset.
struct TeachersAsked {
    std::shared_ptr<const Dataset> dataset;
    std::size_t sample = 0;
};

/// What was found of it.
struct TeachersAnswer {
    /// Nothing if there is a problem.
    std::optional<SampleTeachers> teachers = {};
    /// The numbers of the recorded epochs.
    std::vector<std::int64_t> numbers = {};
    /// The class that opponents vote for, and its share of the votes; empty: they vote for none.
    QString proposed = {};
    double share = 0;
    /// Where learning rates are from, and what is left out, in sentences.
    QStringList remarks = {};
    /// Why nothing was found; empty: it was.
    QString problem = {};
};

/// Finds the proponents and opponents of a sample in the recording, on a thread of its own. Newest
/// wins. The recording is kept until it is forgotten.
class InfluenceFinder : public QObject {
    Q_OBJECT

  public:
    explicit InfluenceFinder(QObject* parent = nullptr);

    void ask(const TeachersAsked& asked);
    /// Nobody waits for an answer any more; the recording is let go.
    void forget();

  signals:
    void found(const epochscope::app::TeachersAsked& asked,
               const epochscope::app::TeachersAnswer& answer);

  private:
    TeachersAnswer answer(const TeachersAsked& asked, const std::stop_token& stop);
    TeachersAnswer answer_from(const std::string& path, const TeachersAsked& asked,
                               const std::stop_token& stop);

    /// The query's own.
    OpenedRecording opened_;
    // Last: it ends before what it uses.
    Query<TeachersAsked, TeachersAnswer> query_;
};

}  // namespace epochscope::app
