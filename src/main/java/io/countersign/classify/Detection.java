package io.countersign.classify;

import io.countersign.classify.TextScan.Lead;
import io.countersign.mail.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All detectors together, compiled from the data files. Immutable and thread-safe. */
final class Detection {
    private static final String CALENDAR = "calendar.txt";
    private static final List<String> DETECTORS =
            List.of("structure.txt", "job.txt", "mail.txt", "expiry.txt", "risk.txt");

    private static final int MAX_HEADERS = 500;
    private static final int MAX_VALUE = 2_000;

    private final DomainLists domains;
    private final DetectorSet set;
    private final CategoryDetector category;
    private final RiskDetector risk;
    private final ExpiryFinder expiry;
    private final EventFinder event;
    private final TextScan words;
    private final FactFinder facts = new FactFinder();
    private final RiskFacts riskFacts;

    Detection(DomainLists domains, DetectorSet set, CalendarWords calendar) {
        this.domains = domains;
        this.set = set;
        category = new CategoryDetector(set);
        risk = new RiskDetector(set);
        expiry = new ExpiryFinder(calendar);
        event = new EventFinder(calendar);
        words = new TextScan(set);
        riskFacts = new RiskFacts(domains);
    }

    static Detection fromResources() {
        var domains = DomainLists.load();
        var compiler = new DetectorCompiler(domains);
        DETECTORS.forEach(name -> compiler.add(DataFile.resource(name)));
        return new Detection(domains, compiler.compile(), CalendarWords.with());
    }

    /** Names of the data files, below {@code /classify}. */
    static List<String> dataFiles() {
        return Stream.concat(Stream.of(DomainLists.DOMAINS, DomainLists.BRANDS, CALENDAR), DETECTORS.stream())
                .toList();
    }

    DetectorSet set() {
        return set;
    }

    CategoryDetector category() {
        return category;
    }

    RiskDetector risk() {
        return risk;
    }

    ExpiryFinder expiry() {
        return expiry;
    }

    EventFinder event() {
        return event;
    }

    /** Looks at everything once and decides the detectors; returns phrases that announce an end. */
    List<Lead> read(ParsedMail mail, Reading reading) {
        var view = MailView.of(mail, domains);
        headers(mail, reading);
        sender(view, reading);
        facts.find(view, (fact, seen) -> reading.see(set.exact("fact", fact.id()), seen));
        riskFacts.find(view, (fact, seen) -> reading.see(set.exact("fact", fact.id()), seen));
        var leads = words.scan(mail, reading);
        reading.conclude();
        leads.removeIf(lead -> !reading.fired(lead.detector()));
        return leads;
    }

    private void headers(ParsedMail mail, Reading reading) {
        int read = 0;
        for (var header : mail.headers()) {
            if (read++ == MAX_HEADERS) {
                return;
            }
            for (var pattern : set.header(header.name().toLowerCase(Locale.ROOT))) {
                int colon = pattern.text().indexOf(':');
                if (colon < 0
                        || contains(
                                header.content(),
                                pattern.text().substring(colon + 1).strip())) {
                    reading.see(pattern.id(), header.name() + ": " + bounded(header.content(), 100));
                }
            }
        }
    }

    private static boolean contains(String content, String part) {
        return bounded(content, MAX_VALUE).toLowerCase(Locale.ROOT).contains(part);
    }

    private static String bounded(String value, int length) {
        return value.length() <= length ? value : value.substring(0, length);
    }

    private void sender(MailView view, Reading reading) {
        suffixes("sender", view.domain(), reading);
        view.relays().forEach(relay -> suffixes("relay", relay, reading));
        for (var part : PhraseSyntax.words(bounded(view.local(), 64))) {
            reading.see(set.exact("local", part), view.mail().from().email());
        }
        for (var file : view.mail().attachments().stream().limit(100).toList()) {
            var name = bounded(file.name(), 300).toLowerCase(Locale.ROOT);
            reading.see(set.exact("file", name.substring(name.lastIndexOf('.') + 1)), file.name());
        }
    }

    private void suffixes(String kind, String domain, Reading reading) {
        String rest = domain;
        for (int labels = 0; labels < 8 && !rest.isEmpty(); labels++) {
            reading.see(set.exact(kind, rest), domain);
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
    }
}
