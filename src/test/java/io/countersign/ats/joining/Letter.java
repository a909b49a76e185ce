package io.countersign.ats.joining;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A mail of a job search, as far as a test cares. */
public record Letter(
        long id,
        long thread,
        double day,
        String from,
        String to,
        String subject,
        Category category,
        Optional<AtsFacts> facts,
        boolean byHand) {
    /** Who applies. */
    public static final String ME = "me@example.org";

    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtsFacts NOTHING = new AtsFacts(
            Optional.empty(),
            Optional.empty(),
            StageFinding.none(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0.2,
            Optional.empty(),
            Optional.empty());

    /** From a relay, in a conversation of its own, saying nothing yet. */
    public static Letter of(long id, double day) {
        return new Letter(
                id,
                id,
                day,
                "no-reply@greenhouse-mail.io",
                ME,
                "Your application",
                Category.APPLICATION_CONFIRMATION,
                Optional.empty(),
                false);
    }

    /** A relay's mail about a role at an employer; empty names are not there. */
    public static Letter of(long id, double day, Stage stage, String company, String role) {
        return of(id, day).stage(stage).company(company).role(role);
    }

    /** The person's own mail. */
    public static Letter own(long id, double day, String to) {
        return new Letter(id, id, day, ME, to, "My application", Category.PERSONAL, Optional.empty(), false);
    }

    private Letter with(AtsFacts facts) {
        return new Letter(id, thread, day, from, to, subject, category, Optional.of(facts), byHand);
    }

    private AtsFacts known() {
        return facts.orElse(NOTHING);
    }

    public Letter from(String address) {
        return new Letter(id, thread, day, address, to, subject, category, facts, byHand);
    }

    public Letter thread(long thread) {
        return new Letter(id, thread, day, from, to, subject, category, facts, byHand);
    }

    public Letter subject(String subject) {
        return new Letter(id, thread, day, from, to, subject, category, facts, byHand);
    }

    public Letter category(Category category) {
        return new Letter(id, thread, day, from, to, subject, category, facts, byHand);
    }

    public Letter plain() {
        return new Letter(id, thread, day, from, to, subject, Category.PERSONAL, Optional.empty(), false);
    }

    public Letter corrected() {
        return new Letter(id, thread, day, from, to, subject, category, facts, true);
    }

    public Letter stage(Stage stage) {
        return finding(StageFinding.certain(stage));
    }

    public Letter unsure(Stage... candidates) {
        return finding(new StageFinding(Optional.empty(), 0.5, List.of(), List.of(candidates)));
    }

    public Letter finding(StageFinding finding) {
        var f = known();
        return with(f.system(), f.applicationId(), finding, f.interviewDate(), f.invite());
    }

    public Letter company(String company) {
        return with(known().withNames(Optional.of(company).filter(name -> !name.isEmpty()), known().role()));
    }

    public Letter role(String role) {
        return with(known().withNames(known().company(), Optional.of(role).filter(name -> !name.isEmpty())));
    }

    public Letter number(String number) {
        var f = known();
        return with(f.system(), Optional.of(number), f.finding(), f.interviewDate(), f.invite());
    }

    public Letter system(String system) {
        var f = known();
        return with(Optional.of(system), f.applicationId(), f.finding(), f.interviewDate(), f.invite());
    }

    public Letter talk(double day) {
        var f = known();
        return with(f.system(), f.applicationId(), f.finding(), Optional.of(day(day)), f.invite());
    }

    public Letter invite(CalendarInvite invite) {
        var f = known();
        return with(f.system(), f.applicationId(), f.finding(), f.interviewDate(), Optional.of(invite));
    }

    private Letter with(
            Optional<String> system,
            Optional<String> number,
            StageFinding finding,
            Optional<Instant> talk,
            Optional<CalendarInvite> invite) {
        var f = known();
        return with(new AtsFacts(
                system,
                number,
                finding,
                finding.stage().map(_ -> at()),
                talk,
                f.company(),
                f.role(),
                f.ghostingRisk(),
                invite,
                f.deadline()));
    }

    public static Instant day(double day) {
        return START.plusSeconds(Math.round(day * 86_400));
    }

    public Instant at() {
        return day(day);
    }

    public Message message() {
        var envelope = new Envelope(
                "m" + id + "@example.org",
                ME,
                new Address(from.substring(0, from.indexOf('@')), from),
                List.of(new Address("", to)),
                Optional.empty(),
                subject,
                at(),
                "the first words",
                false,
                false,
                1000);
        var understanding =
                Understanding.unknown().withCategory(category, 0.9, List.of()).withAts(facts);
        return new Message(id, thread, 0, envelope, TestMail.UNREAD_IN_INBOX, understanding);
    }

    public AtsMail mail() {
        return new AtsMail(message(), byHand);
    }
}
