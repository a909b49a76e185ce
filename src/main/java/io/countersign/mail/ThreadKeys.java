package io.countersign.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What puts a mail into a conversation. Two mails belong together when one's {@code own} is among the other's
 * {@code references}; or when they share a {@code subjects} key and at least one of them is a {@code reply}.
 *
 * @param own hash of the Message-ID, 0 when there is none
 * @param references hashes of In-Reply-To and of the first and last References, at most {@link #MOST_REFERENCES}
 * @param subjects for a mail without references: hashes of its subject with each pair of sender and receiver (or the mailing list)
 * @param reply true when the subject begins with Re:, Fwd: or their like
 */
public record ThreadKeys(long own, List<Long> references, List<Long> subjects, boolean reply) {
    public static final int MOST_REFERENCES = 6;

    private static final int MOST_PARTICIPANTS = 20;
    private static final int LONGEST_PREFIX = 8;

    /** The keys of {@code mail}. */
    public static ThreadKeys of(ParsedMail mail) {
        var references = references(mail);
        var subject = mail.subject();
        var topic = topic(subject);
        boolean reply = isReply(subject);
        return new ThreadKeys(
                mail.messageId().isEmpty() ? 0 : hash(mail.messageId()),
                references.stream().map(ThreadKeys::hash).toList(),
                references.isEmpty() && !topic.isEmpty() ? subjects(mail, topic) : List.of(),
                reply);
    }

    private static List<String> references(ParsedMail mail) {
        var chain = MessageIds.all(mail.header("References").orElse(""));
        var picked =
                new LinkedHashSet<>(MessageIds.all(mail.header("In-Reply-To").orElse("")).stream()
                        .limit(1)
                        .toList());
        for (int back = 1; back <= 3 && chain.size() - back > 0; back++) {
            picked.add(chain.get(chain.size() - back));
        }
        for (int i = 0; i < chain.size() && picked.size() < MOST_REFERENCES; i++) {
            picked.add(chain.get(i));
        }
        picked.remove(mail.messageId());
        return List.copyOf(picked);
    }

    private static List<Long> subjects(ParsedMail mail, String topic) {
        var keys = new TreeSet<Long>();
        mail.listId().ifPresent(list -> keys.add(hash(topic + '\0' + list)));
        var from = key(mail.from());
        var others = new ArrayList<>(mail.to());
        others.addAll(mail.cc());
        others.stream().limit(MOST_PARTICIPANTS).map(ThreadKeys::key).forEach(other -> {
            if (!from.isEmpty() && !other.isEmpty()) {
                boolean ordered = from.compareTo(other) <= 0;
                keys.add(hash(topic + '\0' + (ordered ? from : other) + '\0' + (ordered ? other : from)));
            }
        });
        return List.copyOf(keys);
    }

    private static String key(Address address) {
        return address.email().toLowerCase(Locale.ROOT);
    }

    /** The subject without reply prefixes and list tags, in lower case, white space folded. */
    static String topic(String subject) {
        int at = 0;
        int next = behindPrefix(subject, 0, true);
        while (next > at) {
            at = next;
            next = behindPrefix(subject, at, true);
        }
        return String.join(
                " ", subject.substring(at).toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }

    static boolean isReply(String subject) {
        int at = 0;
        int next = behindTag(subject, 0);
        while (next > at) {
            at = next;
            next = behindTag(subject, at);
        }
        return behindPrefix(subject, at, false) > at;
    }

    private static int behindPrefix(String subject, int from, boolean tagsToo) {
        int tag = tagsToo ? behindTag(subject, from) : from;
        if (tag > from) {
            return tag;
        }
        int start = from;
        while (start < subject.length() && subject.charAt(start) <= ' ') {
            start++;
        }
        int colon = subject.indexOf(':', start);
        int wide = subject.indexOf('\uFF1A', start);
        int end = colon < 0 || (wide >= 0 && wide < colon) ? wide : colon;
        if (end < 0 || end - start > LONGEST_PREFIX) {
            return from;
        }
        return REPLY_PREFIXES.contains(word(subject.substring(start, end))) ? end + 1 : from;
    }

    /** "Re[2]" and "RE (3)" count as "re". */
    private static String word(String prefix) {
        int end = prefix.length();
        for (char c : new char[] {'[', '(', '^', '*'}) {
            int at = prefix.indexOf(c);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return prefix.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }

    private static int behindTag(String subject, int from) {
        int start = from;
        while (start < subject.length() && subject.charAt(start) <= ' ') {
            start++;
        }
        if (start >= subject.length() || subject.charAt(start) != '[') {
            return from;
        }
        int close = subject.indexOf(']', start);
        boolean tag = close > 0
                && close - start <= 40
                && !subject.substring(close + 1).isBlank();
        return tag ? close + 1 : from;
    }

    // English, German, Scandinavian, Dutch, French, Spanish, Italian, Polish, Portuguese, Turkish, Chinese.
    private static final java.util.Set<String> REPLY_PREFIXES = java.util.Set.of(
            "re", "fw", "fwd", "aw", "antw", "wg", "sv", "vs", "vb", "vl", "tr", "réf", "rv", "rif", "i", "odp", "pd",
            "res", "enc", "ynt", "ilt", "回复", "转发", "答复", "回覆", "轉寄");

    /** 64 bits of FNV-1a over the characters, mixed so that similar texts don't end up close together. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
