package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares with the structure that the suite of stalwart's mail-parser expects of the same files. */
class StalwartSuiteTest {
    private static final Path SUITE = Path.of("../shared/mail/mime/stalwart/eml");
    // What we read differently on purpose, or where the suite records a limit of its own.
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry(
                    "legacy/035 attachment", "a Windows path is cut to its last element before backslashes are undone"),
            Map.entry(
                    "legacy/039 attachment", "a Windows path is cut to its last element before backslashes are undone"),
            Map.entry(
                    "malformed/001 text",
                    "one boundary is the beginning of the other: what is left over is kept as text"),
            Map.entry("malformed/002 text", "a multipart without a single boundary is kept as text"),
            Map.entry("malformed/003 text", "the inner boundary equals the outer one: the text is kept all the same"),
            Map.entry("malformed/004 text", "the inner boundary equals the outer one: the text is kept all the same"),
            Map.entry("malformed/005 text", "a boundary that ends in hyphens reads as an end"),
            Map.entry("malformed/006 text", "a multipart without a usable boundary is kept as text"),
            Map.entry(
                    "malformed/008 text",
                    "the outer boundary ends an inner part that has no end, as RFC 2046 5.1.2 says"),
            Map.entry(
                    "malformed/009 text",
                    "the outer boundary ends an inner part that has no end, as RFC 2046 5.1.2 says"),
            Map.entry(
                    "malformed/011 text",
                    "the outer boundary ends an inner part that has no end, as RFC 2046 5.1.2 says"),
            Map.entry("malformed/016 text", "boundaries that are beginnings of each other, 80 characters long"),
            Map.entry("malformed/019 text", "shredded mail: the HTML that is left is read"),
            Map.entry("malformed/020 text", "a part without a boundary of its own: the inner boundary is guessed"),
            Map.entry("malformed/021 text", "a part without a boundary of its own: the inner boundary is guessed"),
            Map.entry("rfc/006 text", "a plain text that only says to want HTML gives way to the HTML"),
            Map.entry("thirdparty/002 text", "garbage in base64 is left as it decodes"),
            Map.entry("thirdparty/004 text", "quoted-printable whose field names no encoding is decoded all the same"),
            Map.entry("thirdparty/005 text", "an end boundary in the middle of a line is text"));

    private final MailParser parser = new MailParser();
    private final Map<String, String> unequal = new TreeMap<>();
    private int compared;

    @Test
    void subjectSenderTextAndAttachmentNamesAreWhatTheSuiteExpects() throws IOException {
        assumeTrue(Files.isDirectory(SUITE), "the shared mail collection is not here");
        try (var files = Files.walk(SUITE)) {
            for (var eml : files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                compare(eml);
            }
        }
        report();
        assertThat(compared).isGreaterThan(250);
        assertThat(unequal.size() * 20).as("one in twenty at most").isLessThanOrEqualTo(compared);
        assertThat(unequal.keySet()).allMatch(KNOWN::containsKey, "is listed with a reason");
    }

    private void report() {
        System.out.printf("stalwart: %d of %d values equal%n", compared - unequal.size(), compared);
        unequal.forEach((what, how) -> System.out.println("  " + what + ": " + how + " -- " + KNOWN.get(what)));
    }

    private void compare(Path eml) throws IOException {
        var json = Path.of(eml.toString().replaceAll("eml$", "json"));
        if (!Files.exists(json)) {
            return;
        }
        var expected = new ObjectMapper().readTree(json.toFile());
        var mail = parser.parse(Files.readAllBytes(eml));
        var name = SUITE.relativize(eml).toString().replace(".eml", "");
        var headers = expected.path("parts").path(0).path("headers");
        check(name + " subject", field(headers, "subject").path("Text").asText(""), mail.subject());
        check(
                name + " sender",
                sender(headers),
                mail.from().name() + "|" + mail.from().email());
        text(expected).ifPresent(text -> check(name + " text", text, mail.text()));
        var names = mail.attachments().stream().map(ParsedMail.Attachment::name).toList();
        for (var attachment : names(expected)) {
            var found = names.stream().anyMatch(given -> same(attachment, given));
            check(name + " attachment", attachment, found ? attachment : names.toString());
        }
    }

    private void check(String what, String expected, String actual) {
        compared++;
        if (!same(squeeze(expected), squeeze(actual))) {
            unequal.put(what, "expected <" + cut(squeeze(expected)) + "> but read <" + cut(squeeze(actual)) + ">");
        }
    }

    /** Where the suite gave up on a character (raw 8-bit without a charset), any character will do. */
    private static boolean same(String expected, String actual) {
        if (expected.length() != actual.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (expected.charAt(i) != actual.charAt(i) && expected.charAt(i) != '\uFFFD') {
                return false;
            }
        }
        return true;
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\x00]+", " ").strip();
    }

    private static String cut(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "..." : text;
    }

    private static JsonNode field(JsonNode headers, String name) {
        JsonNode last = headers.path(-1);
        for (var header : headers) {
            if (header.path("name").asText("").equals(name) && last.isMissingNode()) {
                last = header.path("value");
            }
        }
        return last;
    }

    private static String sender(JsonNode headers) {
        var list = field(headers, "from").path("Address");
        var first = list.has("Group")
                ? list.path("Group").path(0).path("addresses").path(0)
                : list.path("List").path(0);
        return first.path("name").asText("").replace("null", "") + "|"
                + first.path("address").asText("").replace("null", "");
    }

    /** The text bodies joined; empty when one of them is HTML, of which the suite keeps the source. */
    private static Optional<String> text(JsonNode mail) {
        var text = new StringBuilder();
        for (var id : mail.path("text_body")) {
            var body = mail.path("parts").path(id.asInt()).path("body");
            if (!body.has("Text")) {
                return Optional.empty();
            }
            text.append(body.path("Text").asText()).append('\n');
        }
        return Optional.of(text.toString());
    }

    private static List<String> names(JsonNode mail) {
        var names = new ArrayList<String>();
        for (var id : mail.path("attachments")) {
            var part = mail.path("parts").path(id.asInt());
            var file = attribute(part, "content_disposition", "filename");
            var name = file.isEmpty() ? attribute(part, "content_type", "name") : file;
            if (!name.isEmpty()) {
                names.add(FileNames.safe(name));
            }
            names.addAll(names(part.path("body").path("Message")));
        }
        return names;
    }

    private static String attribute(JsonNode part, String header, String attribute) {
        for (var pair : field(part.path("headers"), header).path("ContentType").path("attributes")) {
            if (pair.path("name").asText().equals(attribute)) {
                return pair.path("value").asText();
            }
        }
        return "";
    }
}
