#include "uno/read/metrics.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include <com/sun/star/awt/FontDescriptor.hpp>
#include <com/sun/star/awt/XDevice.hpp>
#include <com/sun/star/awt/XFont.hpp>
#include <com/sun/star/awt/XToolkit.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>

#include "text/widths.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

// Letters that fonts of other metrics get wrong, and Vietnamese ones that fonts of the right metrics may lack.
constexpr std::u32string_view kProbe = U"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc mwil ướ ằẫ";

bool measure(const css::uno::Reference<css::uno::XComponentContext>& context) {
    const css::uno::Reference<css::awt::XToolkit> toolkit(
        context->getServiceManager()->createInstanceWithContext("com.sun.star.awt.Toolkit", context),
        css::uno::UNO_QUERY_THROW);
    const css::uno::Reference<css::awt::XDevice> device(toolkit->createScreenCompatibleDevice(8, 8),
                                                        css::uno::UNO_SET_THROW);
    constexpr sal_Int16 kPixels = 2000;  // one em; large, so that rounding to whole pixels does not matter
    css::awt::FontDescriptor wanted;
    wanted.Name = "Times New Roman";
    wanted.Height = kPixels;
    const css::uno::Reference<css::awt::XFont> font(device->getFont(wanted), css::uno::UNO_SET_THROW);
    constexpr std::int32_t kSize = 10000;  // 1000 pt: one em is 35 278 hmm
    constexpr double kEm = 1000.0 * 2540.0 / 72.0;
    for (const char32_t c : kProbe) {
        const std::u32string_view letter(&c, 1);
        const std::optional<std::int32_t> expected =
            text::timesWidths().width(letter, {.font = "Times New Roman", .size = kSize});
        if (!expected) continue;
        const double actual = font->getStringWidth(str(letter)) / static_cast<double>(kPixels);
        if (std::abs(actual - *expected / kEm) > 0.01) return false;
    }
    return true;
}

}  // namespace

bool hasTimesMetrics(const css::uno::Reference<css::uno::XComponentContext>& context) noexcept {
    static std::optional<bool> known;
    if (!known) known = guarded("font metrics", false, [&] { return measure(context); });
    return *known;
}

}  // namespace thethuc::uno
