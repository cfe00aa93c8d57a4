#include "app/open/remote_backgrounds.h"

#include "app/messages/message_words.h"
#include "app/open/remote_cache.h"
#include "app/open/remote_download.h"
#include "app/session/session.h"
#include "app/tasks/post.h"
#include "app/widgets/number_words.h"

#include <epochscope/io/background_folder.h>

#include <QThreadPool>

#include <vector>

namespace epochscope::app {

namespace {

const char* const placeholder = "${epoch}";

QUrl url_of(const QString& url_template, std::int64_t epoch) {
    return {url_template.trimmed().replace(placeholder, QString::number(epoch)), QUrl::StrictMode};
}

/// The files that came, opened.
struct Opened {
    std::shared_ptr<const BackgroundSource> source;
    QString problem;
};

Opened open_files(const RemoteCache& cache, const EpochSeries& series) {
    Opened opened;
    try {
        std::vector<std::string> warnings;
        opened.source =
            open_background_files(cache.path_template().toStdString(), series, {}, warnings);
    } catch (const std::exception& error) {
        opened.problem = message_words(error.what());
    }
    return opened;
}

/// One run through all epochs. Its objects die with it.
struct Run {
    Run(QString address, std::shared_ptr<const Dataset> opened)
        : url_template(std::move(address)), cache(url_template), dataset(std::move(opened)) {}

    QString url_template;
    RemoteCache cache;
    std::shared_ptr<const Dataset> dataset;
    std::size_t next = 0;
    int done = 0;
    int came = 0;
    int active = 0;
    QString first_problem;
    /// The parent of its downloads.
    QObject downloads;

    [[nodiscard]] int total() const { return static_cast<int>(dataset->series.epoch_count()); }
};

}  // namespace

struct RemoteBackgrounds::Impl {
    Impl(RemoteBackgrounds& of, Session& shared, const RemoteLimits& bounds)
        : owner(of), session(shared), limits(bounds) {
        pool.setMaxThreadCount(1);
    }
    ~Impl() { pool.waitForDone(); }

    void advance();
    void fetch(std::int64_t epoch);
    void keep(std::int64_t epoch, const RemoteAnswer& answer);
    void count(std::int64_t epoch, const QString& problem);
    void open_all();
    void deliver(const Opened& opened);
    void end(const QString& message);
    [[nodiscard]] QString summary() const;

    /// Works off the GUI thread, then goes on here, unless the run has been dropped by then.
    template <typename Work, typename Then>
    void in_background(Work work, Then then) {
        pool.start([this, work, then, of = number] {
            auto result = work();
            post(&owner, [this, of, then, result] {
                if (run && of == number) then(result);
            });
        });
    }

