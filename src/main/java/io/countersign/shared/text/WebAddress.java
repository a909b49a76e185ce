package io.countersign.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Long web addresses in a text, by what a reader wants to know of them: where they lead. */
public final class WebAddress {
    /** Longer ones, those that follow who clicks most of all, would drown the sentence around them. */
    private static final int LONGEST = 60;

    private static final int LONGEST_IN_BRIEF = 36;

    private static final String ENDS = "<>\"()[]{}";

    private WebAddress() {}

    /** A stretch of a text: what is shown, and what it says whole. */
    public record Piece(String shown, String whole) {}

    /** The whole text in pieces, long addresses being a piece each. */
    public static List<Piece> pieces(String text) {
        return pieces(text, LONGEST);
    }

    /** The text with all but the shortest addresses as it has room in a line or two. */
    static String brief(String text) {
        return pieces(text, LONGEST_IN_BRIEF).stream().map(Piece::shown).collect(Collectors.joining());
    }

    private static List<Piece> pieces(String text, int longest) {
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (int at = text.indexOf("http"); at >= 0; at = text.indexOf("http", Math.max(at + 1, done))) {
            int host = scheme(text, at);
            int end = host < 0 ? at : end(text, host);
            if (end - at > longest) {
                var address = text.substring(at, end);
                var shown = shortened(address, host - at);
                if (shown.isPresent()) {
                    if (at > done) {
                        pieces.add(plain(text.substring(done, at)));
                    }
                    pieces.add(new Piece(shown.get(), address));
                    done = end;
                }
            }
        }
        if (done < text.length()) {
            pieces.add(plain(text.substring(done)));
        }
        return pieces;
    }

    private static Piece plain(String text) {
        return new Piece(text, text);
    }

    /** Where the host begins; negative where this is no scheme. */
    private static int scheme(String text, int at) {
        return text.startsWith("https://", at) ? at + 8 : text.startsWith("http://", at) ? at + 7 : -1;
    }

    private static Optional<String> shortened(String address, int from) {
        int to = from;
        while (to < address.length() && "/?#\\".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        return to > from && to < LONGEST ? Optional.of(address.substring(0, to) + "/…") : Optional.empty();
    }

    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }
}
