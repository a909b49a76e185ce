package io.countersign.classify;

import io.countersign.mail.ParsedMail;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the facts about structure and headers that say what a mail is for. Stateless. */
final class FactFinder {
    private static final int SHORT = 400;
    private static final int MANY_RECIPIENTS = 12;
    private static final Set<String> PERSONAL_SOFTWARE = Set.of(
            "thunderbird",
            "outlook",
            "apple mail",
            "iphone mail",
            "mutt",
            "evolution",
            "gnus",
            "kmail",
            "claws",
            "eudora");

    /** Hands each fact to {@code sink} with the words that show it. */
    void find(MailView view, BiConsumer<Fact, String> sink) {
        structure(view, sink);
        conversation(view, sink);
        recipients(view.mail(), sink);
        files(view.mail(), sink);
        calendar(view.mail(), sink);
        if (view.mail().text().length() < SHORT) {
            sink.accept(Fact.SHORT_TEXT, view.mail().text().length() + " characters");
        }
        if (shouts(view.mail().subject())) {
            sink.accept(Fact.SHOUTING, view.mail().subject());
        }
    }

    private static void structure(MailView view, BiConsumer<Fact, String> sink) {
        view.html()
                .ifPresentOrElse(
                        scan -> html(scan, sink), () -> plain(view.mail().text(), sink));
    }

    private static void html(HtmlScan scan, BiConsumer<Fact, String> sink) {
        sink.accept(Fact.HTML, "HTML");
        links(scan.linkCount(), sink);
        when(scan.imageCount() >= 2, Fact.IMAGES_SOME, scan.imageCount() + " images", sink);
        when(scan.imageCount() >= 8, Fact.IMAGES_MANY, scan.imageCount() + " images", sink);
        when(scan.tableCount() >= 3, Fact.TABLE_LAYOUT, scan.tableCount() + " tables", sink);
        when(scan.pixel(), Fact.PIXEL, "an image of one pixel", sink);
        when(scan.schemaOrder(), Fact.SCHEMA_ORDER, "schema.org order", sink);
        when(scan.schemaEvent(), Fact.SCHEMA_EVENT, "schema.org event", sink);
        for (var link : scan.links()) {
            if (unsubscribes(link)) {
                sink.accept(Fact.UNSUBSCRIBE_LINK, link.text().isEmpty() ? link.target() : link.text());
                return;
            }
        }
    }

    private static boolean unsubscribes(HtmlScan.Link link) {
        return says(link.text()) || says(link.target());
    }

    private static boolean says(String text) {
        // without first letters, which may be capitals
        return text.contains("nsub")
                || text.contains("NSUB")
                || text.contains("pt-out")
                || text.contains("ptout")
                || text.contains("bmeld")
                || text.contains("bbestell");
    }

    private static void plain(String text, BiConsumer<Fact, String> sink) {
        int count = 0;
        int limit = Math.min(text.length(), TextScan.HEAD);
        for (int at = text.indexOf("://", 0, limit); at >= 0; at = text.indexOf("://", at + 3, limit)) {
            count++;
        }
        links(count, sink);
    }

    private static void links(int count, BiConsumer<Fact, String> sink) {
        when(count >= 3, Fact.LINKS_SOME, count + " links", sink);
        when(count >= 8, Fact.LINKS_MANY, count + " links", sink);
    }

    private static void conversation(MailView view, BiConsumer<Fact, String> sink) {
        var mail = view.mail();
        var subject = mail.subject().toLowerCase(Locale.ROOT);
        boolean reply = subject.startsWith("re:") || subject.startsWith("aw:");
        when(view.replied(), Fact.IN_THREAD, "In-Reply-To or References", sink);
        when(reply && !view.replied(), Fact.FAKE_REPLY, mail.subject(), sink);
        when(
                subject.startsWith("fw:") || subject.startsWith("fwd:") || subject.startsWith("wg:"),
                Fact.FORWARDED,
                mail.subject(),
                sink);
        when(quotes(mail.text()), Fact.QUOTES, "quoted text", sink);
        var software = mail.header("User-Agent")
                .or(() -> mail.header("X-Mailer"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!software.isEmpty() && PERSONAL_SOFTWARE.stream().anyMatch(software::contains)) {
            sink.accept(Fact.PERSON_LIKE, software);
        }
        var automatic = mail.header("Auto-Submitted").orElse("no");
        when(!automatic.toLowerCase(Locale.ROOT).startsWith("no"), Fact.AUTOMATIC, automatic, sink);
    }

    private static boolean quotes(String text) {
        int limit = Math.min(text.length(), TextScan.HEAD);
        return text.indexOf("\n>", 0, limit) >= 0
                || text.indexOf("-----Original Message", 0, limit) >= 0
                || text.indexOf("wrote:\n", 0, limit) >= 0
                || text.indexOf(" schrieb:\n", 0, limit) >= 0
                || text.indexOf("- Forwarded by", 0, limit) >= 0;
    }

    private static void recipients(ParsedMail mail, BiConsumer<Fact, String> sink) {
        int count = mail.to().size() + mail.cc().size();
        when(count >= MANY_RECIPIENTS, Fact.MANY_RECIPIENTS, count + " recipients", sink);
        when(count == 0, Fact.NO_RECIPIENT, "no recipient is named", sink);
    }

    private static void files(ParsedMail mail, BiConsumer<Fact, String> sink) {
        int looked = 0;
        for (var file : mail.attachments()) {
            if (looked++ == 100) {
                return;
            }
            var name = file.name().toLowerCase(Locale.ROOT);
            sink.accept(Fact.ATTACHMENT, file.name());
            boolean document = name.endsWith(".pdf") || name.endsWith(".doc") || name.endsWith(".docx");
            when(
                    document && (name.contains("invoice") || name.contains("receipt") || name.contains("rechnung")),
                    Fact.INVOICE_FILE,
                    file.name(),
                    sink);
            when(
                    document && (name.contains("resume") || name.contains("lebenslauf") || name.startsWith("cv")),
                    Fact.RESUME_FILE,
                    file.name(),
                    sink);
        }
    }

    private static void calendar(ParsedMail mail, BiConsumer<Fact, String> sink) {
        mail.calendar().ifPresent(calendar -> {
            sink.accept(Fact.CALENDAR, "calendar entry");
            when(calendar.contains("METHOD:CANCEL"), Fact.CALENDAR_CANCELLED, "METHOD:CANCEL", sink);
        });
    }

    private static boolean shouts(String subject) {
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < Math.min(subject.length(), 200); i++) {
            char c = subject.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 12 && capitals * 10 >= letters * 8;
    }

    private static void when(boolean condition, Fact fact, String seen, BiConsumer<Fact, String> sink) {
        if (condition) {
            sink.accept(fact, seen);
        }
    }
}
