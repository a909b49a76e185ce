package io.countersign.demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The light markup of mail bodies: paragraphs, {@code # heading}, {@code * item}, {@code | cell | cell},
 * {@code [label](link)} (a button when alone), {@code --} for a rule and a backslash for a line break.
 */
final class Markup {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");
    private static final Pattern LINE_END = Pattern.compile("(\\\\?)\n");

    private final List<String> pieces;

    Markup(String body) {
        this.pieces = Arrays.asList(body.split("\n{2,}", -1));
    }

    /** The plain text alternative. */
    String text() {
        return pieces.stream().map(Markup::pieceAsText).collect(Collectors.joining("\n\n"));
    }

    /** The inner HTML of a layout; {@code accent} is the colour of buttons and links. */
    String html(String accent) {
        return pieces.stream().map(piece -> pieceAsHtml(piece, accent)).collect(Collectors.joining("\n"));
    }

    private static String pieceAsText(String piece) {
        if (piece.startsWith("|")) {
            return piece.lines()
                    .map(row -> String.join("   ", cells(row)))
                    .map(row -> LINK.matcher(row).replaceAll("$1"))
                    .collect(Collectors.joining("\n"));
        }
        var unlinked = LINK.matcher(piece).replaceAll("$1: $2");
        if (piece.startsWith("* ")) {
            return unlinked;
        }
        var text = unlinked.startsWith("# ") ? unlinked.substring(2) : unlinked;
        return text.equals("--") ? "-".repeat(40) : joined(text, "\n");
    }

    private static String pieceAsHtml(String piece, String accent) {
        if (piece.startsWith("# ")) {
            return "<h1 style=\"margin:0 0 16px;font-size:24px;line-height:30px;color:#1b1f24;\">"
                    + inline(piece.substring(2), accent) + "</h1>";
        }
        if (piece.equals("--")) {
            return "<hr style=\"border:0;border-top:1px solid #e3e6ea;margin:24px 0;\">";
        }
        if (piece.startsWith("|")) {
            return table(piece, accent);
        }
        if (piece.startsWith("* ")) {
            return piece.lines()
                    .map(item -> "<li style=\"margin:0 0 6px;\">" + inline(item.substring(2), accent) + "</li>")
                    .collect(
                            Collectors.joining("\n", "<ul style=\"margin:0 0 16px;padding-left:20px;\">\n", "\n</ul>"));
        }
        var button = LINK.matcher(piece);
        return button.matches()
                ? button(escape(button.group(1)), escape(button.group(2)), accent)
                : "<p style=\"margin:0 0 16px;\">"
                        + inline(joined(piece, "\n"), accent).replace("\n", "<br>\n") + "</p>";
    }

    private static String button(String label, String link, String accent) {
        return """
                <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px;"><tr>
                <td style="background:%s;border-radius:4px;"><a href="%s"
                style="display:inline-block;padding:12px 22px;color:#ffffff;font-weight:600;text-decoration:none;">%s</a></td>
                </tr></table>""".formatted(accent, link, label);
    }

    private static String table(String piece, String accent) {
        return piece.lines()
                .map(row -> cells(row).stream()
                        .map(cell -> "<td style=\"padding:6px 12px 6px 0;border-bottom:1px solid #eceff2;\">"
                                + inline(cell, accent) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining(
                        "\n",
                        "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">\n",
                        "\n</table><br>"));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String inline(String text, String accent) {
        return LINK.matcher(escape(text)).replaceAll("<a href=\"$2\" style=\"color:" + accent + ";\">$1</a>");
    }

    private static String joined(String text, String hardBreak) {
        return LINE_END.matcher(text).replaceAll(end -> end.group(1).isEmpty() ? " " : hardBreak);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
