#include "uno/options/options_page.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <cppuhelper/supportsservice.hxx>
#include <osl/file.hxx>

#include "app/profile_store.hpp"
#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"
#include "uno/sidebar/panel.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;
using Page = Reference<css::awt::XControlContainer>;

constexpr std::array kLanguages{"auto", "vi", "en"};

/// A check box of the page and the setting that it shows.
struct Switch {
    const char* name;
    bool (*kept)(const Context&);
    void (*keep)(const Context&, bool);
};
constexpr std::array kSwitches{Switch{"check-again", checksAgain, keepChecksAgain}, Switch{"remember-cited", remembersCited, rememberCited},
                               Switch{"tag-citations", tagsCitations, tagCitations}, Switch{"update-on-save", updatesOnSave, keepUpdatesOnSave}};

Reference<css::uno::XInterface> modelOf(const Page& page, const char* name) {
    const Reference<css::awt::XControl> control = page->getControl(rtl::OUString::createFromAscii(name));
    return control.is() ? Reference<css::uno::XInterface>(control->getModel(), css::uno::UNO_QUERY) : Reference<css::uno::XInterface>();
}

void setEntries(const Page& page, const char* name, const std::vector<rtl::OUString>& entries, std::size_t chosen) {
    const Reference<css::uno::XInterface> model = modelOf(page, name);
    set(model, "StringItemList", seq(entries));
    set(model, "SelectedItems", seq<sal_Int16>({static_cast<sal_Int16>(chosen)}));
}

std::size_t chosenEntry(const Page& page, const char* name) {
    const auto chosen = getOr<css::uno::Sequence<sal_Int16>>(modelOf(page, name), "SelectedItems", {});
    return chosen.getLength() == 0 || chosen.getConstArray()[0] < 0 ? 0 : static_cast<std::size_t>(chosen.getConstArray()[0]);
}

}  // namespace

sal_Bool SAL_CALL OptionsPage::callHandlerMethod(const Reference<css::awt::XWindow>& window, const css::uno::Any& event, const rtl::OUString& method) {
    return guarded("options", false, [&] {
        if (method == "open-profiles") {
            openFolder(profileFolder(context_));
            return true;
        }
        if (method != "external_event") return false;
        const Page page(window, css::uno::UNO_QUERY_THROW);
        const auto what = asOr<rtl::OUString>(event, {});
        if (what == "initialize" || what == "back") fill(page);
        else if (what == "ok") keep(page);
        else return false;
        return true;
    });
}

void OptionsPage::fill(const Page& page) {
    const Texts texts{report::languageOf(language(context_))};
    const auto say = [&](const std::string& key) { return str(texts(key)); };
    for (const char* name : {"language-label", "language-note", "profile-label", "profile-note", "open-profiles"}) {
        set(modelOf(page, name), "Label", say(std::string("options.") + name));
    }
    for (const char* name : {"language", "profile", "open-profiles"}) {
        set(modelOf(page, name), "HelpText", say(std::string("options.") + name + ".help"));
    }
    const auto language = std::find(kLanguages.begin(), kLanguages.end(), chosenLanguage(context_));
    std::vector<rtl::OUString> entries;
    for (const char* one : kLanguages) entries.push_back(say(std::string("options.language.") + one));
    setEntries(page, "language", entries, language == kLanguages.end() ? 0 : static_cast<std::size_t>(language - kLanguages.begin()));
    for (const Switch& one : kSwitches) {
        const Reference<css::uno::XInterface> model = modelOf(page, one.name);
        set(model, "Label", say(std::string("options.") + one.name));
        set(model, "HelpText", say(std::string("options.") + one.name + ".help"));
        set(model, "State", static_cast<sal_Int16>(one.kept(context_) ? 1 : 0));
    }

    const std::string chosen = chosenProfile(context_);
    entries.clear();
    profiles_.clear();
    std::size_t at = 0;
    for (const app::ProfileStore::Entry& one : app::ProfileStore(profileFolder(context_), texts.language).list()) {
        if (one.id == chosen) at = profiles_.size();
        profiles_.push_back(one.id);
        entries.push_back(str(one.name));
    }
    // The panel takes the first file where none was chosen, and so does the page.
    if (entries.empty()) entries.push_back(say("draft.profile.none"));
    setEntries(page, "profile", entries, at);
}

void OptionsPage::keep(const Page& page) {
    // Only what differs is written: the settings of a person who never opens this page stay the program's own.
    const std::string language = kLanguages.at(std::min(chosenEntry(page, "language"), kLanguages.size() - 1));
    if (language != chosenLanguage(context_)) keepLanguage(context_, language);
    for (const Switch& one : kSwitches) {
        const bool on = getOr<sal_Int16>(modelOf(page, one.name), "State", 0) == 1;
        if (on != one.kept(context_)) one.keep(context_, on);
    }
    const std::size_t profile = chosenEntry(page, "profile");
    if (profile < profiles_.size() && profiles_[profile] != chosenProfile(context_)) chooseProfile(context_, profiles_[profile]);
    for (const rtl::Reference<Panel>& panel : Panel::all()) guarded("options", [&] { panel->settingsChanged(); });
}

void OptionsPage::openFolder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(std::u8string(folder.begin(), folder.end())), error);
    rtl::OUString url;
    if (osl::FileBase::getFileURLFromSystemPath(str(folder), url) != osl::FileBase::E_None) return;
    css::system::SystemShellExecute::create(context_)->execute(url, {}, css::system::SystemShellExecuteFlags::URIS_ONLY);
}

css::uno::Sequence<rtl::OUString> SAL_CALL OptionsPage::getSupportedMethodNames() {
    return seq<rtl::OUString>({"external_event", "open-profiles"});
}

rtl::OUString SAL_CALL OptionsPage::getImplementationName() { return "vn.thethuc.comp.OptionsPage"; }
sal_Bool SAL_CALL OptionsPage::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
css::uno::Sequence<rtl::OUString> SAL_CALL OptionsPage::getSupportedServiceNames() { return seq<rtl::OUString>({"vn.thethuc.OptionsPage"}); }

}  // namespace thethuc::uno
