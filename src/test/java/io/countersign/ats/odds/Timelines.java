package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.ApplicationState;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Builds applications for tests; days count from {@link #START}, a Monday. */
public final class Timelines {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final long number;
    private final List<TimelineEntry> entries = new ArrayList<>();
    private Optional<String> system = Optional.empty();
    private ApplicationSource source = ApplicationSource.DIRECT;

    private Timelines(long number) {
        this.number = number;
    }

    /** An application whose confirmation came on day 0. */
    public static Timelines applied(long number) {
        return new Timelines(number).stage(0, Stage.APPLIED);
    }

    public static Timelines empty(long number) {
        return new Timelines(number);
    }

    /** Any stage. */
    static Stage anyStage(Random random) {
        var stages = List.of(Stage.values());
        return stages.get(random.nextInt(stages.size()));
    }

    public static Instant day(double day) {
        return START.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
    }

    public Timelines system(String name) {
        system = Optional.of(name);
        return this;
    }

    public Timelines source(ApplicationSource from) {
        source = from;
        return this;
    }

    public Timelines stage(double day, Stage stage) {
        return add(day, TimelineEntry.Kind.STAGE, Optional.of(stage), Optional.empty(), Provenance.MAIL, "");
    }

    /** A mail that announces a stage and awaits something until the end of a day. */
    public Timelines due(double day, Stage stage, double lastDay) {
        stage(day, stage);
        var last = entries.removeLast();
        entries.add(new TimelineEntry(
                last.at(),
                last.kind(),
                last.stage(),
                last.candidates(),
                last.messageId(),
                last.title(),
                last.party(),
                last.interviewDate(),
                Optional.of(day(lastDay).atZone(ZoneOffset.UTC).toLocalDate()),
                last.provenance(),
                last.byHand()));
        return this;
    }

    /** A mail that announces a stage with a talk on a day. */
    public Timelines talk(double day, Stage stage, double talk) {
        return add(day, TimelineEntry.Kind.STAGE, Optional.of(stage), Optional.of(day(talk)), Provenance.MAIL, "");
    }

    /** What the person said of the stage. */
    public Timelines noted(double day, Stage stage) {
        return add(
                day,
                TimelineEntry.Kind.STAGE,
                Optional.of(stage),
                Optional.empty(),
                Provenance.PERSON,
                "",
                Optional.empty());
    }

    /** A mail of the person's in which a stage was found. */
    public Timelines ownStage(double day, Stage stage) {
        return add(day, TimelineEntry.Kind.STAGE, Optional.of(stage), Optional.empty(), Provenance.PERSON, "");
    }

    public Timelines word(double day, String title) {
        return add(day, TimelineEntry.Kind.WORD, Optional.empty(), Optional.empty(), Provenance.MAIL, title);
    }

    public Timelines unsure(double day) {
        return add(day, TimelineEntry.Kind.UNSURE, Optional.of(Stage.INTERVIEW), Optional.empty(), Provenance.MAIL, "");
    }

    public Timelines sent(double day) {
        return add(day, TimelineEntry.Kind.SENT, Optional.empty(), Optional.empty(), Provenance.MAIL, "");
    }

    public Timelines followUp(double day) {
        return add(day, TimelineEntry.Kind.FOLLOW_UP, Optional.empty(), Optional.empty(), Provenance.MAIL, "");
    }

    private Timelines add(
            double day,
            TimelineEntry.Kind kind,
            Optional<Stage> stage,
            Optional<Instant> talk,
            Provenance provenance,
            String title) {
        return add(day, kind, stage, talk, provenance, title, Optional.of(number * 1000 + entries.size()));
    }

    private Timelines add(
            double day,
            TimelineEntry.Kind kind,
            Optional<Stage> stage,
            Optional<Instant> talk,
            Provenance provenance,
            String title,
            Optional<Long> mail) {
        boolean unsure = kind == TimelineEntry.Kind.UNSURE;
        entries.add(new TimelineEntry(
                day(day),
                kind,
                stage,
                unsure ? stage.stream().toList() : List.of(),
                mail,
                title,
                "",
                talk,
                provenance,
                mail.isEmpty()));
        return this;
    }

    public Application build() {
        return build(entries);
    }

    /** The application as it was on a day. */
    public Application until(double day) {
        return build(entries.stream().filter(e -> !e.at().isAfter(day(day))).toList());
    }

    private Application build(List<TimelineEntry> timeline) {
        return new Application(
                new ApplicationId(Provenance.MAIL, number),
                "Company " + number,
                "Engineer",
                system,
                Optional.empty(),
                source,
                state(timeline),
                timeline);
    }

    private static ApplicationState state(List<TimelineEntry> timeline) {
        var stage = Stage.APPLIED;
        var furthest = Stage.APPLIED;
        var applied = Optional.<Instant>empty();
        var change = Optional.<Instant>empty();
        var heard = Optional.<Instant>empty();
        var talk = Optional.<Instant>empty();
        var sent = Optional.<Instant>empty();
        int followUps = 0;
        for (var entry : timeline) {
            if (entry.isAnswer()) {
                heard = Optional.of(entry.at());
                followUps = 0;
            }
            switch (entry.kind()) {
                case STAGE -> {
                    var said = entry.stage().orElseThrow();
                    if (said.compareTo(stage) >= 0 || entry.byHand() || stage.isTerminal()) {
                        stage = said;
                        change = Optional.of(entry.at());
                    }
                    furthest = !said.isTerminal() && said.compareTo(furthest) > 0 ? said : furthest;
                    applied = applied.isEmpty() ? Optional.of(entry.at()) : applied;
                    if (entry.interviewDate().isPresent()) {
                        talk = entry.interviewDate();
                    }
                }
                case SENT -> sent = Optional.of(entry.at());
                case FOLLOW_UP -> {
                    sent = Optional.of(entry.at());
                    followUps++;
                }
                case UNSURE, WORD -> {}
            }
        }
        return new ApplicationState(stage, furthest, applied, change, heard, talk, followUps, sent);
    }
}
