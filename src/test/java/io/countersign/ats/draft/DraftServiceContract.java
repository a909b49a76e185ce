package io.countersign.ats.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.ApplicationState;
import io.countersign.ats.DraftDesk.Template;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.jdbc.JdbcDraftStore;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.MailParser;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drafts on mail, kept on both databases. */
abstract class DraftServiceContract {
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");

    private final Database database = open();
    private final InMemoryMail mail = new InMemoryMail();
    private final Map<ApplicationId, ApplicationId> owners = new HashMap<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private String company = "Acme";
    private String role = "Engineer";
    private DraftService drafts = service();

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private DraftService service() {
        var clock = Clock.fixed(NOON, ZoneId.of("Europe/Berlin"));
        return new DraftService(
                new DraftService.Books(
                        mail,
                        mail,
                        new JdbcDraftStore(database, "me", clock),
                        id -> Optional.ofNullable(owners.getOrDefault(id, id))),
                clock);
    }

    private void received(long id, long thread, String headers) {
        add(id, thread, TimelineEntry.Kind.WORD, headers);
    }

    private void add(long id, long thread, TimelineEntry.Kind kind, String headers) {
        var raw = headers.strip() + "\nMessage-ID: <m" + id + "@x.example>\n\nHello\n";
        mail.add(id, thread, Understanding.unknown(), parse(raw.getBytes(StandardCharsets.UTF_8)));
        timeline.add(new TimelineEntry(
                NOON.minus(Duration.ofDays(30 - id)),
                kind,
                Optional.empty(),
                List.of(),
                Optional.of(id),
                "",
                "",
                Optional.empty(),
                Provenance.MAIL,
                false));
    }

    private static ParsedMail parse(byte[] raw) {
        return new MailParser().parse(raw);
    }

    private Application application() {
        var state = new ApplicationState(
                Stage.INTERVIEW,
                Stage.INTERVIEW,
                Optional.of(Instant.parse("2026-03-01T23:30:00Z")),
                Optional.empty(),
                Optional.of(Instant.parse("2026-03-10T10:00:00Z")),
                Optional.of(Instant.parse("2026-03-12T10:00:00Z")),
                1,
                Optional.of(Instant.parse("2026-03-11T10:00:00Z")));
        return new Application(
                new ApplicationId(Provenance.MAIL, 1),
                company,
                role,
                Optional.empty(),
                Optional.empty(),
                ApplicationSource.DIRECT,
                state,
                timeline);
    }

    private FollowUpDraft draft(Kind kind) {
        return drafts.draft(application(), kind, Locale.US);
    }

    @Test
    void theDraftIsWrittenToTheHumanWhoWroteLastInTheirThread() {
        received(1, 1, "From: Acme <no-reply@greenhouse.io>\nTo: Alex Morgan <me@x.example>\nSubject: Thank you");
        received(2, 2, "From: Jane Doe <jane@acme.example>\nTo: Alex Morgan <me@x.example>\nSubject: AW: Re: A talk");
        received(3, 3, "From: Acme Careers <careers@acme.example>\nTo: me@x.example\nSubject: Survey");

        var draft = draft(Kind.FIRST);

        assertThat(draft.to()).isEqualTo("jane@acme.example");
        assertThat(draft.subject()).isEqualTo("Re: A talk");
        assertThat(draft.kept()).isFalse();
        assertThat(draft.body()).isEqualTo("""
                Hi Jane,

                I applied for the Engineer position at Acme on March 2 and would like to ask whether there is any news. I am \
                still very interested, and glad to send you anything else that helps.

                Could you tell me by when you expect to decide?

                Kind regards
                Alex Morgan""");
    }

