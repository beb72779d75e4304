#include "uno/session/opener.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <osl/file.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/read/snapshot_reader.hpp"

namespace thethuc::uno {

namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

/// The first and, of containers, the last part of a file: enough to tell what it is.
std::string sample(const fs::path& path) {
    constexpr std::streamsize kPart = 1 << 20;
    std::ifstream file(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(kPart), '\0');
    file.read(bytes.data(), kPart);
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

bool startsWith(std::string_view bytes, std::string_view magic) { return bytes.substr(0, magic.size()) == magic; }

bool isImage(std::string_view bytes) {
    return startsWith(bytes, "\x89PNG\r\n"sv) || startsWith(bytes, "\xFF\xD8\xFF"sv) || startsWith(bytes, "GIF8"sv) ||
           startsWith(bytes, "II*\0"sv) || startsWith(bytes, "MM\0*"sv) || startsWith(bytes, "BM"sv) ||
           (startsWith(bytes, "RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv);
}

std::string utf16(std::string_view ascii) {
    std::string result;
    for (const char c : ascii) {
        result += c;
        result += '\0';
    }
    return result;
}

/// Only called for files that did not open: which of them have a password?
bool hasPassword(const fs::path& path, std::string_view bytes) {
    if (startsWith(bytes, "PK"sv)) {
        // ODF keeps the fact in META-INF/manifest.xml, compressed. The office says it best: an encrypted
        // package has entries whose bytes are stored, not deflated, although they are XML.
        const std::size_t content = bytes.find("content.xml");
        if (content != std::string_view::npos && content >= 30) {
            const std::string_view header = bytes.substr(content - 30, 30);
            const bool local = startsWith(header, "PK\x03\x04"sv);
            const bool stored = header[8] == 0 && header[9] == 0;
            const std::string_view data = bytes.substr(content + 11, 5);
            return local && stored && data != "<?xml"sv;
        }
        return bytes.find("encrypted-package"sv) != std::string_view::npos;
    }
    if (startsWith(bytes, "\xD0\xCF\x11\xE0"sv)) {
        if (bytes.find(utf16("EncryptedPackage")) != std::string_view::npos) return true;
        // a Word binary: the flag fEncrypted of its file information block, at the start of some sector
        constexpr std::size_t kSector = 0x200;
        for (std::size_t at = kSector; at + 12 <= bytes.size(); at += kSector) {
            if (bytes[at] == '\xEC' && bytes[at + 1] == '\xA5') return (bytes[at + 11] & 0x01) != 0;
        }
        return false;
    }
    (void)path;
    return false;
}

fs::path temporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "thethuc-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw fs::filesystem_error("mkdtemp", std::error_code(errno, std::generic_category()));
    return pattern;
}

bool supports(const css::uno::Reference<css::uno::XInterface>& object, const char* service) {
    const css::uno::Reference<css::lang::XServiceInfo> info(object, css::uno::UNO_QUERY);
    return info.is() && info->supportsService(rtl::OUString::createFromAscii(service));
}

void closeModel(const css::uno::Reference<css::uno::XInterface>& model) noexcept {
    const bool closed = guarded("close", [&] {
        const css::uno::Reference<css::util::XCloseable> closeable(model, css::uno::UNO_QUERY_THROW);
        closeable->close(true);
    });
    if (closed) return;
    guarded("close", [&] {
        const css::uno::Reference<css::lang::XComponent> component(model, css::uno::UNO_QUERY_THROW);
        component->dispose();
    });
}

struct Format {
    std::string_view ending;
    const char* filter;
};
constexpr std::array<Format, 4> kFormats{{{".odt", "writer8"},
                                          {".fodt", "OpenDocument Text Flat XML"},
                                          {".docx", "MS Word 2007 XML"},
                                          {".pdf", "writer_pdf_Export"}}};

const Format* formatOf(const std::string& path) {
    std::string ending = fs::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.ending == ending; });
    return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace

rtl::OUString urlOf(const std::string& path) {
    rtl::OUString url;
    osl::FileBase::getFileURLFromSystemPath(str(path), url);
    return url;
}

std::string pathOf(const rtl::OUString& url, const Texts& texts) {
    rtl::OUString path;
    if (!url.startsWithIgnoreAsciiCase("file:") ||
        osl::FileBase::getSystemPathFromFileURL(url, path) != osl::FileBase::E_None) {
        throw UserError(texts("error.not-found", {toUtf8(url)}));
    }
    return toUtf8(path);
}

OpenedFile::OpenedFile(const Context& context, const rtl::OUString& url, const Texts& texts, const std::string& called)
    : path_(pathOf(url, texts)) {
    const std::string name = called.empty() ? path_ : called;
    const fs::path source(path_);
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (!fs::exists(status)) throw UserError(texts("error.not-found", {name}));
    if (fs::is_directory(status)) throw UserError(texts("error.folder", {name}));
    if (!fs::is_regular_file(status)) throw UserError(texts("error.not-readable", {name}));
    if (fs::file_size(source, error) == 0 && !error) throw UserError(texts("error.empty-file", {name}));
    if (!std::ifstream(source, std::ios::binary)) throw UserError(texts("error.not-readable", {name}));
    const std::string bytes = sample(source);
    if (isImage(bytes)) throw UserError(texts("error.image", {name}));

    try {
        const fs::path folder = temporaryFolder();
        folder_ = folder.string();
        fs::copy_file(source, folder / source.filename());
    } catch (const fs::filesystem_error&) {
        close();
        throw UserError(texts("error.locked", {name}));
    }

    const css::uno::Reference<css::lang::XComponent> component = loadHidden(context, source.filename().string());
    if (component.is() && isTextDocument(component)) {
        model_.set(component, css::uno::UNO_QUERY);
        return;
    }
    const bool other = component.is();
    const bool sheet = supports(component, "com.sun.star.sheet.SpreadsheetDocument") ||
                       supports(component, "com.sun.star.presentation.PresentationDocument");
    if (other) closeModel(component);
    close();
    if (sheet) throw UserError(texts("error.spreadsheet", {name}));
    if (other) throw UserError(texts("error.not-text", {name}));
    if (hasPassword(source, bytes)) throw UserError(texts("error.password", {name}));
    throw UserError(texts("error.cannot-open", {name}));
}

OpenedFile::OpenedFile(const Context& context, const Texts& texts, const std::string& name, std::string_view content) {
    try {
        folder_ = temporaryFolder().string();
        std::ofstream file;
        file.exceptions(std::ios::failbit | std::ios::badbit);
        file.open(fs::path(folder_) / name, std::ios::binary);
        file << content;
        file.close();
    } catch (const std::ios::failure&) {
        close();
        throw UserError(texts("error.out-write", {name}));
    }
    const css::uno::Reference<css::lang::XComponent> component = loadHidden(context, name);
    model_.set(component, css::uno::UNO_QUERY);
    if (component.is() && isTextDocument(component)) return;
    close();
    throw UserError(texts("error.cannot-open", {name}));
}

/// Loads a file; nothing where the office cannot.
css::uno::Reference<css::lang::XComponent> OpenedFile::load(const Context& context, const std::string& file, bool untitled) {
    std::vector<css::beans::PropertyValue> how{argument("OnMainThread", true), argument("MacroExecutionMode", css::document::MacroExecMode::NEVER_EXECUTE),
                                               argument("UpdateDocMode", css::document::UpdateDocMode::NO_UPDATE)};
    how.push_back(untitled ? argument("AsTemplate", true) : argument("Hidden", true));
    css::uno::Reference<css::lang::XComponent> component;
    try {
        component = css::frame::Desktop::create(context)->loadComponentFromURL(urlOf(file), "_blank", 0, seq(how));
    } catch (...) {
        log("load", describeCurrentException());
    }
    return component;
}

css::uno::Reference<css::lang::XComponent> OpenedFile::loadHidden(const Context& context, const std::string& name) {
    const auto start = std::chrono::steady_clock::now();
    file_ = (fs::path(folder_) / name).string();
    css::uno::Reference<css::lang::XComponent> component = load(context, file_, false);
    milliseconds_ = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return component;
}

css::uno::Reference<css::frame::XModel> OpenedFile::openUntitled(const Context& context, const Texts& texts) const {
    const css::uno::Reference<css::frame::XModel> model(load(context, file_, true), css::uno::UNO_QUERY);
    if (!model.is()) throw UserError(texts("error.cannot-open", {path_}));
    return model;
}

OpenedFile::~OpenedFile() { close(); }

void OpenedFile::close() noexcept {
    if (model_.is()) closeModel(model_);
    model_.clear();
    if (folder_.empty()) return;
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    folder_.clear();
}

void checkTarget(const rtl::OUString& url, const std::string& source, const Texts& texts) {
    if (url.isEmpty()) throw UserError(texts("error.out-missing"));
    const std::string path = pathOf(url, texts);
    if (formatOf(path) == nullptr) throw UserError(texts("error.out-format", {path}));
    std::error_code error;
    if (!source.empty() && (fs::path(path).lexically_normal() == fs::path(source).lexically_normal() ||
                            (fs::exists(path, error) && fs::equivalent(path, source, error)))) {
        throw UserError(texts("error.out-same", {source}));
    }
    if (fs::is_directory(path, error) || !fs::is_directory(fs::path(path).parent_path(), error)) {
        throw UserError(texts("error.out-write", {path}));
    }
}

void saveAs(const css::uno::Reference<css::frame::XModel>& model, const rtl::OUString& url, const std::string& source,
            const Texts& texts) {
    checkTarget(url, source, texts);
    const std::string path = pathOf(url, texts);
    try {
        const css::uno::Reference<css::frame::XStorable> storable(model, css::uno::UNO_QUERY_THROW);
        std::vector<css::beans::PropertyValue> how{argument("FilterName", rtl::OUString::createFromAscii(formatOf(path)->filter)), argument("Overwrite", true)};
        // Guiding text that is still to be filled in shows in a PDF, too: a hole would say nothing.
        if (formatOf(path)->ending == ".pdf") {
            how.push_back(argument("FilterData", seq<css::beans::PropertyValue>({argument("ExportPlaceholders", true)})));
        }
        storable->storeToURL(url, seq(how));
    } catch (...) {
        log("store", describeCurrentException());
        throw UserError(texts("error.out-write", {path}));
    }
}

}  // namespace thethuc::uno
