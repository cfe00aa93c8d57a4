#pragma once

#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <list>
#include <memory>
#include <thread>

namespace epochscope::app {

/// Opens folders on a thread of its own. A newer start replaces the older, of which nothing more is
/// heard. Every start ends with one of opened(), choice_needed(), failed() or cancelled().
class OpenJob : public QObject {
    Q_OBJECT

  public:
    explicit OpenJob(QObject* parent = nullptr);
    /// Waits until the reader has noticed that it should stop.
    ~OpenJob() override;

    /// `projection` empty: the only one, else choice_needed().
    void start(const QString& folder, const QString& projection = {});
    void cancel();
    [[nodiscard]] bool is_running() const { return running_ != 0; }

  signals:
    /// The share done, 0..1.
    void progressed(double share);
    void opened(std::shared_ptr<const epochscope::Dataset> dataset);
    /// `offers_pca`: the folder can be looked at by pca_view, too.
    void choice_needed(const QString& folder, const QStringList& projections, bool offers_pca);
    void failed(const QString& folder, const QString& message);
    void cancelled();

  private:
    struct Run {
        std::uint64_t id = 0;
        std::jthread thread;
    };
    template <typename Telling>
    void tell(std::uint64_t id, Telling telling);
    void work(const std::stop_token& stop, std::uint64_t id, const QString& folder,
              const QString& projection);
    void finish(std::uint64_t id);

    std::uint64_t last_id_ = 0;
    /// The run that is listened to; 0: none.
    std::uint64_t running_ = 0;
    /// That one, and older ones that have not stopped yet.
    std::list<Run> runs_;
};

}  // namespace epochscope::app
