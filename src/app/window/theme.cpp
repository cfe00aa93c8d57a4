#include "app/window/theme.h"

#include "app/widgets/swatch.h"

#include <epochscope/render/contrast.h>

#include <QApplication>
#include <QColor>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace epochscope::app {
namespace {

/// The heading of a group of entries; null for other entries.
const QStyleOptionMenuItem* heading_of(const QStyleOption* option) {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    const bool is_heading = item != nullptr && !item->text.isEmpty() &&
                            item->menuItemType == QStyleOptionMenuItem::Separator;
    return is_heading ? item : nullptr;
}

/// Whether Fusion outlines this element in a shade of the window that cannot be seen on dark
/// ground.
bool has_lost_edge(QStyle::PrimitiveElement element, const QStyleOption& option) {
    const bool is_outlined = element == QStyle::PE_IndicatorCheckBox ||
                             element == QStyle::PE_IndicatorRadioButton ||
                             element == QStyle::PE_FrameLineEdit;
    return is_outlined && !option.state.testFlag(QStyle::State_HasFocus) &&
           option.palette.color(QPalette::Window).lightness() < 128;
}

void draw_edge(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter) {
    const QRectF edge = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (element == QStyle::PE_FrameLineEdit) {
        painter.setPen(option.palette.color(QPalette::Mid));
        painter.drawRoundedRect(edge, 2, 2);
    } else {
        painter.setPen(option.palette.color(QPalette::Disabled, QPalette::WindowText));
        element == QStyle::PE_IndicatorCheckBox ? painter.drawRect(edge)
                                                : painter.drawEllipse(edge);
    }
    painter.restore();
}

/// Fusion without pictures in dialog buttons, since they do not follow the theme, with room for
/// headings in menus, and with chosen tools and the edges of fields and boxes that are seen on dark
/// ground.
class CalmFusion : public QProxyStyle {
  public:
    CalmFusion() : QProxyStyle("Fusion") {}
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override {
        QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (type == CT_MenuItem && heading_of(option) != nullptr)
            whole.setHeight(option->fontMetrics.height() + heading_room);
        return whole;
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        const bool is_chosen = element == PE_PanelButtonTool && option->state.testFlag(State_On);
        if (!is_chosen) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            if (has_lost_edge(element, *option)) draw_edge(element, *option, *painter);
            return;
        }
        QColor accent = option->palette.color(QPalette::Highlight);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(accent);
        accent.setAlphaF(0.25F);
        painter->setBrush(accent);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->restore();
    }

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
        const QStyleOptionMenuItem* heading = element == CE_MenuItem ? heading_of(option) : nullptr;
        if (heading == nullptr) return QProxyStyle::drawControl(element, option, painter, widget);
        const QRect room = option->rect.adjusted(heading_room, 0, -heading_room, -3);
        QColor ink = option->palette.color(QPalette::Text);
        ink.setAlphaF(0.65F);
        painter->setPen(ink);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignBottom, heading->text);
    }

  private:
    /// In logical pixels.
    static constexpr int heading_room = 10;
};

struct Tones {
    QColor window;
    QColor base;
    QColor button;
    QColor text;
    QColor faint;
    QColor accent;
    QColor on_accent;
    QColor edge;
};

QPalette palette_of(const Tones& tones) {
    // Qt derives bevels from these two, the rest is named.
    QPalette palette(tones.button, tones.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText})
        palette.setColor(role, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.window);
    palette.setColor(QPalette::ToolTipBase, tones.button);
    palette.setColor(QPalette::PlaceholderText, tones.faint);
    palette.setColor(QPalette::Highlight, tones.accent);
    palette.setColor(QPalette::HighlightedText, tones.on_accent);
    palette.setColor(QPalette::Link, tones.accent);
    palette.setColor(QPalette::Mid, tones.edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.edge);
    return palette;
}

/// Some dark desktops leave links in the dark blue of light ones.
QPalette legible_links(const QPalette& palette) {
    constexpr double text_contrast = 4.5;
    const Colour link = legible(to_colour(palette.color(QPalette::Link)),
                                to_colour(palette.color(QPalette::Base)), text_contrast);
    QPalette links;
    links.setColor(QPalette::Link, to_qcolor(link));
    return links;
}

}  // namespace

QPalette light_palette() {
    return palette_of({.window = "#f4f5f7",
                       .base = "#ffffff",
                       .button = "#fbfbfc",
                       .text = "#202124",
                       .faint = "#80868b",
                       .accent = "#1a66c9",
                       .on_accent = "#ffffff",
                       .edge = "#c3c7cc"});
}

QPalette dark_palette() {
    return palette_of({.window = "#26292e",
                       .base = "#1b1d21",
                       .button = "#30343a",
                       .text = "#e8eaed",
                       .faint = "#8b9096",
                       .accent = "#6aa9ff",
                       .on_accent = "#101418",
                       .edge = "#5f656e"});
}

void apply_theme(Theme theme) {
    if (dynamic_cast<CalmFusion*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new CalmFusion);
    switch (theme) {
        case Theme::light:
            QApplication::setPalette(light_palette());
            break;
        case Theme::dark:
            QApplication::setPalette(dark_palette());
            break;
        case Theme::system:
            QApplication::setPalette(QPalette());
            QApplication::setPalette(legible_links(QApplication::palette()));
            break;
    }
}

Style themed(Style style) {
    const QPalette palette = QApplication::palette();
    style.canvas = to_colour(palette.color(QPalette::Base));
    style.ink = to_colour(palette.color(QPalette::Text));
    return style;
}

}  // namespace epochscope::app
