package io.countersign.ats.draft;

import java.util.ArrayList;
import java.util.List;

/**
 * The end of a conversation that a draft continues.
 *
 * @param messageId of its last mail, without angle brackets
 * @param references what that mail refers to, oldest first, without angle brackets
 */
public record DraftThread(String messageId, List<String> references) {
    private static final int LONGEST_ID = 200;
    private static final int MOST = 20;

    public DraftThread {
        references = List.copyOf(references);
    }

    /** The ids in a header field; what is none is left out, and of many the first and the last are kept. */
    static List<String> ids(String field) {
        var ids = new ArrayList<String>();
        int open = field.indexOf('<');
        while (open >= 0) {
            int close = field.indexOf('>', open);
            if (close < 0) {
                break;
            }
            var id = field.substring(open + 1, close);
            if (isId(id)) {
                ids.add(id);
                if (ids.size() > MOST) {
                    ids.remove(1);
                }
            }
            open = field.indexOf('<', close);
        }
        return ids;
    }

    static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ID
                && text.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
    }

    /** The References of an answer (RFC 5322, section 3.6.4), in angle brackets. */
    List<String> ofAnswer() {
        var ids = new ArrayList<String>();
        for (var id : references) {
            if (isId(id) && !id.equals(messageId)) {
                ids.add("<" + id + ">");
            }
        }
        if (isId(messageId)) {
            ids.add("<" + messageId + ">");
        }
        return ids;
    }
}
