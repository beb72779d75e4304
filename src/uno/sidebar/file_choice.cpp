#include "uno/sidebar/file_choice.hpp"

#include <utility>

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <com/sun/star/ui/dialogs/XFilterManager.hpp>
#include <osl/file.hxx>

#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

/// The main thread's only.
std::optional<std::string>& given() {
    static std::optional<std::string> path;
    return path;
}

std::optional<std::string> pick(const Context& context, sal_Int16 description, const FileKind& kind, const std::string& proposedName) {
    if (given()) return std::exchange(given(), std::nullopt);
    const css::uno::Reference<css::ui::dialogs::XFilePicker3> picker = css::ui::dialogs::FilePicker::createWithMode(context, description);
    std::string endings = "*." + kind.ending;
    for (auto bar = endings.find('|'); bar != std::string::npos; bar = endings.find('|', bar + 1)) endings.replace(bar, 1, ";*.");
    picker->appendFilter(kind.name, str(endings));
    if (!proposedName.empty()) picker->setDefaultName(str(proposedName + "." + kind.ending));
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK) return std::nullopt;
    const auto files = picker->getSelectedFiles();
    rtl::OUString path;
    if (files.getLength() == 0 || osl::FileBase::getSystemPathFromFileURL(files.getConstArray()[0], path) != osl::FileBase::E_None) return std::nullopt;
    return toUtf8(path);
}

}  // namespace

void answerNextChoice(const std::string& path) { given() = path; }

std::optional<std::string> fileToRead(const Context& context, const FileKind& kind) {
    return pick(context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE, kind, {});
}

std::optional<std::string> fileToWrite(const Context& context, const FileKind& kind, const std::string& proposedName) {
    return pick(context, css::ui::dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION, kind, proposedName);
}

}  // namespace thethuc::uno
