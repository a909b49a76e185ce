package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sign of danger, and what is easily taken for one. */
class RiskTest {

    @Test
    void ordinaryMailHasNoRisk() {
        var found =
                Mails.from("Kim", "kim@acme.example").text("See you tomorrow.").understood();
        assertThat(found.riskScore()).isZero();
        assertThat(found.riskReasons()).isEmpty();
    }

    @Test
    void answersThatGoToAPrivateMailboxAreOdd() {
        reasons(
                Mails.from("HR", "hr@acme.example").replyTo("acme.hr@gmail.com"),
                "private mailbox (acme.hr@gmail.com)");
    }

    @Test
    void answersThatStayInTheHouseOrGoToAListAreNot() {
        nothing(Mails.from("HR", "hr@acme.example").replyTo("jobs@mail.acme.example"));
        nothing(Mails.from("Kim", "kim@gmail.com").replyTo("kim@gmx.de"));
        nothing(Mails.from("Kim via Users", "users@lists.example")
                .header("List-Post", "<mailto:users@lists.example>")
                .replyTo("kim@gmail.com"));
        nothing(Mails.from("Acme", "no-reply@greenhouse.io").replyTo("acme.recruiter@gmail.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paypa1.com",
                "rnicrosoft.com",
                "arnazon.com",
                "g00gle.com",
                "xn--pypal-4ve.com",
                "pаypal.com",
                "paypal.com.secure-check.example",
                "login.netflix.com.example.net",
                "paypal-login.com",
                "dhl-verify.net",
                "linkedln.com",
                "microsft.com",
                "facebok.com"
            })
    void domainsThatLookLikeABrandAreDangerous(String domain) {
        var found = Mails.from("", "service@" + domain).text("Hello.").understood();
        assertThat(found.riskScore()).as(found::toString).isBetween(50, 79);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paypal.com", "mail.paypal.de", "email.amazon.co.uk", "amazon-corp.com", "chaser.com", "stripes.org",
                        "applebees.com",
                "e.linkedin.com", "paypal.example", "microsoft.co.jp", "acme-support.com", "ups.edu", "grapple.com",
                        "us.greenhouse-mail.io"
            })
    void realDomainsAndUnrelatedOnesAreNot(String domain) {
        nothing(Mails.from("", "service@" + domain).text("Hello."));
    }

    @Test
    void aBrandAsNameOfAForeignSenderIsDangerous() {
        reasons(Mails.from("PayPal Support", "help@qwertz.example"), "known brand");
        reasons(Mails.from("service@paypal.com", "help@qwertz.example"), "another address");
        nothing(Mails.from("PayPal", "service@paypal.com"));
        nothing(Mails.from("Amazon", "no-reply@greenhouse.io"));
        nothing(Mails.from("Apple Baker", "apple@bakery.example"));
        nothing(Mails.from("Chase", "chase@smith.example"));
        reasons(Mails.from("Chase Alerts", "help@qwertz.example"), "known brand");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authentication-Results | mx.example; dmarc=fail (p=REJECT) header.from=acme.example   | does not vouch
            Authentication-Results | mx.example; spf=fail smtp.mailfrom=acme.example             | does not allow
            Received-SPF           | fail (mx.example: not designated)                           | does not allow
            Authentication-Results | mx.example; dkim=fail header.d=acme.example                 | does not fit
            """)
    void failedAuthenticationCounts(String name, String content, String reason) {
        reasons(Mails.from("Kim", "kim@acme.example").header(name, content), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authentication-Results | mx.example; spf=pass; dkim=pass; dmarc=pass
            Authentication-Results | mx.example; spf=softfail; dkim=none; dmarc=none
            Authentication-Results | mx.example; dkim=pass header.d=a.example; dkim=fail header.d=b.example
            Received-SPF           | pass (mx.example: designated)
            X-Other                | dmarc=fail
            """)
    void passedNeutralOrMissingAuthenticationDoesNot(String name, String content) {
        nothing(Mails.from("Kim", "kim@acme.example").header(name, content));
    }

    @Test
    void onlyTheTopmostResultIsTrusted() {
        nothing(Mails.from("Kim", "kim@acme.example")
                .header("Authentication-Results", "mx.example; dmarc=pass")
                .header("Authentication-Results", "forged.example; dmarc=fail; spf=fail"));
    }

    @Test
    void aLinkThatShowsABrandAndLeadsElsewhereIsDangerous() {
        var found = Mails.from("Kim", "kim@acme.example")
                .html("<a href=\"http://evil.example/paypal.com\">https://www.paypal.com/login</a>")
                .understood();
        assertThat(found.riskScore()).isBetween(50, 79);
        assertThat(found.riskReasons().getFirst()).contains("www.paypal.com leads to evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='http://evil.example/'>Click here</a>",
                "<a href='http://evil.example/'>Visit Node.js today</a>",
                "<a href='https://www.acme.example/a'>www.acme.example</a>",
                "<a href='https://click.acme.example/r?u=1'>http://shop.other.com</a>",
                "<a href='https://u1.ct.sendgrid.net/ls/click'>www.acme.com</a>",
                "<a href='https://eu.safelinks.protection.outlook.com/?url=x'>www.paypal.com</a>",
                "<a href='https://go.other.example/?to=https://www.shop.com'>www.shop.com</a>",
                "<a href='http://192.168.1.1/'>the router</a>",
                "<a href='mailto:kim@acme.example'>www.acme.com</a>",
                "<a href='http://t.example/1'>a</a><a href='http://t.example/2'>b</a><a href='http://t.example/3'>c</a><a href='http://t.example/4'>www.shop.com</a>"
            })
    void wordsTrackersAndLocalAddressesDoNotLie(String html) {
        nothing(Mails.from("Kim", "kim@acme.example").html(html));
    }

