package io.countersign.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The labels that Google Takeout writes into {@code X-Gmail-Labels}. */
public final class GmailLabels {
    static final String FIELD = "X-Gmail-Labels";

    private static final int MOST = 200;

    private GmailLabels() {}

    /** The labels of a mail in their order, each once; none when it has no such header. */
    public static List<String> of(ParsedMail mail) {
        var labels = new LinkedHashSet<String>();
        mail.headers(FIELD).forEach(field -> labels.addAll(split(field)));
        return List.copyOf(labels);
    }

    /** Splits a decoded field at its commas; a label in quotes may hold commas itself. */
    static List<String> split(String field) {
        var labels = new ArrayList<String>();
        var label = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < field.length() && labels.size() < MOST; i++) {
            char c = field.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && i + 1 < field.length()) {
                label.append(field.charAt(++i));
            } else if (c == ',' && !quoted) {
                add(labels, label);
            } else {
                label.append(c);
            }
        }
        add(labels, label);
        return labels;
    }

    private static void add(List<String> labels, StringBuilder label) {
        var text = label.toString().strip();
        if (!text.isEmpty()) {
            labels.add(text);
        }
        label.setLength(0);
    }
}
