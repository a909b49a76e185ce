package io.countersign.money.extraction;

import io.countersign.mail.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sees through mail that a person passed on: to themselves, to their accountant. */
final class Forwarding {
    private static final List<String> SUBJECTS =
            List.of("fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "pd:", "vb:", "vs:", "doorst:");
    private static final List<String> LABELS = List.of("from:", "von:", "de:", "da:", "van:", "od:", "från:", "fra:");
    private static final int FIRST_ROWS = 60;

    private Forwarding() {}

    static boolean isForwarded(String subject) {
        var head = subject.strip().toLowerCase(Locale.ROOT);
        return SUBJECTS.stream().anyMatch(head::startsWith);
    }

    /** Who sent it first, by the lines that programs put above what is passed on. */
    static Optional<Address> sender(Sheet sheet) {
        for (var row : sheet.rows().subList(0, Math.min(FIRST_ROWS, sheet.rows().size()))) {
            var text = row.text().replace("*", "").strip();
            for (var label : LABELS) {
                int at = text.lastIndexOf('@');
                if (at > 0 && text.regionMatches(true, 0, label, 0, label.length())) {
                    return Optional.of(address(text.substring(label.length()).strip()));
                }
            }
        }
        return Optional.empty();
    }

    private static Address address(String text) {
        int at = text.lastIndexOf('@');
        int begin = at;
        int end = at;
        while (begin > 0 && " <(:[".indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        while (end < text.length() && " >)]\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var name = text.substring(0, begin).replace("<", "").replace("\"", "").replace("[mailto:", "");
        return new Address(name.strip(), text.substring(begin, end));
    }
}
