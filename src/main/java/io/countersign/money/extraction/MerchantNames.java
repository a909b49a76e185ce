package io.countersign.money.extraction;

import io.countersign.money.extraction.Words.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cleans names: "Acme Customer Service" is Acme, "no-reply" is nobody. Immutable. */
final class MerchantNames {
    private static final int LONGEST = 60;

    private final List<List<String>> tails;
    private final List<List<String>> heads;
    private final Set<String> noise;

    MerchantNames(Relays relays) {
        tails = relays.phrases("noise-tail");
        heads = relays.phrases("noise-head");
        noise = relays.lines("noise-all");
    }

    /** The name without words for departments; empty when nothing else is left. */
    String clean(String written) {
        var name = cut(written.replace('\u00a0', ' ').strip());
        for (int i = 0; i < 3; i++) {
            var shorter = withoutHead(withoutTail(name));
            if (shorter.equals(name)) {
                break;
            }
            name = shorter;
        }
        return isName(name) ? name : "";
    }

    private static String cut(String name) {
        var plain = name.replace("\"", "").replace("®", "").replace("™", "");
        int at = plain.indexOf('@');
        if (at > 0 && plain.indexOf(' ') < 0) {
            return "";
        }
        int end = Math.min(plain.length(), LONGEST);
        for (var stop : List.of(" (", " <", " | ", " [", "\t", " – ", " - ", " • ", " · ")) {
            int found = plain.indexOf(stop);
            end = found > 1 ? Math.min(end, found) : end;
        }
        return plain.substring(0, end).strip();
    }

    private String withoutTail(String name) {
        var words = Words.of(name);
        for (var tail : tails) {
            int from = words.size() - tail.size();
            if (from >= 1 && same(words, from, tail) && words.getLast().end() >= name.length() - 1) {
                return trimmed(name.substring(0, words.get(from).begin()));
            }
        }
        return name;
    }

    private String withoutHead(String name) {
        var words = Words.of(name);
        for (var head : heads) {
            if (words.size() > head.size()
                    && same(words, 0, head)
                    && words.getFirst().begin() == 0) {
                return trimmed(name.substring(words.get(head.size()).begin()));
            }
        }
        return name;
    }

    private static boolean same(List<Word> words, int from, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.get(from + i).text().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String name) {
        int end = name.length();
        while (end > 0 && " -–:,|/&+".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end).strip();
    }

    boolean isName(String name) {
        var folded = String.join(" ", Relays.folded(name));
        return name.length() >= 2 && !folded.isEmpty() && !noise.contains(folded);
    }

    /** A domain as a name: {@code mail.acme-tools.co.uk} is "Acme Tools". */
    String ofDomain(String domain) {
        var labels = domain.split("\\.", -1);
        int last = labels.length - 2;
        if (last >= 1 && (labels[last].length() <= 3 && labels[labels.length - 1].length() == 2)) {
            last--;
        }
        if (last < 0 || labels[last].isEmpty()) {
            return "";
        }
        var name = new StringBuilder();
        for (var part : labels[last].split("[-_]", -1)) {
            if (!part.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(part.substring(1));
            }
        }
        return name.toString();
    }
}