    @Test
    void aBareAddressInALinkIsOdd() {
        reasons(Mails.from("Kim", "kim@acme.example").html("<a href='http://203.0.113.9/x'>here</a>"), "203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "setup.exe, program",
        "run.js, program",
        "statement-encrypted.zip, archive is locked",
        "disk.iso, disk image",
        "table.xlsm, macros",
        "login.html, sign-in page"
    })
    void riskyFilesCount(String file, String reason) {
        reasons(Mails.from("Kim", "kim@acme.example").attach(file), reason);
    }

    @Test
    void aProgramThatPretendsToBeADocumentReachesEighty() {
        var found =
                Mails.from("Kim", "kim@acme.example").attach("invoice.pdf.exe").understood();
        assertThat(found.riskScore()).isGreaterThanOrEqualTo(80);
        assertThat(found.riskReasons().getFirst()).contains("pretends to be a document (invoice.pdf.exe)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cv.pdf", "photo.v2.jpg", "notes.txt", "archive.zip", "table.xlsx", "noending", "exe"})
    void ordinaryFilesDoNot(String file) {
        nothing(Mails.from("Kim", "kim@acme.example").attach(file));
    }

    @Test
    void anArchiveWithItsPasswordCounts() {
        reasons(
                Mails.from("Kim", "kim@acme.example").attach("a.zip").text("The password is 1234."),
                "keeps scanners out");
    }

    @Test
    void aFakeReplyIsAWeakSignAndARealOneNone() {
        reasons(Mails.from("Kim", "kim@acme.example").subject("Re: your money"), "nothing was asked");
        nothing(Mails.from("Kim", "kim@acme.example").subject("Re: lunch").header("In-Reply-To", "<1@x>"));
    }

    @Test
    void phishingIsSuspiciousAndReachesEighty() {
        var found = Mails.from("PayPal Security", "service@paypa1.com")
                .subject("Your account has been limited")
                .text("Verify your account within 24 hours or it will be closed.")
                .html("<a href='http://evil.example/'>https://www.paypal.com/login</a>")
                .understood();
        assertThat(found.riskScore()).isGreaterThanOrEqualTo(80);
        assertThat(found.category()).as(found::toString).isEqualTo(Category.SUSPICIOUS);
    }

    @Test
    void aRecruiterScamIsSuspiciousAndReachesEighty() {
        var found = Mails.from("HR Manager", "hr.acme.hiring@gmail.com")
                .subject("Job offer: data entry")
                .text(
                        "We are pleased to offer you the position. Kindly text our hiring manager on Telegram. $800 weekly. "
                                + "We mail you a check to purchase home office equipment. Send us your bank details.")
                .understood();
        assertThat(found.category()).as(found::toString).isEqualTo(Category.SUSPICIOUS);
        assertThat(found.riskScore()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void anAdvanceFeeFraudIsSuspicious() {
        var found = Mails.from("Barrister James", "james@lawyers.example")
                .subject("Urgent assistance")
                .text(
                        "I am the next of kin of the late president. We want to transfer the sum of USD 20 million to a foreign "
                                + "account. You are the beneficiary. Keep this strictly confidential.")
                .understood();
        assertThat(found.category()).as(found::toString).isEqualTo(Category.SUSPICIOUS);
    }

    @Test
    void listHeadersAreNoDisguise() {
        var found = Mails.from("PayPal Security", "service@paypa1.com")
                .header("List-Post", "<mailto:x@paypa1.com>")
                .header("List-Unsubscribe", "<https://paypa1.com/u>")
                .subject("Your account has been limited")
                .text("Verify your account within 24 hours or it will be closed.")
                .html("<a href='http://evil.example/'>https://www.paypal.com/login</a>")
                .understood();
        assertThat(found.category()).as(found::toString).isEqualTo(Category.SUSPICIOUS);
        assertThat(found.riskScore()).isGreaterThanOrEqualTo(ClassifyEnricher.HIGH_RISK);
    }

    @Test
    void aPersonsWordAboutMedicineIsNoSpam() {
        nothing(Mails.from("Kim", "kim@acme.example").text("My doctor wrote me a prescription for weight loss."));
    }

    @Test
    void weakSignsTogetherStayWeak() {
        var found = Mails.from("Kim", "kim@acme.example")
                .subject("Re: verify your account immediately")
                .text("Account has been suspended. Act immediately. Buy gift cards and send bitcoin.")
                .header("Authentication-Results", "mx; spf=fail; dkim=fail")
                .attach("page.html")
                .understood();
        assertThat(found.riskScore()).as(found::toString).isLessThanOrEqualTo(50);
    }

    private static void reasons(Mails mail, String reason) {
        var found = mail.understood();
        assertThat(found.riskScore()).isPositive().isLessThan(80);
        assertThat(found.riskReasons()).anyMatch(sentence -> sentence.contains(reason));
    }

    private static void nothing(Mails mail) {
        var found = mail.understood();
        assertThat(found.riskReasons()).isEmpty();
        assertThat(found.riskScore()).isZero();
    }
}
