package io.countersign.classify;

import io.countersign.classify.CategoryDetector.Verdict;
import io.countersign.classify.RiskDetector.Risk;
import io.countersign.classify.TextScan.Lead;
import io.countersign.mail.Category;
import io.countersign.mail.Examination;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.Understanding.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds category, evidence, risk, the end of an offer and the start of an event. Immutable, thread-safe, and bounded in
 * work: it looks at the beginning and the end of long mail only.
 */
public final class ClassifyEnricher implements MailEnricher {
    /** From here on the category is {@link Category#SUSPICIOUS} whatever else speaks. */
    public static final int HIGH_RISK = 80;

    private final Detection detection;
    private final SenderHistory history;

    /** Reads the detectors of the data files; a broken one throws {@code CountersignException.Invalid}. */
    public ClassifyEnricher(SenderHistory history) {
        this(Detection.fromResources(), history);
    }

    /** The files on the class path that hold the detectors. */
    public static List<String> dataFiles() {
        return Detection.dataFiles().stream().map(name -> "/classify/" + name).toList();
    }

    ClassifyEnricher(Detection detection, SenderHistory history) {
        this.detection = detection;
        this.history = history;
    }

    @Override
    public Understanding enrich(Examination examined, Understanding soFar) {
        var mail = examined.mail();
        var reading = new Reading(detection.set());
        var leads = detection.read(mail, reading);
        var risk = detection.risk().judge(reading);
        var verdict = guarded(detection.category().judge(reading, usual(mail)), risk);
        var sent = mail.date().orElse(examined.envelope().receivedAt());
        return new Understanding(
                verdict.category(),
                verdict.confidence(),
                verdict.evidence(),
                risk.score(),
                risk.reasons(),
                expiry(verdict, leads, sent),
                event(verdict, mail, sent),
                soFar.ats(),
                soFar.receipts());
    }

    /** What is surely hostile is nothing else, however well it plays its part. */
    private static Verdict guarded(Verdict verdict, Risk risk) {
        if (risk.score() < HIGH_RISK || verdict.category() == Category.SUSPICIOUS) {
            return verdict;
        }
        var evidence = risk.reasons().stream()
                .limit(3)
                .map(reason -> new Evidence("risk", shortened(reason), risk.score() / 20.0))
                .toList();
        return new Verdict(Category.SUSPICIOUS, risk.score() / 100.0, evidence);
    }

    private static String shortened(String reason) {
        return reason.length() <= 120 ? reason : reason.substring(0, 119) + "…";
    }

    private Optional<Category> usual(ParsedMail mail) {
        var address = mail.from().email().toLowerCase(Locale.ROOT);
        return address.isEmpty() ? Optional.empty() : history.usualCategory(address);
    }

    private Optional<Instant> expiry(Verdict verdict, List<Lead> leads, Instant sent) {
        return switch (verdict.category()) {
            case PROMOTION, NEWSLETTER -> detection.expiry().find(leads, sent);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> event(Verdict verdict, ParsedMail mail, Instant sent) {
        var calendar = mail.calendar().flatMap(detection.event()::inCalendar);
        if (mail.calendar().isPresent()) {
            return calendar;
        }
        return switch (verdict.category()) {
            case INTERVIEW, EVENT -> detection.event().inText(mail.subject(), mail.text(), sent);
            default -> Optional.empty();
        };
    }
}
