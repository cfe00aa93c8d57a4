// Without Qt, whose macros change the names of GLib.
#include "app/figure/pdf.h"

#include <epochscope/model/error.h>

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <librsvg/rsvg.h>

#include <memory>

namespace epochscope::app {

namespace {

constexpr double pixels_an_inch = 96;
constexpr double points_a_pixel = 72 / pixels_an_inch;

struct Release {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* painter) const { cairo_destroy(painter); }
    void operator()(GError* error) const { g_error_free(error); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Release>;

[[noreturn]] void fail(std::string_view reason) {
    throw Error("PDF", "cannot be written (", reason, ")");
}

[[noreturn]] void fail(GError* error) {
    const Owned<GError> owned(error);
    fail(std::string_view(owned ? owned->message : "librsvg says no more"));
}

Owned<RsvgHandle> read(std::string_view svg) {
    const Owned<GInputStream> stream(
        g_memory_input_stream_new_from_data(svg.data(), static_cast<gssize>(svg.size()), nullptr));
    GError* error = nullptr;
    // Embedded pictures are longer than its limit for files of others.
    Owned<RsvgHandle> handle(rsvg_handle_new_from_stream_sync(
        stream.get(), nullptr, RSVG_HANDLE_FLAG_UNLIMITED, nullptr, &error));
    if (!handle) fail(error);
    rsvg_handle_set_dpi(handle.get(), pixels_an_inch);
    return handle;
}

cairo_status_t append(void* pdf, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(pdf)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string pdf_of(std::string_view svg) {
    const Owned<RsvgHandle> handle = read(svg);
    double width = 0;
    double height = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) == 0)
        fail(std::string_view("the SVG has no size"));
    const RsvgRectangle page{0, 0, width * points_a_pixel, height * points_a_pixel};
    std::string pdf;
    const Owned<cairo_surface_t> surface(
        cairo_pdf_surface_create_for_stream(append, &pdf, page.width, page.height));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
    {
        const Owned<cairo_t> painter(cairo_create(surface.get()));
        GError* error = nullptr;
        if (rsvg_handle_render_document(handle.get(), painter.get(), &page, &error) == 0)
            fail(error);
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get());
        status != CAIRO_STATUS_SUCCESS)
        fail(std::string_view(cairo_status_to_string(status)));
    return pdf;
}

}  // namespace epochscope::app
