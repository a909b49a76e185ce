package io.countersign.mail;

import java.util.ArrayList;
import java.util.List;

/** Takes message identifiers out of header fields, without their angle brackets. */
final class MessageIds {
    private static final int LONGEST = 998;
    private static final int MOST = 500;

    private MessageIds() {}

    /** The first identifier; empty when there is none. */
    static String first(String field) {
        var all = all(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Everything between angle brackets; where there are no brackets, the words that have an at sign, else the first word. */
    static List<String> all(String field) {
        var found = new ArrayList<String>();
        int open = field.indexOf('<');
        while (open >= 0 && found.size() < MOST) {
            int close = field.indexOf('>', open);
            add(found, field.substring(open + 1, close < 0 ? field.length() : close));
            open = close < 0 ? -1 : field.indexOf('<', close);
        }
        if (found.isEmpty() && !field.isBlank() && field.indexOf('<') < 0) {
            var words = field.strip().split("[ \t,;]+", MOST);
            for (var word : words) {
                if (word.indexOf('@') > 0 || words.length == 1) {
                    add(found, word);
                }
            }
        }
        return found;
    }

    private static void add(List<String> found, String id) {
        var squeezed = id.replace(" ", "").replace("\t", "");
        if (!squeezed.isEmpty()) {
            found.add(squeezed.length() <= LONGEST ? squeezed : MailCharsets.clean(squeezed.substring(0, LONGEST)));
        }
    }
}
