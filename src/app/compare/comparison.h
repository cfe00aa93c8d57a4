#pragma once

#include "app/session/picks.h"
#include "app/tasks/task.h"

#include <epochscope/analysis/paired_series.h>
#include <epochscope/model/compared.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace epochscope::app {

class Session;

/// A second dataset beside the one of the session, the first. Threads match the samples and find
/// what differs. It ends when the session shows another dataset.
class Comparison : public QObject {
    Q_OBJECT

  public:
    /// The second dataset as it belongs to the first.
    struct Match {
        SeriesPairs pairs;
        /// Whether epochs can belong together by their numbers.
        bool shares_numbers = false;
        /// Whether it was laid onto the first.
        bool is_laid = false;
        /// The second with the samples of the first (see matched_series).
        std::shared_ptr<const Dataset> dataset;
        /// The samples without a partner, of the first and of `dataset`; null: none.
        Picks first_alone;
        Picks second_alone;
    };

    explicit Comparison(Session& session, QObject* parent = nullptr);
    ~Comparison() override;

    void begin(std::shared_ptr<const Dataset> second);
    void end();
    /// Null: nothing is compared.
    [[nodiscard]] const std::shared_ptr<const Dataset>& second() const { return second_; }
    /// Whether the first is compared with itself.
    [[nodiscard]] bool is_with_itself() const;
    /// Null until the samples are matched.
    [[nodiscard]] const std::shared_ptr<const Match>& match() const { return match_; }
    /// Sentences about the second, and about what does not fit.
    [[nodiscard]] QStringList warnings() const;

    /// The second's playhead.
    [[nodiscard]] double playhead() const;
    /// Lets the second stay at the epoch that it shows, or not. If nothing is compared, pinning
    /// begins a comparison of the dataset with itself.
    void set_pinned(bool pinned);
    /// The same at this playhead of the second, or at its end.
    void pin_at(double playhead);
    [[nodiscard]] bool is_pinned() const { return pinned_.has_value(); }
    /// The playhead that the second stays at; nothing: it does not.
    [[nodiscard]] std::optional<double> pinned_at() const { return pinned_; }

    /// How epochs belong together, once they are matched.
    [[nodiscard]] EpochPairing epochs_by() const;
    void set_epochs_by(EpochPairing pairing);
    /// Whether the second is to be laid onto the first, without its backgrounds.
    [[nodiscard]] bool is_laid() const { return is_laid_; }
    void set_laid(bool laid);
    /// Whether both cameras move together.
    [[nodiscard]] bool are_cameras_coupled() const { return couples_; }
    void set_cameras_coupled(bool coupled);
    /// Whether lines join the two places of each selected sample.
    [[nodiscard]] bool is_joined() const { return joins_; }
    void set_joined(bool joined);

    /// Finds what differs, over all epochs, or at the epochs shown if the second is pinned. It
    /// becomes the session's (see Session::set_compared).
    void find_differences();
    void cancel_differences();
    [[nodiscard]] bool is_finding() const { return finding_.is_running(); }

  signals:
    /// Something of the above.
    void changed();
    /// Another second dataset, or none.
    void second_changed();
    /// Why the datasets cannot be compared; nothing is compared any more.
    void failed(const QString& name, const QString& problem);
    void progressed(double fraction);
    void differences_found();
    /// Why they were not.
    void told(const QString& words);

  private:
    void start_matching();
    void take(Outcome<Match> outcome);
    void take(Outcome<Compared> outcome);
    void forget();

    Session& session_;
    std::shared_ptr<const Dataset> second_;
    std::shared_ptr<const Match> match_;
    EpochPairing epochs_by_ = EpochPairing::number;
    bool is_laid_ = false;
    bool couples_ = false;
    bool joins_ = true;
    /// Whether epochs came while it matched.
    bool is_behind_ = false;
    /// The second's playhead while it stays.
    std::optional<double> pinned_;
    // Last: their threads end before what they use.
    Task<Match> matching_;
    Task<Compared> finding_;
};

}  // namespace epochscope::app
