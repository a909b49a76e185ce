package io.countersign.shared.ui;

import io.countersign.shared.text.ReadableText;
import io.countersign.shared.text.WebAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a mail as it is read here: plain, {@linkplain ReadableText without the marks of programs}, in pieces small enough to
 * lay out at once.
 *
 * @param pages the whole text, each page a run of parts; at least one page
 * @param hidden characters behind the first page
 * @param cut true when the mail is longer than is ever shown
 */
public record MailBody(List<Page> pages, int hidden, boolean cut) {
    private static final int PAGE = 8_000;
    private static final int MOST = 1_000_000;

    public MailBody {
        pages = List.copyOf(pages);
    }

    /** A run of text that is laid out at once. */
    public record Page(List<Part> parts) {
        public Page {
            parts = List.copyOf(parts);
        }

        int length() {
            return parts.stream().mapToInt(part -> part.text().length()).sum();
        }
    }

    /**
     * Text in one tone.
     *
     * @param text as it is shown
     * @param aside what somebody else wrote before, or a signature
     * @param whole as it stands in the mail; differs where a long web address is shown by its host only
     */
    public record Part(String text, boolean aside, String whole) {
        boolean isShortened() {
            return text.length() < whole.length();
        }
    }

    /** Cuts a text at line ends, where it has any; more than two empty lines in a row become one. */
    public static MailBody of(String text) {
        var shown = ReadableText.of(text.length() > MOST ? text.substring(0, MOST) : text);
        var cutter = new Cutter();
        int[] empty = {0};
        shown.strip().lines().forEach(line -> {
            empty[0] = line.isBlank() ? empty[0] + 1 : 0;
            if (empty[0] <= 1) {
                cutter.line(line.stripTrailing());
            }
        });
        var pages = cutter.finish();
        int hidden = pages.stream().skip(1).mapToInt(Page::length).sum();
        return new MailBody(pages, hidden, text.length() > MOST);
    }

    private static final class Cutter {
        private final List<Page> pages = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private boolean aside;
        private boolean signature;
        private int length;

        void line(String line) {
            signature = signature || line.equals("--");
            boolean isAside = signature || line.startsWith(">");
            if (isAside != aside && !line.isEmpty()) {
                endPart();
                aside = isAside;
            }
            for (int from = 0; from == 0 || from < line.length(); ) {
                int to = end(line, from);
                append(line.substring(from, to));
                from = Math.max(1, to);
            }
            part.append('\n');
        }

        List<Page> finish() {
            int last = part.length();
            while (last > 0 && part.charAt(last - 1) == '\n') {
                part.setLength(--last);
            }
            endPage();
            return pages.isEmpty() ? List.of(new Page(List.of())) : pages;
        }

        private void append(String piece) {
            if (length + piece.length() > PAGE && length > 0) {
                endPage();
            }
            part.append(piece);
            length += piece.length() + 1;
        }

        private static int end(String line, int from) {
            int to = Math.min(line.length(), from + PAGE);
            boolean splitsPair = to < line.length() && Character.isLowSurrogate(line.charAt(to));
            return splitsPair ? to - 1 : to;
        }

        private void endPart() {
            if (!part.isEmpty()) {
                for (var piece : WebAddress.pieces(part.toString())) {
                    parts.add(new Part(piece.shown(), aside, piece.whole()));
                }
                part.setLength(0);
            }
        }

        private void endPage() {
            endPart();
            if (!parts.isEmpty()) {
                pages.add(new Page(parts));
                parts.clear();
            }
            length = 0;
        }
    }
}
