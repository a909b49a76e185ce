package io.countersign.search.elastic;

import io.countersign.search.WordScanner;
import io.countersign.shared.text.TextFold;
import java.util.List;

/**
 * Text as the server gets it, in mail and in queries: folded and cut into words and signs by the program's own
 * {@link WordScanner}, so that no analyzer of a server decides what a word is; the server only splits at the spaces. Pieces
 * that white space parts follow each other; between pieces that touch stands {@link #JOINT}, so that phrases are found exactly
 * as they stand. (The joint and not the white space is marked because there are far fewer of them.)
 */
final class PieceText {
    /** Two signs: no piece can be that. */
    static final String JOINT = "<>";

    private static final String UNREADABLE = "\uFFFD";

    private PieceText() {}

    /** For text of any kind; what is behind the given number of characters is not found. */
    static String of(String text, int longest) {
        return ofFolded(TextFold.fold(text.length() > longest ? text.substring(0, longest) : text));
    }

    static String ofFolded(String folded) {
        var out = new StringBuilder(folded.length() + folded.length() / 4);
        var scanner = new WordScanner();
        scanner.begin(folded);
        while (scanner.next()) {
            if (!out.isEmpty()) {
                out.append(scanner.step() == WordScanner.ADJACENT ? " " + JOINT + " " : " ");
            }
            append(out, scanner);
        }
        return out.toString();
    }

    /** The pieces of an encoded text, joints left out. */
    static List<String> pieces(String encoded) {
        return List.of(encoded.split(" ", -1)).stream()
                .filter(piece -> !piece.equals(JOINT) && !piece.isEmpty())
                .toList();
    }

    /** Half a letter can be in a mail, but not in JSON. */
    private static void append(StringBuilder out, WordScanner scanner) {
        boolean half = scanner.end() - scanner.start() == 1
                && Character.isSurrogate(scanner.text().charAt(scanner.start()));
        if (half) {
            out.append(UNREADABLE);
        } else {
            out.append(scanner.text(), scanner.start(), scanner.end());
        }
    }
}
