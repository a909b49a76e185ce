package io.countersign.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose transfer encoding got lost on the way. */
class UndeclaredEncodingTest {
    private static final String LETTER =
            "Dear Alex,\n\nthank you for your application – we have read it with pleasure.\nKind regards\n";

    @Test
    void base64WithoutItsFieldIsRead() {
        var mail = parse("Subject: a\n\n" + Base64.getMimeEncoder().encodeToString(LETTER.getBytes(UTF_8)) + "\n");
        assertThat(mail.text()).isEqualToIgnoringWhitespace(LETTER);
        assertThat(mail.defects()).contains("The text was base64 without saying so.");
    }

    @Test
    void quotedPrintableWithoutItsFieldIsRead() {
        var mail = parse("""
                Subject: a
                Content-Type: text/plain; charset=utf-8

                Unfortunately we=E2=80=99ve decided to move forward with other candidates=
                , which was a hard choice.
                """);
        assertThat(mail.text()).contains("we’ve decided").contains("candidates, which was a hard choice");
    }

    @Test
    void htmlInsideIsShownAsText() {
        var html = "<html><body><p>Thank you for your application to the job that we posted.</p></body></html>";
        var mail = parse("Subject: a\n\n" + Base64.getMimeEncoder().encodeToString(html.getBytes(UTF_8)) + "\n");
        assertThat(mail.text().strip()).isEqualTo("Thank you for your application to the job that we posted.");
        assertThat(mail.html()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (a == b) return x=10; y=AB\n",
                "see https://example.org/?a=20&b=3D&c=E2\n",
                "QUJDREVGR0g=\n",
                "A line that ends in a sign=\nand goes on\n",
                "-----BEGIN KEY-----\nQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\n"
            })
    void ordinaryTextStaysAsItIs(String text) {
        var mail = parse("Subject: a\n\n" + text);
        assertThat(mail.text()).isEqualTo(text);
        assertThat(mail.defects()).noneMatch(defect -> defect.contains("without saying so"));
    }

    @Test
    void randomBytesNeverThrow() {
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            var bytes = new byte[random.nextInt(300)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) "=AF09\n\r zQ+/é".charAt(random.nextInt(13));
            }
            assertThat(UndeclaredEncoding.undone(bytes, new Defects())
                            .map(text -> text.length)
                            .orElse(0))
                    .isLessThanOrEqualTo(bytes.length);
        }
    }

    private static ParsedMail parse(String mail) {
        return new MailParser().parse(mail.getBytes(UTF_8));
    }
}
