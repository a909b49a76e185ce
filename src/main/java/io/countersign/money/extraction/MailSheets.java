package io.countersign.money.extraction;

import io.countersign.mail.ParsedMail;
import io.countersign.money.extraction.Sheet.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The bodies of a mail as sheets, the more telling first. */
record MailSheets(List<Sheet> sheets, Optional<Document> document) {
    private static final int LONGEST_HTML = 2_000_000;

    static MailSheets of(ParsedMail mail) {
        var sheets = new ArrayList<Sheet>();
        Optional<Document> document = mail.html().map(MailSheets::parsed);
        document.map(HtmlSheet::of).filter(sheet -> !sheet.rows().isEmpty()).ifPresent(sheets::add);
        var text = unescaped(repaired(mail.text()));
        if (sheets.isEmpty() || !mail.text().isBlank()) {
            sheets.add(TextSheet.of(text));
        }
        return new MailSheets(sheets, document);
    }

    private static Document parsed(String html) {
        var bounded = html.length() <= LONGEST_HTML ? html : html.substring(0, LONGEST_HTML);
        return Parser.htmlParser().setTrackErrors(0).parseInput(repaired(bounded), "");
    }

    /** The subject as a sheet of one row. */
    static Sheet subject(String subject) {
        var bounded = subject.length() <= 500 ? subject : subject.substring(0, 500);
        return new Sheet("Subject", List.of(Row.of(List.of(bounded), 0)));
    }

    /** Some mail was stored on one line, its line ends written out. */
    static String unescaped(String text) {
        int first = text.indexOf("\\n");
        boolean written = first >= 0 && text.indexOf("\\n", text.indexOf("\\n", first + 2) + 2) > first + 2;
        return written && text.strip().indexOf('\n') < 0
                ? text.replace("\\r", "").replace("\\n", "\n").replace("\\t", "\t")
                : text;
    }

    /** Some mail was stored with its quoted-printable encoding left on. */
    static String repaired(String text) {
        if (!text.contains("=3D") || !text.contains("=\n") && !text.contains("=\r\n")) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '=' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out[length++] = (byte) (high * 16 + low);
                i += 2;
            } else if (bytes[i] == '=' && i + 1 < bytes.length && (bytes[i + 1] == '\n' || bytes[i + 1] == '\r')) {
                i += bytes[i + 1] == '\r' && i + 2 < bytes.length && bytes[i + 2] == '\n' ? 2 : 1;
            } else {
                out[length++] = bytes[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
