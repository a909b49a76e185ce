package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares with the structure that mime4j's own suite records in XML beside each mail, where it is plain enough to compare. */
class Mime4jSuiteTest {
    private static final Path SUITE = Path.of("../shared/mail/mime/mime4j/core/src/test/resources");
    private static final Pattern HEADER =
            Pattern.compile("(?s)^<message>\\s*<header>((?:(?!</header>).)*)</header>\\s*<body>(.*?)</body>");
    private static final Pattern MULTI = Pattern.compile("(?s)<message>\\s*<header>(.*?)</header>");
    private static final Pattern SUBJECT = Pattern.compile("(?i)<field>\\s*Subject:([^<\\n]*)</field>");
    private static final Pattern FILE = Pattern.compile(
            "(?i)<field>\\s*Content-Disposition:\\s*attachment;\\s*filename=(?:&quot;|\")([\\w. -]+)(?:&quot;|\")");
    private static final Map<String, String> KNOWN = Map.of(
            "malformedHeaderStartsBody-nocrlfcrlf.msg text",
                    "a broken header line is skipped: real mail goes on behind it",
            "malformedHeader-noheader.msg text", "without a header everything is text; the suite drops it",
            "malformedHeaderStartsBody-noheader.msg text", "without a header everything is text, the second line too");

    private final MailParser parser = new MailParser();
    private final Map<String, String> unequal = new TreeMap<>();
    private int compared;

    @Test
    void subjectTextAndAttachmentNamesAreWhatTheSuiteRecords() throws IOException {
        assumeTrue(Files.isDirectory(SUITE), "the shared mail collection is not here");
        try (var files = Files.walk(SUITE)) {
            for (var file : files.filter(file -> file.toString().endsWith(".msg"))
                    .sorted()
                    .toList()) {
                var xml = Path.of(file.toString().replaceAll("msg$", "xml"));
                if (Files.exists(xml)) {
                    compare(file, Files.readString(xml, ISO_8859_1));
                }
            }
        }
        System.out.printf("mime4j: %d of %d values equal%n", compared - unequal.size(), compared);
        unequal.forEach((what, how) -> System.out.println("  " + what + ": " + how + " -- " + KNOWN.get(what)));
        assertThat(compared).isGreaterThan(65);
        assertThat(unequal.size() * 20).as("one in twenty at most").isLessThanOrEqualTo(compared);
        assertThat(unequal.keySet()).allMatch(KNOWN::containsKey, "is listed with a reason");
    }

    private void compare(Path file, String xml) throws IOException {
        var mail = parser.parse(Files.readAllBytes(file));
        var name = file.getFileName().toString();
        var header = MULTI.matcher(xml);
        if (header.find()) {
            var subject = SUBJECT.matcher(header.group(1));
            if (subject.find() && isPlain(subject.group(1))) {
                check(name + " subject", unescape(subject.group(1)), mail.subject());
            }
        }
        var single = HEADER.matcher(xml);
        if (single.find()
                && isPlain(single.group(2))
                && !single.group(1).matches("(?si).*(transfer-encoding|text/html).*")) {
            check(name + " text", unescape(single.group(2)), mail.text());
        }
        var names = mail.attachments().stream().map(ParsedMail.Attachment::name).toList();
        var attachment = FILE.matcher(xml);
        while (attachment.find()) {
            var wanted = attachment.group(1);
            check(name + " attachment", wanted, names.contains(wanted) ? wanted : names.toString());
        }
    }

    private static boolean isPlain(String text) {
        return !text.contains("=?") && text.chars().allMatch(c -> c < 128);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private void check(String what, String expected, String actual) {
        compared++;
        var wanted = expected.replaceAll("\\s+", " ").strip();
        var given = actual.replaceAll("\\s+", " ").strip();
        if (!wanted.equals(given)) {
            unequal.put(what, "expected <" + cut(wanted) + "> but read <" + cut(given) + ">");
        }
    }

    private static String cut(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
