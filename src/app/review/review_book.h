#pragma once

#include "app/review/review_file.h"
#include "app/tasks/query.h"

#include <epochscope/io/review.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class Session;

/// The decisions about the open dataset, with undo. They are read when it opens, and written by a
/// thread after each change. What cannot be written where it belongs is written to the user's
/// folder of data before it would be lost.
class ReviewBook : public QObject {
    Q_OBJECT

  public:
    explicit ReviewBook(Session& session, QObject* parent = nullptr);
    /// Waits until all is written.
    ~ReviewBook() override;

    /// Whether the decisions are read; until then there are none and none can be made.
    [[nodiscard]] bool is_ready() const { return review_ != nullptr; }
    /// Null until they are read.
    [[nodiscard]] const std::shared_ptr<const Review>& review() const { return review_; }
    /// The decision about a sample; null if there is none.
    [[nodiscard]] const ReviewDecision* find(std::size_t sample) const;
    /// Whether the label of a sample was decided; a note alone is no decision.
    [[nodiscard]] bool is_decided(std::size_t sample) const;

    /// Decides about a label and keeps the note, or notes and keeps the decision; one step to undo.
    /// An empty note without a decision leaves nothing.
    void decide(std::size_t sample, ReviewAction action, std::int32_t new_label = -1);
    void note(std::size_t sample, const QString& words);

    [[nodiscard]] bool can_undo() const { return done_ > 0; }
    [[nodiscard]] bool can_redo() const { return done_ < steps_.size(); }
    /// The sample that the step was about; nothing if there is none.
    std::optional<std::size_t> undo();
    std::optional<std::size_t> redo();
    /// Undoes until this many steps are done at most, or redoes until this many are done at least.
    void undo_to(std::size_t step);
    void redo_to(std::size_t step);

    /// Where decisions are kept.
    [[nodiscard]] QString file() const;
    /// Keeps them in another file from now on, also when the dataset is opened again.
    void keep_in(const QString& file);
    /// Why the file could not be read or written; empty if there is no problem.
    [[nodiscard]] const QString& problem() const { return problem_; }
    /// Whether all decisions are in the file.
    [[nodiscard]] bool is_saved() const { return written_ == changes_; }

  signals:
    /// The decisions of another dataset were read, or there is none.
    void opened();
    /// A new step was made after this many others.
    void decided(std::size_t step);
    /// The decision about a sample was made or undone.
    void changed(std::size_t sample);
    /// Steps, file, problem, or what is saved.
    void state_changed();
    /// Something to know about the file.
    void message(const QString& words);

  private:
    struct Loaded {
        std::shared_ptr<ReviewFile> file;
        std::shared_ptr<const Review> review;
        QString problem;
        QStringList warnings;
    };
    /// Files are used on the thread of these only.
    struct Writing {
        std::shared_ptr<ReviewFile> file;
        std::shared_ptr<const Dataset> dataset;
        std::shared_ptr<const Review> review;
        std::uint64_t change = 0;
    };
    struct Written {
        QString problem;
        /// The new name of another file that was in the way.
        QString moved;
    };
    struct Step {
        std::size_t sample = 0;
        std::optional<ReviewDecision> before;
        std::optional<ReviewDecision> after;
    };
    using Reader = Query<std::shared_ptr<const Dataset>, Loaded>;
    using Writer = Query<Writing, Written>;

    static Loaded read(const Dataset& dataset);
    static Written write(const Writing& writing);
    void follow_dataset();
    void take(Loaded loaded);
    void take(const Writing& writing, const Written& written);
    void make_writer();
    void change(std::size_t sample, ReviewDecision decision);
    void apply(std::size_t sample, const std::optional<ReviewDecision>& decision);
    void save();
    /// Writes at once what is not written yet.
    void finish();

    Session& session_;
    std::shared_ptr<const Dataset> dataset_;
    std::shared_ptr<ReviewFile> file_;
    std::shared_ptr<const Review> review_;
    std::vector<Step> steps_;
    /// Of the steps, those that are not undone.
    std::size_t done_ = 0;
    std::uint64_t changes_ = 0;
    std::uint64_t written_ = 0;
    QString problem_;
    // Last: their threads end before what they use.
    std::unique_ptr<Reader> reader_;
    std::unique_ptr<Writer> writer_;
};

/// The key in the settings of the file that keeps the decisions about a folder, where that is not
/// the usual one.
QString review_place_key(const QString& folder);

}  // namespace epochscope::app
