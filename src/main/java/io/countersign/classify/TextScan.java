package io.countersign.classify;

import io.countersign.mail.ParsedMail;
import java.util.ArrayList;
import java.util.List;

/** One pass of all phrases over subject, sender name and the bounded beginning and end of the body. */
final class TextScan {
    /** How much of the beginning of the body is read. */
    static final int HEAD = 20_000;

    /** How much of its end. */
    static final int TAIL = 2_000;

    private static final int TOP = 1_500;
    private static final int SHORT_FIELD = 500;
    private static final int MAX_LEADS = 40;

    private final DetectorSet set;

    TextScan(DetectorSet set) {
        this.set = set;
    }

    /** A phrase of a detector that announces a date: where in which text the words behind it begin. */
    record Lead(String detector, String text, int begin, int behind, boolean inSubject) {}

    /** Notes every phrase in {@code reading}; returns those whose detector's name begins with {@code expiry}. */
    List<Lead> scan(ParsedMail mail, Reading reading) {
        var tokens = tokens(mail);
        var leads = new ArrayList<Lead>();
        var exceptUntil = new int[set.detectors().size()];
        set.trie().match(tokens, (phrase, first, next) -> {
            var pattern = set.pattern(phrase);
            int detector = pattern.detector();
            if (pattern.kind().equals(DetectorCompiler.EXCEPT)) {
                // an exception begins before what it excepts, so it is always found first
                exceptUntil[detector] = Math.max(exceptUntil[detector], next);
                return;
            }
            if ((pattern.zones() & tokens.zone(first)) == 0 || first < exceptUntil[detector]) {
                return;
            }
            reading.see(phrase, pattern.text());
            var name = set.detectors().get(detector).name;
            if (leads.size() < MAX_LEADS && name.startsWith("expiry")) {
                boolean inSubject = tokens.zone(first) == Zone.SUBJECT;
                var text = inSubject ? mail.subject() : mail.text();
                leads.add(new Lead(name, text, tokens.start(first), tokens.start(next), inSubject));
            }
        });
        return leads;
    }

    /** The words that are looked at; their number is bounded. */
    Tokens tokens(ParsedMail mail) {
        var tokens = new Tokens(set.vocabulary());
        tokens.add(mail.subject(), 0, Math.min(mail.subject().length(), SHORT_FIELD), Zone.SUBJECT);
        tokens.barrier(mail.subject().length());
        var name = mail.from().name();
        tokens.add(name, 0, Math.min(name.length(), SHORT_FIELD), Zone.NAME);
        tokens.barrier(name.length());
        var text = mail.text();
        int length = text.length();
        int top = wordEnd(text, Math.min(length, TOP));
        int foot = wordEnd(text, Math.max(top, length - TAIL));
        int head = Math.min(foot, HEAD);
        // a short mail is its own footer
        tokens.add(text, 0, top, Zone.BODY | Zone.TOP | (length <= TOP ? Zone.FOOTER : 0));
        tokens.add(text, top, head, Zone.BODY);
        if (head < foot) {
            tokens.barrier(head);
        }
        tokens.add(text, foot, length, Zone.BODY | Zone.FOOTER);
        tokens.barrier(length);
        return tokens;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 50 && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
