package io.countersign.demo;

import static io.countersign.mail.MimePart.CRLF;

import io.countersign.mail.MimePart;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/** Makes what stands below the header: text, its HTML twin, an invitation, attached files. Not thread-safe. */
final class MailContent {
    private final RelativeTime times;
    private final HtmlLayout layout;

    MailContent(RelativeTime times, HtmlLayout layout) {
        this.times = times;
        this.layout = layout;
    }

    /** Where the unsubscribe links of a mail lead. */
    static String unsubscribe(Block mail) {
        return "https://" + mail.field("Site").orElseGet(() -> "www." + mail.domain()) + "/unsubscribe/"
                + Fingerprint.hex("u" + mail.key());
    }

    MimePart of(Block mail, ZonedDateTime sent, Charset charset) {
        var parts = new ArrayList<MimePart>();
        parts.add(readable(mail, sent, charset));
        mail.list("Attach").forEach(file -> parts.add(attachment(mail, file, sent)));
        return parts.size() == 1
                ? parts.getFirst()
                : MimePart.multipart("mixed", "mixed_" + Fingerprint.hex("m" + mail.key()), parts);
    }

    private MimePart readable(Block mail, ZonedDateTime sent, Charset charset) {
        var body = times.fill(mail.body(), mail, sent);
        var encoding = mail.field("Encoding").orElse("");
        var alternatives = new ArrayList<MimePart>();
        if (mail.field("Layout").isEmpty()) {
            alternatives.add(MimePart.text("plain", body, charset, encoding));
        } else {
            var markup = new Markup(body);
            alternatives.add(MimePart.text("plain", withFooter(mail, markup.text()), charset, encoding));
            alternatives.add(MimePart.text("html", html(mail, markup, sent), charset, encoding));
        }
        if (mail.is("Invite")) {
            var invite = MimePart.text("calendar", invite(mail, sent).text(sent), StandardCharsets.UTF_8, encoding);
            alternatives.add(
                    new MimePart(invite.head().replace("charset=", "method=REQUEST; charset="), invite.body()));
        }
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : MimePart.multipart("alternative", "alt_" + Fingerprint.hex("a" + mail.key()), alternatives);
    }

    private String html(Block mail, Markup markup, ZonedDateTime sent) {
        return layout.fill(
                mail,
                markup.html(mail.field("Accent").orElse("#24292f")),
                Map.of(
                        "preheader", times.fill(mail.field("Preheader").orElse(""), mail, sent),
                        "subject", times.fill(mail.require("Subject"), mail, sent),
                        "unsubscribe", mail.is("Bulk") ? unsubscribe(mail) : ""));
    }

    private String withFooter(Block mail, String text) {
        var whole = new StringBuilder(text);
        mail.field("Footer").ifPresent(footer -> whole.append("\n\n-- \n").append(footer));
        if (mail.is("Bulk")) {
            whole.append('\n').append(layout.word(mail, "leave")).append(": ").append(unsubscribe(mail));
        }
        return whole.toString();
    }

    private InterviewInvite invite(Block mail, ZonedDateTime sent) {
        return new InterviewInvite(
                Fingerprint.hex("event " + mail.key()) + "@" + mail.domain(),
                mail.field("Event").orElseGet(() -> mail.require("Subject")),
                mail.field("Place").orElse("Video call"),
                mail.field("Organiser").orElseGet(() -> mail.require("Address")),
                times.at(mail.require("When"), sent),
                Duration.ofMinutes(Long.parseLong(mail.field("Minutes").orElse("45"))));
    }

    /** {@code name} for a PDF of the lines in PDF, {@code event.ics} for the invitation; anything else is a line of text. */
    private MimePart attachment(Block mail, String name, ZonedDateTime sent) {
        if (name.endsWith(".ics")) {
            var ics = invite(mail, sent).text(sent).replace("\n", CRLF) + CRLF;
            return MimePart.attachment("application/ics", name, ics.getBytes(StandardCharsets.UTF_8));
        }
        if (name.endsWith(".pdf")) {
            var lines = times.fill(mail.require("Pdf"), mail, sent).split("\\s*\\|\\s*", -1);
            return MimePart.attachment("application/pdf", name, TinyPdf.of(Arrays.asList(lines)));
        }
        var harmless = "This file belongs to a demonstration mailbox and does nothing.\r\n";
        return MimePart.attachment("application/octet-stream", name, harmless.getBytes(StandardCharsets.US_ASCII));
    }
}
