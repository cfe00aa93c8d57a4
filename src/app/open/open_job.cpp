#include "app/open/open_job.h"

#include <epochscope/opening/open_folder.h>

#include <filesystem>
#include <functional>
#include <utility>

namespace epochscope::app {

OpenJob::OpenJob(QObject* parent) : QObject(parent) {}

OpenJob::~OpenJob() {
    // All at once, so that they stop at the same time.
    for (Run& run : runs_) run.thread.request_stop();
    runs_.clear();
}

void OpenJob::start(const QString& folder, const QString& projection) {
    for (Run& run : runs_) run.thread.request_stop();
    const std::uint64_t id = ++last_id_;
    running_ = id;
    runs_.push_back({id, std::jthread([this, id, folder, projection](const std::stop_token& stop) {
                         work(stop, id, folder, projection);
                     })});
}

void OpenJob::cancel() {
    for (Run& run : runs_) run.thread.request_stop();
    if (std::exchange(running_, 0) != 0) emit cancelled();
}

/// Calls `telling` on the GUI thread if this run is still the one listened to.
template <typename Telling>
void OpenJob::tell(std::uint64_t id, Telling telling) {
    QMetaObject::invokeMethod(
        this,
        [this, id, telling] {
            if (running_ == id) telling();
        },
        Qt::QueuedConnection);
}

void OpenJob::work(const std::stop_token& stop, std::uint64_t id, const QString& folder,
                   const QString& projection) {
    std::function<void()> end;
    try {
        const std::filesystem::path path(folder.toStdString());
        const ViewChoices found = choices_of(path);
        if (projection.isEmpty() && found.needed()) {
            QStringList choices;
            for (const std::string& name : found.projections)
                choices << QString::fromStdString(name);
            end = [this, folder, choices, pca = found.offers_pca] {
                emit choice_needed(folder, choices, pca);
            };
        } else {
            int told = -1;
            const auto progress = [this, id, told](double share) mutable {
                const int percent = static_cast<int>(share * 100);
                if (std::exchange(told, percent) != percent)
                    tell(id, [this, share] { emit progressed(share); });
            };
            auto dataset = std::make_shared<const Dataset>(
                open_folder(path, {projection.toStdString()}, {progress, stop}));
            end = [this, dataset = std::move(dataset)] { emit opened(dataset); };
        }
    } catch (const Cancelled&) {
        // Whoever cancelled knows.
    } catch (const std::exception& error) {
        end = [this, folder, message = QString::fromUtf8(error.what())] {
            emit failed(folder, message);
        };
    }
    QMetaObject::invokeMethod(
        this,
        [this, id, end] {
            finish(id);
            if (std::exchange(running_, running_ == id ? 0 : running_) == id && end) end();
        },
        Qt::QueuedConnection);
}

/// The thread has nothing left to do: joining it does not wait.
void OpenJob::finish(std::uint64_t id) {
    runs_.remove_if([id](const Run& run) { return run.id == id; });
}

}  // namespace epochscope::app
