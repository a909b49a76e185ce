package io.countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.MailFlag;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.shared.task.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoMailboxTest {
    private static final Clock NOON = clock("2026-11-23T12:00:00Z", "Europe/London");
    private static final Set<String> RELAYS = Set.of(
            "us.greenhouse-mail.io",
            "eu.greenhouse-mail.io",
            "hire.lever.co",
            "ashbyhq.com",
            "myworkday.com",
            "smartrecruiters.com",
            "candidates.workablemail.com",
            "teamtailor-mail.com",
            "talent.icims.com",
            "m.personio.com");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");
    private static final Pattern LINK = Pattern.compile("https?://([^/\\s\"<>)]+)");

    @Test
    void everyMailParsesWithoutADefect() {
        assertThat(parsed(NOON)).hasSizeGreaterThan(150).allSatisfy(mail -> {
            assertThat(mail.decodedHeader("From")).contains("@");
            assertThat(mail.decodedHeader("To")).contains("@");
            assertThat(mail.decodedHeader("Subject")).isNotBlank().doesNotContain("=?", "\uFFFD");
            assertThat(mail.text()).isNotBlank();
            assertThat(mail.whole()).doesNotContain("\uFFFD");
        });
    }

    @Test
    void noMarkOfTheScriptIsLeftInAMail() {
        for (var mail : parsed(NOON)) {
            assertThat(mail.decodedHeader("Subject") + "\n" + mail.whole())
                    .as(mail.raw().source())
                    .doesNotContain("{{", "{sent", "{today", "{when")
                    .doesNotContainPattern("\\\\\r\n|\n# |\n=== ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void messageIdsAreUniqueAndConversationsLeadToOlderMailOnEveryDayOfTheWeek(int day) {
        var seen = new ArrayList<String>();
        for (var mail : parsed(Clock.offset(NOON, Duration.ofDays(day)))) {
            mail.header("In-Reply-To").ifPresent(parent -> {
                assertThat(seen).contains(parent);
                assertThat(mail.header("References").orElseThrow()).endsWith(parent);
            });
            seen.add(mail.header("Message-ID").orElseThrow());
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z, Europe/London",
        "2026-03-29T01:30:00Z, Europe/Berlin",
        "2027-01-01T00:05:00Z, UTC",
        "2028-02-29T23:59:59Z, America/Los_Angeles",
        "2026-07-12T15:00:00Z, Asia/Kolkata"
    })
    void mailIsMinutesToMonthsOldWhateverTheClockSays(String now, String zone) {
        var clock = clock(now, zone);
        var ages = mails(clock).stream()
                .map(mail -> Duration.between(mail.deliveredAt().orElseThrow(), clock.instant()))
                .toList();
        assertThat(ages).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(ages.getLast()).isBetween(Duration.ofMinutes(1), Duration.ofHours(1));
        assertThat(ages.getFirst()).isBetween(Duration.ofDays(225), Duration.ofDays(245));
        assertThat(parsed(clock)).allSatisfy(mail -> {
            var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    mail.header("Date").orElseThrow()));
            assertThat(date).isEqualTo(mail.raw().deliveredAt().orElseThrow());
        });
    }

    @Test
    void theSameMomentGivesTheSameBytes() {
        var first = mails(NOON);
        var second = mails(NOON);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).content()).isEqualTo(first.get(i).content());
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:00Z", "2026-12-30T20:00:00Z"})
    void statedDatesMoveWithTheClock(String now) {
        var clock = clock(now, "Europe/London");
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var pattern = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
        assertThat(mail(clock, "halden-1").text()).contains("Offer ends " + pattern.format(today.plusDays(4)));
        assertThat(mail(clock, "halden-2").text())
                .contains("Sale ends "
                        + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                                .format(today.minusDays(9)));
        assertThat(mail(clock, "lindner-1").text())
                .contains("gültig bis "
                        + DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN)
                                .format(today.plusDays(3)));
    }

    @Test
    void anInvitationAndItsTextNameTheSameHour() {
        var mail = mail(clock("2026-11-23T12:00:00Z", "Europe/Berlin"), "grantham-interview");
        assertThat(mail.text()).contains("Wednesday, 25 November 2026").contains("13:00 (CET)");
        assertThat(mail.whole()).contains("DTSTART:20261125T120000Z", "DTEND:20261125T125000Z", "METHOD:REQUEST");
        assertThat(mail.fileNames()).containsExactly("interview.ics");
    }

    @Test
    void interviewsNeverFallOnAWeekend() {
        for (int day = 0; day < 7; day++) {
            var mails = mails(Clock.offset(NOON, Duration.ofDays(day)));
            var start = Pattern.compile("DTSTART:(\\d{8})T");
            for (var key : List.of("grantham-interview", "lumora-final", "tessel-interview", "norvik-screening")) {
                var found = start.matcher(only(mails, key).whole());
                assertThat(found.find()).isTrue();
                var date = LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE);
                assertThat(date.getDayOfWeek().getValue()).as(key).isLessThan(6);
            }
        }
    }

    @Test
    void noAddressOrLinkLeadsToARealPlace() {
        for (var mail : parsed(NOON)) {
            var text = mail.headerText() + "\n" + mail.whole();
            assertThat(ADDRESS.matcher(text)
                            .results()
                            .map(found -> found.group(1).toLowerCase(Locale.ROOT)))
                    .as(mail.raw().source())
                    .allMatch(domain -> isInvented(domain) || RELAYS.contains(domain));
            assertThat(LINK.matcher(text).results().map(found -> found.group(1)))
                    .as(mail.raw().source())
                    .allMatch(host -> isInvented(host) || host.equals("schema.org"));
        }
    }

    @Test
    void statesAndFoldersComeThrough() {
        var mails = mails(NOON);
        var flags = mails.stream().flatMap(mail -> mail.flags().stream()).collect(Collectors.toSet());
        assertThat(flags).containsExactlyInAnyOrder(MailFlag.SEEN, MailFlag.FLAGGED, MailFlag.ANSWERED);
        assertThat(mails.stream().map(RawMail::folder).distinct()).containsExactlyInAnyOrder("INBOX", "Sent");
    }

    @Test
    void oldCharsetsAndEncodedWordsAreAmongThem() {
        var latin = mail(NOON, "friend-jonas");
        assertThat(new String(latin.raw().content(), StandardCharsets.US_ASCII))
                .contains("charset=ISO-8859-1", "=?ISO-8859-1?Q?");
        assertThat(latin.decodedHeader("Subject")).isEqualTo("Grüße aus Tübingen");
        assertThat(latin.text()).contains("Gänse auf dem Neckar");
        assertThat(mail(NOON, "friend-old-colleague").decodedHeader("Subject")).endsWith("reference 😊");
    }

    @Test
    void invoicesCarryAReadablePdf() {
        var pdf = TinyPdf.of(List.of("Invoice (1)", "Total: EUR 249.00"));
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = Integer.parseInt(text.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
        assertThat(text.substring(start)).startsWith("xref\n0 6\n");
        assertThat(text).startsWith("%PDF-1.4").contains("(Invoice \\(1\\)) Tj").endsWith("%%EOF\n");
        assertThat(mail(NOON, "tarnholm-invoice").fileNames()).containsExactly("Invoice-2290417.pdf");
    }

    @Test
    void marketingCanBeUnsubscribedFromAndPeopleCannot() {
        var sale = mail(NOON, "halden-1");
        assertThat(sale.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        assertThat(sale.header("List-Id")).contains("<offers.halden-outdoor.example>");
        assertThat(mail(NOON, "friend-nadia").header("List-Unsubscribe")).isEmpty();
    }

    @Test
    void thereIsWorkForThePoliciesThatComeWithTheApp() {
        var old = NOON.instant().minus(Duration.ofDays(60));
        var letters = Set.of("weekly.", "issues.", "hiringnotes.", "taeglich.", "morning.", "recipes.");
        assertThat(parsed(NOON).stream()
                        .filter(mail -> !mail.raw().flags().contains(MailFlag.SEEN))
                        .filter(mail -> mail.raw().deliveredAt().orElseThrow().isBefore(old))
                        .filter(mail -> mail.header("List-Id")
                                .filter(list -> letters.stream().anyMatch(list.substring(1)::startsWith))
                                .isPresent()))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(keys())
                .filteredOn(key -> key.matches("(jobharbor|roleboard|stellenkompass)-\\d"))
                .hasSize(12);
        assertThat(keys()).filteredOn(key -> key.startsWith("hostile-")).hasSize(4);
        assertThat(keys()).filteredOn(key -> key.startsWith("halden-")).hasSize(6);
    }

    @Test
    void theDoubleChargeIsTwoPaymentsOfOneAmountTwoDaysApart() {
        var first = mail(NOON, "inkwell-1");
        var second = mail(NOON, "inkwell-2");
        assertThat(first.text()).contains("Total paid   £64.80");
        assertThat(second.text()).contains("Total paid   £64.80");
        assertThat(Duration.between(
                        first.raw().deliveredAt().orElseThrow(),
                        second.raw().deliveredAt().orElseThrow()))
                .isBetween(Duration.ofHours(47), Duration.ofHours(49));
    }

    @Test
    void namesWithAnAmpersandAreEscapedInHtml() {
        assertThat(mail(NOON, "larder-1").whole())
                .contains("Larder &amp; Loom</a>")
                .doesNotContain(">Larder & Loom<");
    }

    private static List<String> keys() {
        return mails(NOON).stream().map(mail -> mail.source().substring(5)).toList();
    }

    private static boolean isInvented(String domain) {
        return domain.endsWith(".example")
                || domain.endsWith(".invalid")
                || domain.equals("example.com")
                || domain.endsWith(".example.com");
    }

    private static Clock clock(String now, String zone) {
        return Clock.fixed(Instant.parse(now), ZoneId.of(zone));
    }

    private static ReadMail mail(Clock clock, String key) {
        return only(mails(clock), key);
    }

    private static ReadMail only(List<RawMail> mails, String key) {
        return mails.stream()
                .filter(mail -> mail.source().equals("demo!" + key))
                .findFirst()
                .map(ReadMail::of)
                .orElseThrow();
    }

    private static List<ReadMail> parsed(Clock clock) {
        return mails(clock).stream().map(ReadMail::of).toList();
    }

    private static List<RawMail> mails(Clock clock) {
        var mails = new ArrayList<RawMail>();
        new DemoMailbox(clock)
                .read(
                        new MailSource.Sink() {
                            @Override
                            public void mail(RawMail mail) {
                                mails.add(mail);
                            }

                            @Override
                            public void rejected(Rejection rejection) {
                                throw new AssertionError(rejection.toString());
                            }
                        },
                        Progress.none());
        return mails;
    }
}
