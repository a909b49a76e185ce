package io.countersign.classify;

import io.countersign.mail.ParsedMail;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the facts that make mail dangerous: who it claims to come from and what it carries. Links are {@link LinkRisk}. */
final class RiskFacts {
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "scr", "js", "jse", "vbs", "vbe", "bat", "cmd", "com", "pif", "ps1", "hta", "lnk", "msi", "wsf",
            "cpl", "reg");
    private static final Set<String> MACROS = Set.of("docm", "xlsm", "pptm", "dotm", "xltm", "xlam");
    private static final Set<String> IMAGES = Set.of("iso", "img", "vhd", "vhdx", "udf");
    private static final Set<String> ARCHIVES = Set.of("zip", "rar", "7z", "ace", "cab", "gz");
    private static final Set<String> LOCKED =
            Set.of("encrypted", "password", "protected", "passwort", "kennwort", "verschluesselt", "verschlüsselt");
    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png", "txt", "mp3", "htm", "html", "ppt", "gif");

    private final DomainLists domains;
    private final Impersonation impersonation;
    private final LinkRisk links;

    RiskFacts(DomainLists domains) {
        this.domains = domains;
        impersonation = new Impersonation(domains);
        links = new LinkRisk(domains, impersonation);
    }

    void find(MailView view, BiConsumer<Fact, String> sink) {
        boolean list = view.discussionList();
        if (!list) {
            replyTo(view, sink);
            Authentication.of(view.mail()).report(sink);
        }
        impersonation.ofSender(view, sink);
        view.html().ifPresent(scan -> links.find(view, scan, sink));
        files(view.mail(), sink);
    }

    private void replyTo(MailView view, BiConsumer<Fact, String> sink) {
        if (view.domain().isEmpty() || domains.contains("freemail", view.domain())) {
            return;
        }
        for (var reply : view.mail().replyTo()) {
            var domain = reply.domain();
            if (domain.isEmpty() || domains.registered(domain).equals(domains.registered(view.domain()))) {
                continue;
            }
            boolean freemail = domains.contains("freemail", domain);
            // a relay (applicant tracking, survey, shop platform) sends in the name of a person: weaker
            boolean relay = domains.contains("ats", view.domain())
                    || domains.contains("esp", view.domain())
                    || domains.contains("platforms", view.domain());
            if (relay || view.relays().contains(domains.registered(domain))) {
                continue;
            }
            sink.accept(freemail ? Fact.REPLY_TO_FREEMAIL : Fact.REPLY_TO_OTHER, reply.email());
            return;
        }
    }

    private static void files(ParsedMail mail, BiConsumer<Fact, String> sink) {
        int looked = 0;
        for (var file : mail.attachments()) {
            if (looked++ == 100) {
                return;
            }
            var parts = tail(file.name().toLowerCase(Locale.ROOT)).split("\\.", -1);
            if (parts.length < 2) {
                continue;
            }
            var ending = parts[parts.length - 1].strip();
            file(file.name(), ending, sink);
            boolean hidden = parts.length > 2 && DOCUMENTS.contains(parts[parts.length - 2].strip());
            if (hidden && (PROGRAMS.contains(ending) || IMAGES.contains(ending))) {
                sink.accept(Fact.DOUBLE_EXTENSION, file.name());
            }
        }
    }

    private static void file(String name, String ending, BiConsumer<Fact, String> sink) {
        if (PROGRAMS.contains(ending)) {
            sink.accept(Fact.PROGRAM_FILE, name);
        } else if (MACROS.contains(ending)) {
            sink.accept(Fact.MACRO_FILE, name);
        } else if (IMAGES.contains(ending)) {
            sink.accept(Fact.DISK_IMAGE, name);
        } else if (ending.equals("html") || ending.equals("htm") || ending.equals("shtml")) {
            sink.accept(Fact.HTML_FILE, name);
        } else if (ARCHIVES.contains(ending)) {
            sink.accept(Fact.ARCHIVE_FILE, name);
            var lower = tail(name.toLowerCase(Locale.ROOT));
            if (LOCKED.stream().anyMatch(lower::contains)) {
                sink.accept(Fact.LOCKED_ARCHIVE, name);
            }
        }
    }

    private static String tail(String name) {
        return name.length() <= 200 ? name : name.substring(name.length() - 200);
    }
}
