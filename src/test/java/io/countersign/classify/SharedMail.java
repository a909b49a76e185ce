package io.countersign.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailSource;
import io.countersign.mail.MailSources;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public collections of mail beside the project, parsed, with the label that each mail carries. */
public final class SharedMail {
    /** Where the collections are; they are no part of the project. */
    public static final Path HOME = Path.of("../shared/mail");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]+");
    private static final Pattern QUOTED_PRINTABLE = Pattern.compile("=[0-9A-F]{2}|=\r?\n");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STAGES = Map.of(
            "applied", "application_confirmation",
            "rejected", "rejection",
            "interview", "interview",
            "offer", "offer",
            "assessment", "assessment",
            "recruiter_outreach", "recruiter_outreach",
            "job_alert", "job_alert");

    private final MailParser parser = new MailParser();

    /** A mail and what is known about it. */
    public record Sample(String id, ParsedMail mail, String label) {
        /** As an import would describe it, as far as detectors look. */
        public Envelope envelope() {
            return new Envelope(
                    mail.messageId(),
                    "",
                    mail.from(),
                    mail.to(),
                    mail.listId(),
                    mail.subject(),
                    mail.date().orElse(Instant.EPOCH),
                    "",
                    false,
                    false,
                    0);
        }
    }

    /** Everything under a path, labelled with {@code label}; for Takeout use {@link #takeout}. */
    public List<Sample> all(String path, String label) {
        return read(path, _ -> label);
    }

    /** Takeout mail, labelled with Gmail's labels. */
    public List<Sample> takeout() {
        return read(
                "takeout-2019.mbox.gz",
                mail -> mail.header("X-Gmail-Labels").orElse("").contains("Category Promotions")
                        ? "promotions"
                        : "other");
    }

    /** Job mail by stage; {@code real} selects what was really sent. */
    public List<Sample> stages(boolean real) throws IOException {
        var samples = new ArrayList<Sample>();
        for (var row : rows("stages.jsonl")) {
            if (row.path("real").asBoolean() == real) {
                var stage = row.path("stage").asText();
                var body = decoded(row.path("body").asText(""));
                samples.add(sample(
                        row.path("id").asText(),
                        text(row, "from"),
                        text(row, "subject"),
                        body,
                        STAGES.getOrDefault(stage, "(" + stage + ")")));
            }
        }
        return samples;
    }

    /** The invented mixed inbox; it carries no labels. */
    public List<Sample> mixed() throws IOException {
        var samples = new ArrayList<Sample>();
        for (var row : rows("other/mixed-inbox.jsonl")) {
            var body =
                    new String(Base64.getMimeDecoder().decode(row.path("body").asText()), StandardCharsets.UTF_8);
            samples.add(sample(row.path("id").asText(), text(row, "from"), text(row, "subject"), body, "mixed"));
        }
        return samples;
    }

    /** Receipts that are single HTML files, with subject and sender where the labels know them. */
    public List<Sample> receipts() throws IOException {
        var samples = new ArrayList<Sample>();
        for (var row : rows("receipts/labels.jsonl")) {
            var path = HOME.resolve("receipts").resolve(row.path("path").asText());
            var html = Files.readString(path, StandardCharsets.ISO_8859_1);
            var name = row.path("merchant").asText();
            samples.add(sample(path.getFileName().toString(), name, text(row, "subject"), html, "receipt"));
        }
        return samples;
    }

    /** A mail made of its parts, through the parser. */
    public Sample sample(String id, String from, String subject, String body, String label) {
        var encoder = Base64.getMimeEncoder();
        var type = body.contains("</") || body.contains("<br") ? "text/html" : "text/plain";
        var raw = "From: " + from + "\r\nSubject: =?utf-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=\r\nTo: me@example.org\r\nContent-Type: " + type
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + encoder.encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        return new Sample(id, parser.parse(raw.getBytes(StandardCharsets.UTF_8)), label);
    }

    private List<Sample> read(String path, java.util.function.Function<ParsedMail, String> label) {
        var samples = new ArrayList<Sample>();
        new MailSources()
                .at(HOME.resolve(path))
                .read(
                        new MailSource.Sink() {
                            @Override
                            public void mail(RawMail raw) {
                                var mail = parser.parse(raw.content());
                                samples.add(new Sample(raw.source() + "@" + raw.position(), mail, label.apply(mail)));
                            }

                            @Override
                            public void rejected(Rejection rejection) {
                                throw new IllegalStateException(rejection.toString());
                            }
                        },
                        Progress.none());
        return samples;
    }

    private static List<JsonNode> rows(String path) throws IOException {
        var rows = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(HOME.resolve(path))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static String text(JsonNode row, String field) {
        return Optional.ofNullable(row.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .orElse("");
    }

    // One source kept its bodies as they were transferred.
    private String decoded(String body) {
        if (body.length() > 60 && body.indexOf(' ') < 0 && BASE64.matcher(body).matches()) {
            return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        }
        if (!QUOTED_PRINTABLE.matcher(body).find()) {
            return body;
        }
        var raw =
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + body;
        return parser.parse(raw.getBytes(StandardCharsets.UTF_8)).text();
    }
}
