package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a mail holds, it is understood without failing and with bounded work. */
class HostileMailTest {

    static Stream<Mails> monsters() {
        var html = "<a href='http://x.example/".repeat(100_000);
        return Stream.of(
                Mails.from("", ""),
                Mails.from("@", "@@@"),
                Mails.from("\u202e", "a@" + "b.".repeat(100_000)),
                Mails.from("A".repeat(1_000_000), "a".repeat(1_000_000) + "@x.example"),
                Mails.from("A", "a@x.example").subject("not selected if ".repeat(70_000)),
                Mails.from("A", "a@x.example").text("if we have received your ".repeat(200_000)),
                Mails.from("A", "a@x.example").text(">".repeat(1_000_000)),
                Mails.from("A", "a@x.example").html("<".repeat(5_000_000)),
                Mails.from("A", "a@x.example").html("<style".repeat(800_000)),
                Mails.from("A", "a@x.example").html("<img width=".repeat(400_000)),
                Mails.from("A", "a@x.example").html("schema.org".repeat(400_000)),
                Mails.from("A", "a@x.example").html(html),
                Mails.from("A", "a@x.example")
                        .html("<a href=http://paypal.com.x.example>www.paypal.com</a>".repeat(100_000)),
                Mails.from("A", "a@xn--" + "z".repeat(300) + ".example")
                        .html("<a href='http://xn--99999999/'>x</a><a href='//'>"),
                Mails.from("A", "a@x.example").calendar("BEGIN:VEVENT\nDTSTART" + ";X=".repeat(2_000_000)),
                Mails.from("A", "a@x.example").header("Authentication-Results", "spf=".repeat(500_000)),
                Mails.from("A", "a@x.example").header("DKIM-Signature", "d=d=".repeat(500_000)),
                Mails.from("A", "a@x.example").header("List-Unsubscribe", "<mailto:".repeat(500_000)),
                Mails.from("A", "a@x.example").attach(".".repeat(1_000_000)),
                Mails.campaign("Ends 99999999999999999999 hours", "until 99.99.99.99. until 0/0/0 until 13. until"),
                Mails.from("", "jobs@x.example").subject("Interview confirmed").text("November ".repeat(500_000)));
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void monstersAreUnderstood(Mails mail) {
        var found = mail.understood();
        assertThat(found.riskScore()).isBetween(0, 100);
        assertThat(found.categoryConfidence()).isBetween(0.0, 1.0);
        assertThat(found.evidence()).allMatch(evidence -> evidence.seen().length() <= 120);
    }

    @Test
    void noiseIsUnderstood() {
        var random = new Random(42);
        var alphabet = "<>a='\"/ http:.&;#%$@\n\r\0\ud800é€0123456789untilNov";
        for (int i = 0; i < 300; i++) {
            var noise = new StringBuilder();
            for (int j = random.nextInt(400); j >= 0; j--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var text = noise.toString();
            var mail = Mails.from(text, text)
                    .subject(text)
                    .text(text)
                    .html(text)
                    .calendar("BEGIN:VEVENT\nDTSTART" + text)
                    .attach(text);
            assertThat(mail.header(text, text).replyTo(text).understood()).isNotNull();
        }
    }

    @Test
    void longTextIsReadAtBothEndsOnly() {
        var set = Detection.fromResources().set();
        var tokens = new TextScan(set)
                .tokens(Mails.from("", "a@b.example")
                        .text("word ".repeat(1_000_000))
                        .parsed());
        assertThat(tokens.count()).isLessThan((TextScan.HEAD + TextScan.TAIL) / 5 + 30);
    }

    @Test
    void theWorkPerWordIsBounded() {
        var set = Detection.fromResources().set();
        var text = "if you are not received your your your the * application we have ".repeat(500);
        var tokens = new TextScan(set)
                .tokens(Mails.from("", "a@b.example").text(text).parsed());
        assertThat(set.trie().match(tokens, (_, _, _) -> {})).isLessThan(100L * tokens.count());
    }

    @Test
    void longHtmlIsReadToItsBoundOnly() {
        var scan = new HtmlScan("<a href='http://x.example/'>x</a>".repeat(200_000));
        assertThat(scan.links()).hasSize(HtmlScan.MAX_LINKS);
        assertThat(scan.linkCount()).isLessThanOrEqualTo(HtmlScan.MAX_LENGTH / 30);
    }
}
