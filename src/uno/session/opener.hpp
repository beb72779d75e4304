// Opens a file for one piece of work: hidden, on a copy, without a question to anybody.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

#include "uno/session/resources.hpp"

namespace thethuc::uno {

/// A failure that people can do something about; what() is one sentence in their language, naming the file.
class UserError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file opened for one call. It is read from a copy in a folder of its own: the source is never locked and
/// never written, and a lock file that another office left beside it does not matter. Macros never run,
/// links are not followed, nothing asks for a password. Closed at the end. Main thread only.
class OpenedFile {
public:
    /// `url` is a file URL; `called` is what messages call the file, its path where that is empty. Throws UserError.
    OpenedFile(const Context& context, const rtl::OUString& url, const Texts& texts, const std::string& called = {});
    /// A document that is on no disk yet: `content` as a file called `name`, whose ending says what it is. Throws UserError.
    OpenedFile(const Context& context, const Texts& texts, const std::string& name, std::string_view content);
    ~OpenedFile();
    OpenedFile(const OpenedFile&) = delete;
    OpenedFile& operator=(const OpenedFile&) = delete;

    [[nodiscard]] const css::uno::Reference<css::frame::XModel>& model() const noexcept { return model_; }
    /// The source's path; empty for a document that has none.
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] double milliseconds() const noexcept { return milliseconds_; }
    /// The same file once more, as an untitled document in a window of its own that outlives this object and knows nothing of the source. Throws UserError.
    [[nodiscard]] css::uno::Reference<css::frame::XModel> openUntitled(const Context& context, const Texts& texts) const;

private:
    [[nodiscard]] static css::uno::Reference<css::lang::XComponent> load(const Context& context, const std::string& file, bool untitled);
    [[nodiscard]] css::uno::Reference<css::lang::XComponent> loadHidden(const Context& context, const std::string& name);
    void close() noexcept;

    std::string path_;
    std::string folder_, file_;                  ///< of the copy
    css::uno::Reference<css::frame::XModel> model_;
    double milliseconds_ = 0;
};

/// URL of a system path (UTF-8).
[[nodiscard]] rtl::OUString urlOf(const std::string& path);
/// Path of a file URL. Throws UserError where it is none.
[[nodiscard]] std::string pathOf(const rtl::OUString& url, const Texts& texts);

/// Saves a document as odt, fodt, docx or pdf, by the ending of `url`. Throws UserError; never writes to `source`.
void saveAs(const css::uno::Reference<css::frame::XModel>& model, const rtl::OUString& url, const std::string& source,
            const Texts& texts);
/// Throws UserError where saveAs would, without writing.
void checkTarget(const rtl::OUString& url, const std::string& source, const Texts& texts);

}  // namespace thethuc::uno
