package io.countersign.money;

import io.countersign.mail.ReceiptKind;
import io.countersign.shared.text.TextFold;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two mails of one merchant that state the same amount are about one charge. Two of a kind from one template are
 * not: they may be a double charge, which is for {@link DuplicateFinder} to say.
 */
final class Resemblance {
    private static final int DAYS = 4;
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration RESENT = Duration.ofMinutes(10);
    private static final double SAME_TEMPLATE = 0.3;
    private static final int TELLING_PREVIEW = 40;

    private Resemblance() {}

    static boolean areOneCharge(Claim one, Claim other) {
        if (one.daysTo(other) > DAYS) {
            return false;
        }
        if (one.kind() != other.kind() || isResent(one, other)) {
            return true;
        }
        boolean near = one.kind() == ReceiptKind.ORDER
                || (one.daysTo(other) <= 1 && one.timeTo(other).compareTo(A_DAY) <= 0);
        return near && !haveOneTemplate(one, other);
    }

    /** The same words again within minutes. */
    private static boolean isResent(Claim one, Claim other) {
        var first = one.statement().message().envelope();
        var second = other.statement().message().envelope();
        return one.timeTo(other).compareTo(RESENT) <= 0
                && first.subject().equals(second.subject())
                && first.preview().equals(second.preview())
                && first.preview().length() >= TELLING_PREVIEW
                && first.size() == second.size()
                && first.from().equals(second.from());
    }

    private static boolean haveOneTemplate(Claim one, Claim other) {
        var first = one.statement().message().envelope();
        var second = other.statement().message().envelope();
        if (!first.senderDomain().equals(second.senderDomain())) {
            return false;
        }
        if (first.subject().equals(second.subject())) {
            return true;
        }
        var words = words(first.subject());
        var others = words(second.subject());
        int all = words.size() + others.size();
        words.retainAll(others);
        return all == 0 || words.size() > SAME_TEMPLATE * (all - words.size());
    }

    private static Set<String> words(String subject) {
        var words = new HashSet<String>();
        var word = new StringBuilder();
        TextFold.fold(subject + " ").codePoints().forEach(c -> {
            if (Character.isLetter(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        return words;
    }
}
