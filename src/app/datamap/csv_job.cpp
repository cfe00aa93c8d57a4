#include "app/datamap/csv_job.h"

#include "app/datamap/picked_csv.h"

#include <QDir>

#include <utility>

namespace epochscope::app {

CsvJob::CsvJob(QObject* parent)
    : QObject(parent),
      worker_([this](const Wish& wish, const std::stop_token& stop) -> std::optional<Wish> {
          work(wish, stop);
          return std::nullopt;
      }) {}

void CsvJob::write(const QString& file, std::shared_ptr<const PickedFacts> facts,
                   std::vector<std::size_t> samples) {
    worker_.wish({file, std::move(facts), std::move(samples)});
}

void CsvJob::work(const Wish& wish, const std::stop_token& stop) {
    QString words;
    try {
        write_csv(wish.file.toStdString(), *wish.facts, wish.samples,
                  {.progress = {}, .stop = stop});
        words = tr("Rows written to %1: %2")
                    .arg(QDir::toNativeSeparators(wish.file))
                    .arg(wish.samples.size());
    } catch (const Cancelled&) {
        return;  // The window closes.
    } catch (const std::exception& error) {
        words = tr("The table is not written: %1").arg(QString::fromUtf8(error.what()));
    }
    QMetaObject::invokeMethod(
        this, [this, words] { emit ended(words); }, Qt::QueuedConnection);
}

}  // namespace epochscope::app