    RemoteBackgrounds& owner;
    Session& session;
    RemoteLimits limits;
    std::unique_ptr<Run> run;
    /// Counts runs, so that what an older one left is told apart.
    quint64 number = 0;
    QThreadPool pool;
};

void RemoteBackgrounds::Impl::advance() {
    while (run && run->active < limits.at_once && run->next < run->dataset->series.epoch_count()) {
        const std::int64_t epoch = run->dataset->series.epoch(run->next++).number;
        ++run->active;
        fetch(epoch);
    }
    if (run && run->done == run->total()) open_all();
}

void RemoteBackgrounds::Impl::fetch(std::int64_t epoch) {
    const QUrl url = url_of(run->url_template, epoch);
    auto* download = new RemoteDownload(url, run->cache.version_of(epoch), limits, &run->downloads);
    QObject::connect(download, &RemoteDownload::finished, &owner,
                     [this, download, epoch](const RemoteAnswer& answer) {
                         download->deleteLater();
                         if (answer.problem.isEmpty() && !answer.is_unchanged)
                             return keep(epoch, answer);
                         count(epoch, answer.problem);
                         advance();
                     });
}

void RemoteBackgrounds::Impl::keep(std::int64_t epoch, const RemoteAnswer& answer) {
    in_background([cache = run->cache, epoch,
                   answer] { return cache.keep(epoch, answer.bytes, answer.version); },
                  [this, epoch](const QString& problem) {
                      count(epoch, problem);
                      advance();
                  });
}

void RemoteBackgrounds::Impl::count(std::int64_t epoch, const QString& problem) {
    --run->active;
    ++run->done;
    const bool is_there = run->cache.has(epoch);
    if (is_there) ++run->came;
    if (!problem.isEmpty() && run->first_problem.isEmpty())
        run->first_problem =
            (is_there ? tr("epoch %1: %2; the earlier picture is shown") : tr("epoch %1: %2"))
                .arg(epoch)
                .arg(problem);
    emit owner.progressed(run->done, run->total());
}

void RemoteBackgrounds::Impl::open_all() {
    if (run->came == 0) {
        end(summary());
        return;
    }
    in_background(
        [cache = run->cache, series = run->dataset->series] { return open_files(cache, series); },
        [this](const Opened& opened) { deliver(opened); });
}

void RemoteBackgrounds::Impl::deliver(const Opened& opened) {
    QString message = summary();
    if (!opened.problem.isEmpty()) message += ' ' + opened.problem;
    if (opened.source) session.set_backgrounds(opened.source);
    end(message);
}

QString RemoteBackgrounds::Impl::summary() const {
    const QString counts = tr("%1 of %2 backgrounds fetched")
                               .arg(number_words(static_cast<std::size_t>(run->came)),
                                    number_words(static_cast<std::size_t>(run->total())));
    return run->first_problem.isEmpty() ? tr("%1.").arg(counts)
                                        : tr("%1; %2.").arg(counts, run->first_problem);
}

void RemoteBackgrounds::Impl::end(const QString& message) {
    run.reset();
    emit owner.finished(message);
}

RemoteBackgrounds::RemoteBackgrounds(Session& session, QObject* parent)
    : RemoteBackgrounds(session, RemoteLimits{}, parent) {}

RemoteBackgrounds::RemoteBackgrounds(Session& session, const RemoteLimits& limits, QObject* parent)
    : QObject(parent), impl_(std::make_unique<Impl>(*this, session, limits)) {
    connect(&session, &Session::dataset_changed, this, &RemoteBackgrounds::cancel);
}

RemoteBackgrounds::~RemoteBackgrounds() = default;

QString RemoteBackgrounds::problem_with(const QString& url_template) {
    if (url_template.trimmed().isEmpty()) return tr("Type the address of the backgrounds.");
    if (!url_template.contains(placeholder))
        return tr("The address must contain %1 for the epoch's number.").arg(placeholder);
    const QUrl url = url_of(url_template, 1);
    if (!url.isValid() || url.isRelative())
        return tr("This is not an address: %1").arg(url_template.trimmed());
    if (url.scheme() != "http" && url.scheme() != "https")
        return tr("Only http and https addresses can be fetched, not %1.").arg(url.scheme());
    if (url.host().isEmpty()) return tr("The address has no server.");
    if (!url.userInfo().isEmpty())
        return tr("Addresses with a user name or password are not supported.");
    return {};
}

void RemoteBackgrounds::start(const QString& url_template) {
    impl_->run.reset();
    ++impl_->number;
    const QString problem =
        impl_->session.dataset() ? problem_with(url_template) : tr("Open a dataset first.");
    if (!problem.isEmpty()) {
        emit finished(problem);
        return;
    }
    impl_->run = std::make_unique<Run>(url_template.trimmed(), impl_->session.dataset());
    emit progressed(0, impl_->run->total());
    impl_->advance();
}

void RemoteBackgrounds::cancel() {
    if (!impl_->run) return;
    impl_->end(tr("Cancelled: %1 of %2 backgrounds fetched.")
                   .arg(number_words(static_cast<std::size_t>(impl_->run->came)),
                        number_words(static_cast<std::size_t>(impl_->run->total()))));
}

bool RemoteBackgrounds::is_running() const { return impl_->run != nullptr; }

}  // namespace epochscope::app
