package io.countersign.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a mail was and how it was marked, as its own header says it: {@code Status}, {@code X-Status},
 * {@code X-Mozilla-Status} and {@code X-Gmail-Labels}.
 *
 * @param folder the folder that the labels imply, else the one given
 */
public record SourceMarks(Set<MailFlag> flags, String folder) {
    private static final String UNREAD = "Unread";
    // Gmail's labels that are places, English and German, in order of precedence; what is nowhere else is archived.
    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("trash", "Trash"),
            Map.entry("papierkorb", "Trash"),
            Map.entry("spam", MailboxState.JUNK),
            Map.entry("drafts", "Drafts"),
            Map.entry("entwürfe", "Drafts"),
            Map.entry("inbox", RawMail.INBOX),
            Map.entry("posteingang", RawMail.INBOX),
            Map.entry("sent", "Sent"),
            Map.entry("gesendet", "Sent"));
    private static final List<String> PRECEDENCE = List.of("Trash", MailboxState.JUNK, "Drafts", RawMail.INBOX, "Sent");
    private static final Map<String, String> STARS = Map.of("starred", "", "markiert", "");
    private static final int LONGEST_HEADER = 1 << 20;

    /** Reads the header of {@code content}; costs no more than a look at its lines. */
    public static SourceMarks of(byte[] content, String folder, Set<MailFlag> known) {
        var scan = new Scan(content, known);
        scan.run();
        return new SourceMarks(Set.copyOf(scan.flags), scan.labels == null ? folder : folderOf(scan.labels));
    }

    private static String folderOf(List<String> labels) {
        for (var folder : PRECEDENCE) {
            for (var label : labels) {
                if (folder.equals(FOLDERS.get(label.toLowerCase(Locale.ROOT)))) {
                    return folder;
                }
            }
        }
        return MailboxState.ARCHIVE;
    }

    private static final class Scan {
        private final byte[] content;
        private final Set<MailFlag> flags = EnumSet.noneOf(MailFlag.class);
        private @org.jspecify.annotations.Nullable List<String> labels;

        Scan(byte[] content, Set<MailFlag> known) {
            this.content = content;
            flags.addAll(known);
        }

        void run() {
            int limit = Math.min(content.length, LONGEST_HEADER);
            for (int line = MailStart.of(content); line < limit; line = MailStart.nextLine(content, line)) {
                switch (content[line]) {
                    case '\n', '\r' -> {
                        return;
                    }
                    case 'S', 's', 'X', 'x' -> field(line);
                    default -> {}
                }
            }
        }

        private void field(int line) {
            if (named(line, "Status:")) {
                mark(value(line, 7), Map.of('R', MailFlag.SEEN));
            } else if (named(line, "X-Status:")) {
                mark(
                        value(line, 9),
                        Map.of(
                                'A', MailFlag.ANSWERED,
                                'F', MailFlag.FLAGGED,
                                'D', MailFlag.TRASHED,
                                'T', MailFlag.DRAFT));
            } else if (named(line, "X-Mozilla-Status:")) {
                mozilla(value(line, 17));
            } else if (named(line, "X-Gmail-Labels:")) {
                gmail(EncodedWords.decode(value(line, 15), new Defects()));
            }
        }

        private boolean named(int line, String name) {
            if (content.length - line < name.length()) {
                return false;
            }
            for (int i = 0; i < name.length(); i++) {
                if (Character.toLowerCase(content[line + i]) != Character.toLowerCase(name.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private String value(int line, int nameLength) {
            int end = MailStart.nextLine(content, line);
            while (end < content.length && (content[end] == ' ' || content[end] == '\t')) {
                end = MailStart.nextLine(content, end);
            }
            return PartHead.unfold(MailCharsets.clean(MailCharsets.header(content, line + nameLength, end)));
        }

        private void mark(String letters, Map<Character, MailFlag> meanings) {
            for (int i = 0; i < letters.length(); i++) {
                var flag = meanings.get(letters.charAt(i));
                if (flag != null) {
                    flags.add(flag);
                }
            }
        }

        private void mozilla(String hex) {
            if (hex.isEmpty() || hex.length() > 4 || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return;
            }
            int bits = Integer.parseInt(hex, 16);
            var meanings = List.of(MailFlag.SEEN, MailFlag.ANSWERED, MailFlag.FLAGGED, MailFlag.TRASHED);
            for (int bit = 0; bit < meanings.size(); bit++) {
                if (((bits >> bit) & 1) != 0) {
                    flags.add(meanings.get(bit));
                }
            }
        }

        private void gmail(String field) {
            var found = GmailLabels.split(field);
            labels = found;
            flags.add(MailFlag.SEEN);
            for (var label : found) {
                var lower = label.toLowerCase(Locale.ROOT);
                if (label.equalsIgnoreCase(UNREAD) || lower.equals("ungelesen")) {
                    flags.remove(MailFlag.SEEN);
                } else if (STARS.containsKey(lower)) {
                    flags.add(MailFlag.FLAGGED);
                } else if ("Trash".equals(FOLDERS.get(lower))) {
                    flags.add(MailFlag.TRASHED);
                } else if ("Drafts".equals(FOLDERS.get(lower))) {
                    flags.add(MailFlag.DRAFT);
                }
            }
        }
    }
}