    @Test
    void dayAndAddressFollowTheLanguageAndThePurpose() {
        received(1, 1, "From: Jane Doe <jane@acme.example>\nTo: me@x.example\nSubject: A talk");
        assertThat(draft(Kind.SECOND).body()).contains("I wrote to you on March 11");
        assertThat(draft(Kind.THANK_YOU).body()).contains("talk with me on March 12");
        assertThat(draft(Kind.ANSWER).body()).contains("your message of March 10");
        assertThat(drafts.draft(application(), Kind.ANSWER, Locale.GERMANY).body())
                .startsWith("Guten Tag Jane Doe,")
                .contains("vom 10. März");
        assertThat(drafts.draft(application(), Kind.ANSWER, Locale.FRANCE).body())
                .contains("du 10 mars");
        assertThat(drafts.draft(application(), Kind.ANSWER, Locale.of("es")).body())
                .startsWith("Hola, Jane:")
                .contains("del 10 de marzo");
        assertThat(drafts.draft(application(), Kind.ANSWER, Locale.JAPAN).body())
                .startsWith("Hi Jane,");
    }

    @Test
    void whereNobodyReadsTheDraftIsAddressedToNobody() {
        received(1, 1, "From: Acme <no-reply@greenhouse.io>\nTo: me@x.example\nSubject: Thank you");
        assertThat(draft(Kind.FIRST).to()).isEmpty();
        assertThat(draft(Kind.FIRST).subject()).isEqualTo("My application for Engineer at Acme");
        assertThat(draft(Kind.FIRST).body()).startsWith("Hi,\n");

        received(2, 2, "From: Jane Doe <no_reply@greenhouse.io>\nTo: me@x.example\nSubject: Thank you");
        assertThat(draft(Kind.FIRST).to()).isEmpty();
        assertThat(draft(Kind.FIRST).body()).startsWith("Hi Jane,\n");
    }

    @Test
    void theReplyAddressGoesBeforeTheSenderUnlessNobodyReadsIt() {
        received(
                1,
                1,
                "From: Jane Doe <no-reply@ats.example>\nReply-To: a+b@reply.ats.example\nTo: me@x.example\nSubject: x");
        assertThat(draft(Kind.FIRST).to()).isEqualTo("a+b@reply.ats.example");
        received(
                2,
                2,
                "From: Jane Doe <jane@acme.example>\nReply-To: noreply@acme.example\nTo: me@x.example\nSubject: x");
        assertThat(draft(Kind.FIRST).to()).isEqualTo("jane@acme.example");
        received(3, 3, "From: Acme Jobs <jobs@acme.example>\nTo: me@x.example\nSubject: x");
        timeline.removeFirst();
        timeline.removeFirst();
        assertThat(draft(Kind.FIRST).to()).isEqualTo("jobs@acme.example");
    }

