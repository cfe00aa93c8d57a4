#include "app/project/method_page.h"

#include "app/project/kept_map_page.h"
#include "app/project/learned_pages.h"
#include "app/project/pca_page.h"
#include "app/project/spacetime_page.h"
#include "app/project/tsne_page.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QKeySequence>
#include <QLabel>
#include <QRegularExpression>
#include <QSpinBox>

namespace epochscope::app {
namespace {

/// A title without its key, which languages of other letters put in brackets behind it.
QString without_key(QString title) {
    static const QRegularExpression bracketed(QStringLiteral(R"(\s*\(&.\))"));
    return title.remove(bracketed).remove('&');
}

QString with_key(const QString& help, const QString& title) {
    const QString key = QKeySequence::mnemonic(title).toString(QKeySequence::NativeText);
    return key.isEmpty() ? help : help + " (" + key + ')';
}

}  // namespace

MethodPage::MethodPage(const QString& words, QWidget* parent)
    : QWidget(parent), form_(new QFormLayout(this)) {
    auto* label = new QLabel(words, this);
    label->setWordWrap(true);
    // Whatever else the dialog has to show, they are not cut off.
    label->setMinimumHeight(3 * fontMetrics().lineSpacing());
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->addRow(label);
}

QDoubleSpinBox* MethodPage::add_number(const QString& title, const Range& range, double value,
                                       const QString& help) {
    auto* field = new QDoubleSpinBox(this);
    field->setDecimals(range.decimals);
    field->setRange(range.least, range.most);
    field->setSingleStep(range.step);
    field->setValue(value);
    add(title, field, field, help);
    return field;
}

QSpinBox* MethodPage::add_count(const QString& title, const Range& range, int value,
                                const QString& help) {
    auto* field = new QSpinBox(this);
    field->setRange(static_cast<int>(range.least), static_cast<int>(range.most));
    field->setSingleStep(static_cast<int>(range.step));
    field->setValue(value);
    add(title, field, field, help);
    return field;
}

QCheckBox* MethodPage::add_switch(const QString& title, bool on, const QString& help) {
    auto* field = new QCheckBox(title, this);
    field->setChecked(on);
    field->setToolTip(with_key(help, title));
    form_->addRow(field);
    return field;
}

void MethodPage::add(const QString& title, QWidget* field, QWidget* entry, const QString& help) {
    entry->setAccessibleName(without_key(title));
    entry->setToolTip(with_key(help, title));
    auto* label = new QLabel(title, this);
    label->setBuddy(entry);
    form_->addRow(label, field);
}

std::vector<MethodPage*> make_method_pages(QWidget* parent) {
    // The principal components are what is seen of a recording anyway.
    return {new TsnePage(parent), new SpacetimePage(parent), new TimevisPage(parent),
            new DviPage(parent),  new PcaPage(parent),       new KeptMapPage(parent)};
}

}  // namespace epochscope::app
