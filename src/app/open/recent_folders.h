#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace epochscope::app {

/// The folders opened last, kept in the settings: the latest first, at most 10, each once.
class RecentFolders : public QObject {
    Q_OBJECT

  public:
    explicit RecentFolders(QObject* parent = nullptr);

    [[nodiscard]] QStringList folders() const;
    void add(const QString& folder);
    void remove(const QString& folder);
    void clear();

    /// Asks for a folder of the list to be opened; one that is not there any more is taken from the
    /// list and told by missing().
    void choose(const QString& folder);
    /// Keeps a menu filled with them.
    void fill(QMenu& menu);

  signals:
    void changed();
    void chosen(const QString& folder);
    void missing(const QString& folder);

  private:
    void store(const QStringList& folders);
};

}  // namespace epochscope::app