    @Test
    void anApplicationWithoutMailHasADraftToo() {
        company = "";
        role = "";
        timeline.add(new TimelineEntry(
                NOON,
                TimelineEntry.Kind.STAGE,
                Optional.of(Stage.APPLIED),
                List.of(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Provenance.PERSON,
                true));
        assertThat(draft(Kind.FIRST).subject()).isEqualTo("My application");
        assertThat(draft(Kind.FIRST).to()).isEmpty();
        assertThat(draft(Kind.FIRST).body()).startsWith("Hi,\n").endsWith("Kind regards");
    }

    @Test
    void namesThatAreHostileStayOneShortLine() {
        company = "Evil\n\nBcc: x@y.example\u202E" + "x".repeat(10_000);
        received(1, 1, "From: =?utf-8?q?Jane=0ADoe?= <jane@acme.example>\nTo: me@x.example\nSubject: a\r\n b");
        var draft = draft(Kind.FIRST);
        assertThat(draft.body().lines().filter(line -> line.contains("Bcc")))
                .singleElement()
                .asString()
                .startsWith("I applied for the Engineer position at Evil Bcc")
                .hasSizeLessThan(400);
        assertThat(draft.subject()).isEqualTo("Re: a b");
    }

    @Test
    void aKeptDraftIsShownAsItWasLeftUntilItIsDiscarded() {
        received(1, 1, "From: Jane Doe <jane@acme.example>\nTo: me@x.example\nSubject: A talk");
        var edited = new FollowUpDraft(
                new ApplicationId(Provenance.MAIL, 1),
                Kind.FIRST,
                "jane@x.example\n",
                "My\nwords",
                "A\r\nB\0C 🙂",
                false);

        drafts.keep(edited);
        drafts = service();

        assertThat(draft(Kind.FIRST))
                .isEqualTo(new FollowUpDraft(
                        edited.application(), Kind.FIRST, "jane@x.example", "My words", "A\nBC 🙂", true));
        assertThat(draft(Kind.SECOND).kept()).isFalse();
        drafts.keep(draft(Kind.FIRST));
        drafts.discard(edited);
        drafts.discard(edited);
        assertThat(draft(Kind.FIRST).kept()).isFalse();
        assertThatThrownBy(() -> drafts.keep(new FollowUpDraft(
                        edited.application(), Kind.FIRST, "", "", "x".repeat(DraftService.LONGEST_BODY + 1), false)))
                .isInstanceOf(CountersignException.Invalid.class);
    }

    @Test
    void aTemplateOfThePersonIsUsedForItsLanguageAndPurposeOnly() {
        var original = drafts.template(Kind.FIRST, Locale.US);
        drafts.setTemplate(Kind.FIRST, Locale.UK, new Template("On {role}", "Dear {person}, how is {company}?"));
        drafts = service();

        assertThat(draft(Kind.FIRST).body()).isEqualTo("Dear, how is Acme?");
        assertThat(draft(Kind.FIRST).subject()).isEqualTo("On Engineer");
        assertThat(draft(Kind.SECOND).body()).startsWith("Hi,");
        assertThat(drafts.template(Kind.FIRST, Locale.GERMANY).body()).startsWith("Guten Tag");

        assertThatThrownBy(() -> drafts.setTemplate(Kind.FIRST, Locale.US, new Template("x", "Dear {boss}")))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("{boss}");
        assertThat(drafts.template(Kind.FIRST, Locale.US).subject()).isEqualTo("On {role}");

        drafts.setTemplate(Kind.FIRST, Locale.US, new Template("x", " "));
        assertThat(drafts.template(Kind.FIRST, Locale.US)).isEqualTo(original);
    }

    @Test
    void theFileContinuesTheThread() {
        received(1, 1, "From: Jane Doe <jane@acme.example>\nTo: Alex Mörgan <me@x.example>\nSubject: A talk");
        add(
                2,
                1,
                TimelineEntry.Kind.SENT,
                "From: Alex Mörgan <me@x.example>\nTo: jane@acme.example\nSubject: Re: A talk\nReferences: <m0@x.example>\n <m1@x.example>");
        received(3, 3, "From: Acme <no-reply@acme.example>\nTo: me@x.example\nSubject: Survey");

        var written = drafts.draft(application(), Kind.FIRST, Locale.GERMANY);
        var file = parse(drafts.file(application(), written));

        assertThat(file.defects()).containsExactly("The mail has no Message-ID.");
        assertThat(file.header("X-Unsent")).contains("1");
        assertThat(file.from()).hasToString("Alex Mörgan <me@x.example>");
        assertThat(file.to()).singleElement().hasToString("jane@acme.example");
        assertThat(file.subject()).isEqualTo("Re: A talk");
        assertThat(file.header("In-Reply-To")).contains("<m2@x.example>");
        assertThat(file.header("References")).contains("<m0@x.example> <m1@x.example> <m2@x.example>");
        assertThat(file.date()).contains(NOON);
        assertThat(file.text().replace("\r\n", "\n").strip()).isEqualTo(written.body());
    }

    @Test
    void aDraftKeptForAMergedApplicationIsTheOneOfTheApplicationThatHoldsIt() {
        received(1, 1, "From: Jane Doe <jane@acme.example>\nTo: me@x.example\nSubject: A talk");
        var other = new ApplicationId(Provenance.PERSON, 7);
        drafts.keep(new FollowUpDraft(other, Kind.FIRST, "x@y.example", "Hello", "Mine", true));
        assertThat(draft(Kind.FIRST).kept()).isFalse();

        owners.put(other, application().id());
        assertThat(draft(Kind.FIRST).body()).isEqualTo("Mine");
        assertThat(draft(Kind.SECOND).kept()).isFalse();

        drafts.keep(new FollowUpDraft(application().id(), Kind.FIRST, "", "Own", "Own", true));
        assertThat(draft(Kind.FIRST).body()).isEqualTo("Own");
        drafts.discard(draft(Kind.FIRST));
        drafts.discard(draft(Kind.FIRST));
        assertThat(draft(Kind.FIRST).kept()).isFalse();
    }
}
