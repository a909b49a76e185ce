package io.countersign.approval.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk.Digest;
import io.countersign.approval.trust.TrustDesk.Done;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Trust in the person's language. Reasons are stored as English sentences of this program, which are known here. */
final class TrustWords {
    private static final Pattern DRIFT =
            Pattern.compile("You rejected (\\d{1,9}) of its last (\\d{1,9}) proposals, so it asks again\\.");
    private static final Map<String, String> KNOWN = Map.of(
            "The policy was changed, so it asks again.", "approvals.trust.changed",
            "The approvals that had earned it were taken back, so it asks again.", "approvals.trust.taken.back");
    private static final int NAMED = 3;

    private final Texts texts;
    private final Formats formats;

    TrustWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** {@code “Promotions”: you approved 73 of 73. Do it alone from now on?} */
    String question(PolicyTrust policy) {
        return texts.get(
                "approvals.trust.question",
                OneLine.of(policy.name()),
                formats.number(policy.approved()),
                formats.number(policy.decided()));
    }

    /** {@code “Promotions”: You rejected 3 of its last 4 proposals, so it asks again.} */
    String demoted(PolicyTrust policy) {
        return texts.get(
                "approvals.trust.demoted",
                OneLine.of(policy.name()),
                reason(texts, policy.demoted().orElse("")).orElse(""));
    }

    /** A stored reason in the person's language; empty when it is none of this program's sentences. */
    static Optional<String> reason(Texts texts, String stored) {
        var drift = DRIFT.matcher(stored);
        if (drift.matches()) {
            return Optional.of(texts.get("approvals.trust.drift", drift.group(1), drift.group(2)));
        }
        return Optional.ofNullable(KNOWN.get(stored)).map(texts::get);
    }

    /** {@code Your policies handled 42 mails alone since Monday: Promotions 30, Receipts 12}. */
    String digest(List<Digest> days) {
        var perPolicy = days.stream()
                .flatMap(day -> day.done().stream())
                .collect(Collectors.groupingBy(
                        Done::name, LinkedHashMap::new, Collectors.summingLong(one -> one.acted() - one.undone())));
        var most = perPolicy.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(NAMED)
                .map(entry -> OneLine.of(entry.getKey()) + " " + formats.number(entry.getValue()))
                .collect(Collectors.joining(", "));
        long all = perPolicy.values().stream().mapToLong(Long::longValue).sum();
        return texts.get(
                "approvals.trust.digest",
                all,
                formats.number(all),
                formats.date(days.getFirst().day()),
                perPolicy.size() > NAMED ? most + ", …" : most);
    }
}
