package io.countersign.approval;

import io.countersign.learning.FeatureContribution;
import io.countersign.learning.ScorePart;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.policy.Action;
import io.countersign.policy.Clause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An invented tray with mail, reasons and oddities. */
public final class SampleTray {
    private SampleTray() {}

    /** Fills both with the rows of {@link SampleRows#tray()}. */
    public static void fill(InMemoryApprovals stored, InMemoryMail mail) {
        for (var row : SampleRows.tray()) {
            add(stored, mail, row);
        }
    }

    /** Gives every pending proposal a mail and reasons. */
    public static void explainAll(InMemoryApprovals stored, InMemoryMail mail) {
        stored.pending().forEach(row -> add(stored, mail, row));
    }

    private static void add(InMemoryApprovals stored, InMemoryMail mail, PendingRow row) {
        stored.add(row);
        boolean risky = row.action() instanceof Action.QuarantineAttachment;
        stored.explain(row.id(), risky ? risky() : row.policyId() == 1 ? promotion(row) : plain(row));
        mail.add(row.messageId(), understanding(row, risky), mail(row, risky));
    }

    private static Understanding understanding(PendingRow row, boolean risky) {
        return new Understanding(
                risky ? Category.SUSPICIOUS : category(row),
                0.98,
                List.of(),
                risky ? 86 : 4,
                risky
                        ? List.of(
                                "The reply address belongs to another domain than the sender.",
                                "A link shows paypal.com and leads to secure-login.example.",
                                "An attachment can run code: form.docm")
                        : List.of(),
                row.policyId() == 1 ? Optional.of(SampleRows.NOW.minus(Duration.ofDays(10))) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Category category(PendingRow row) {
        return switch ((int) row.policyId()) {
            case 1 -> Category.PROMOTION;
            case 2 -> Category.NEWSLETTER;
            case 3 -> Category.INTERVIEW;
            case 4 -> Category.RECEIPT;
            default -> Category.JOB_ALERT;
        };
    }

    private static Rationale promotion(PendingRow row) {
        return new Rationale(
                "It ended 10 days ago and you archive most of what this shop sends.",
                List.of(
                        new Clause("category is promotion", true, "promotion"),
                        new Clause("expiresAt before now", true, "2026-11-13T23:59:59Z"),
                        new Clause("not starred", true, "false")),
                List.of(
                        new FeatureContribution("sender_domain:" + row.from().domain(), 1.6, 0.08),
                        new FeatureContribution("contains:sale", 0.9, 0.045),
                        new FeatureContribution("category:promotion", 0.6, 0.03),
                        new FeatureContribution("contains:order", -0.4, -0.02)),
                score(row, 0.135));
    }

    private static Rationale plain(PendingRow row) {
        var category = category(row).id();
        return new Rationale(
                "You agreed to this for most mail of this kind.",
                List.of(new Clause("category is " + category, true, category), new Clause("unread", true, "true")),
                List.of(
                        new FeatureContribution("category:" + category, 1.1, 0.05),
                        new FeatureContribution("sender_domain:" + row.from().domain(), 0.3, 0.01)),
                score(row, 0.06));
    }

    private static List<ScorePart> score(PendingRow row, double learned) {
        return List.of(
                new ScorePart(ScorePart.Kind.POLICY, row.confidence() - learned - 0.03),
                new ScorePart(ScorePart.Kind.DECISIONS, 0.03));
    }

    private static Rationale risky() {
        return new Rationale(
                "Its risk is 86 of 100, and its attachment can run code.",
                List.of(
                        new Clause("riskScore at least 70", true, "86"),
                        new Clause("hasAttachment", true, "true"),
                        new Clause("labels does not contain work", false, "work")),
                List.of());
    }

    private static ParsedMail mail(PendingRow row, boolean risky) {
        var attachments = risky
                ? List.of(new ParsedMail.Attachment(1, "form.docm", "application/vnd.ms-word", 48_200))
                : List.of(new ParsedMail.Attachment(1, "terms.pdf", "application/pdf", 120_000));
        return new ParsedMail(
                List.of(),
                row.id() + "@example",
                row.from(),
                List.of(),
                List.of(new Address("", "alex@example.com")),
                List.of(),
                row.subject(),
                Optional.of(row.receivedAt()),
                text(row),
                Optional.of("<p>Hello</p><img src=\"https://pictures.example/1.png\">"),
                Optional.empty(),
                attachments,
                List.of());
    }

    private static String text(PendingRow row) {
        return switch (row.from().name()) {
            case "Nordmann Outdoor" -> """
                    The rain is back, and so is our favourite jacket sale.

                    For 48 hours, every shell and every parka is 30% off, in store and online. Sizes go fast, so don’t wait for the clouds.

                    Code REGEN30, until 13 November, 23:59.
                    https://nordmann-outdoor.example/rain?utm_source=mail

                    > On 2 October you wrote:
                    > Do you still have the blue one in M?

                    --
                    You get this mail because you bought boots in 2024.
                    """;
            case "شركة التوظيف العالمية" -> """
                    السيد المحترم،

                    يسعدنا أن نعرض عليك وظيفة Senior Data Engineer براتب 4950 دولار أسبوعيا.
                    يرجى إرسال بياناتك المصرفية اليوم.
                    """;
            case "Remote Weekly" ->
                "Remote roles of the week, and an essay.\n\n"
                        + ("Time zones are a promise that somebody else keeps for you. ".repeat(12) + "\n\n")
                                .repeat(60);
            default ->
                "Hello Alex,\n\nthis is about “" + row.subject() + "”.\n\nKind regards\n"
                        + row.from().name();
        };
    }
}
