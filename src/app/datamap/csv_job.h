#pragma once

#include "app/datamap/picked_rows.h"
#include "app/latest_wins.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace epochscope::app {

/// Writes tables of samples on a thread of its own.
class CsvJob : public QObject {
    Q_OBJECT

  public:
    explicit CsvJob(QObject* parent = nullptr);

    void write(const QString& file, std::shared_ptr<const PickedFacts> facts,
               std::vector<std::size_t> samples);

  signals:
    /// How it ended, in words.
    void ended(const QString& words);

  private:
    struct Wish {
        QString file;
        std::shared_ptr<const PickedFacts> facts;
        std::vector<std::size_t> samples;
    };

    void work(const Wish& wish, const std::stop_token& stop);

    // Last, so that it ends before what it tells.
    LatestWins<Wish> worker_;
};

}  // namespace epochscope::app
