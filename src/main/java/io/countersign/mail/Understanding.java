package io.countersign.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the detectors make of a mail; a rescan replaces it as a whole.
 *
 * @param categoryConfidence 0..1
 * @param evidence what the category rests on, strongest first
 * @param riskScore 0 (nothing odd) to 100 (surely hostile)
 * @param riskReasons why, each a text key with its arguments already filled in, in English
 * @param expiresAt when an offer in the mail ends
 * @param eventAt when an event that the mail announces begins
 * @param receipts the charges it speaks of, in the order of the mail
 */
public record Understanding(
        Category category,
        double categoryConfidence,
        List<Evidence> evidence,
        int riskScore,
        List<String> riskReasons,
        Optional<Instant> expiresAt,
        Optional<Instant> eventAt,
        Optional<AtsFacts> ats,
        List<ReceiptFacts> receipts) {
    public Understanding {
        evidence = List.copyOf(evidence);
        riskReasons = List.copyOf(riskReasons);
        receipts = List.copyOf(receipts);
    }

    /**
     * One observation behind a category.
     *
     * @param detector the rule in the data file that saw it
     * @param seen the header, phrase or structure that was seen, at most 120 characters
     * @param weight how much it counted, in log-odds
     */
    public record Evidence(String detector, String seen, double weight) {}

    /** Before any detector ran: personal, without confidence. */
    public static Understanding unknown() {
        return new Understanding(
                Category.PERSONAL,
                0,
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The first charge it speaks of. */
    public Optional<ReceiptFacts> receipt() {
        return receipts.stream().filter(receipt -> !receipt.isDismissed()).findFirst();
    }

    public Understanding withReceipts(List<ReceiptFacts> receipts) {
        return new Understanding(
                category, categoryConfidence, evidence, riskScore, riskReasons, expiresAt, eventAt, ats, receipts);
    }

    /** The same, with what it says about an application. */
    public Understanding withAts(AtsFacts facts) {
        return withAts(Optional.of(facts));
    }

    /** The same, with what it says about an application, if anything. */
    public Understanding withAts(Optional<AtsFacts> facts) {
        return new Understanding(
                category, categoryConfidence, evidence, riskScore, riskReasons, expiresAt, eventAt, facts, receipts);
    }

    /** The same, with another risk for the given reasons. */
    public Understanding withRisk(int score, List<String> reasons) {
        return new Understanding(
                category, categoryConfidence, evidence, score, reasons, expiresAt, eventAt, ats, receipts);
    }

    /** The same, of another category for the given reasons. */
    public Understanding withCategory(Category category, double confidence, List<Evidence> evidence) {
        return new Understanding(
                category, confidence, evidence, riskScore, riskReasons, expiresAt, eventAt, ats, receipts);
    }
}
