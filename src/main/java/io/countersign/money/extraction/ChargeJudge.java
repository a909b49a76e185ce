package io.countersign.money.extraction;

import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.money.extraction.ChargeSigns.Reading;
import io.countersign.money.extraction.IdFinder.ChargeId;
import java.util.List;
import java.util.Locale;

/** Decides whether a mail is about a charge at all: words, structure and what the classifier made of it add up. */
final class ChargeJudge {
    /** From this risk on a mail is not believed. */
    static final int HIGH_RISK = 50;

    private static final int NEEDED = 7;
    // A total, a number and amounts that add up are a bill in any language.
    private static final int CLEAR = 5;
    // What looks like the letter of a person is about a charge only where its subject says so.
    private static final int UNLIKELY = -5;

    private ChargeJudge() {}

    /** What is clearly no receipt, whatever amounts it has: hostile mail, discussions, answers of people. */
    static boolean isOutOfQuestion(ParsedMail mail, Understanding soFar) {
        if (soFar.riskScore() >= HIGH_RISK) {
            return true;
        }
        boolean answer = mail.header("In-Reply-To").isPresent() && startsWithReply(mail.subject());
        return answer || mail.header("List-Post").isPresent();
    }

    private static boolean startsWithReply(String subject) {
        var head = subject.strip().toLowerCase(Locale.ROOT);
        return head.startsWith("re:") || head.startsWith("aw:") || head.startsWith("sv:") || head.startsWith("antw:");
    }

    /** Points of the classifier's word and of what the mail is made of. */
    static int prior(MoneyWords words, ParsedMail mail, Understanding soFar) {
        int points =
                switch (soFar.category()) {
                    case RECEIPT -> 5;
                    case FINANCE -> 3;
                    case NOTIFICATION, EVENT -> 0;
                    case PROMOTION, NEWSLETTER ->
                        mail.header("List-Unsubscribe").isPresent() ? -5 : -1;
                    case SECURITY -> -2;
                    case PERSONAL -> -1;
                    case SOCIAL -> -2;
                    case SUSPICIOUS -> -5;
                    default -> -6;
                };
        if (startsWithReply(mail.subject())) {
            points -= 4;
        }
        if (ReceiptReading.role(words, mail)) {
            points += 2;
        } else if (mail.html().isEmpty() && isPerson(mail)) {
            points -= isFullName(mail) ? 5 : 3;
        }
        // Anybody can have an address there; who bills from it has to be clearer.
        points -= words.mailProviders().contains(mail.from().domain()) ? 4 : 0;
        boolean elsewhere = mail.replyTo().stream()
                .anyMatch(address -> !address.domain().equals(mail.from().domain()));
        if (elsewhere && mail.header("DKIM-Signature").isEmpty() && mail.html().isEmpty()) {
            points -= 6;
        }
        return points - soFar.riskScore() / 15;
    }

    /** "Sam Roe <sam.roe@...>", and no sign that a machine sent it. */
    private static boolean isPerson(ParsedMail mail) {
        var from = mail.from();
        var local =
                Words.fold(from.email().substring(0, Math.max(0, from.email().lastIndexOf('@'))));
        var words = Words.of(from.name()).stream()
                .map(Words.Word::text)
                .filter(word -> word.length() > 2)
                .toList();
        boolean company = words.stream().anyMatch(from.domain()::contains);
        boolean named = words.stream().filter(local::contains).count() >= Math.min(2, words.size())
                || (words.size() == 2 && (local.equals(words.getFirst()) || local.endsWith(words.getLast())));
        return ((named && !company) || from.name().isEmpty())
                && mail.header("List-Unsubscribe").isEmpty()
                && mail.header("Feedback-ID").isEmpty()
                && mail.header("Auto-Submitted").isEmpty();
    }

    /** "sam.roe@..." is a person even without a name in front. */
    private static boolean isFullName(ParsedMail mail) {
        var email = mail.from().email();
        int at = email.lastIndexOf('@');
        int dot = email.lastIndexOf('.', at);
        return dot > 1
                && at - dot > 2
                && email.substring(0, at).chars().allMatch(c -> c == '.' || Character.isLetter(c));
    }

    /** Points of labelled amounts and identifiers. */
    static int structure(List<LabelledAmount> amounts, List<ChargeId> ids, List<SchemaCharge> schema) {
        int best = amounts.stream().mapToInt(LabelledAmount::weight).max().orElse(0);
        int points = best >= 92 ? 4 : best >= 80 ? 3 : best >= 60 ? 1 : 0;
        int rank = ids.stream()
                .filter(id -> !id.kind().bare())
                .mapToInt(id -> id.kind().rank())
                .max()
                .orElse(0);
        points += rank > 0 ? 3 : ids.isEmpty() ? 0 : 1;
        boolean closes = ClosingSum.of(amounts).isPresent();
        return points + (isBooked(amounts) || closes ? 2 : 0) + (schema.isEmpty() ? 0 : 6);
    }

    /** The total once more behind the card or account that paid it. */
    private static boolean isBooked(List<LabelledAmount> amounts) {
        return amounts.stream()
                .filter(amount -> amount.weight() > 0 && amount.weight() < 60)
                .anyMatch(card -> amounts.stream()
                        .anyMatch(total -> total.weight() >= 80 && total.money().sameAs(card.money())));
    }

    static boolean isCharge(Reading reading, int prior, int structure, List<SchemaCharge> schema) {
        boolean marked = schema.stream()
                .anyMatch(charge -> charge.whole() && charge.money().isPresent());
        boolean unlikely = prior <= UNLIKELY && reading.subject() <= 0;
        boolean said = reading.points() >= 2 || (reading.points() >= 0 && structure >= CLEAR && prior > 0);
        return (reading.points() + prior + structure >= NEEDED && said && !unlikely) || (marked && prior > -4);
    }
}
