package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Intent.Response;
import io.countersign.ask.reading.Intent.Response.Order;
import io.countersign.ats.Application;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many days employers took from an application to their answer; a confirmation that it came in is none. */
final class ResponseAnswer {
    private final Desks desks;
    private final Speech speech;

    ResponseAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    /** @param days by the calendar of the person, as they can be counted between the two dates that are told */
    private record Taken(Application application, Instant applied, TimelineEntry answer, long days) {}

    Optional<Answer> of(Response asked) {
        var asking = asked.asking();
        return NameFilter.of(asking.by(), desks.applications().applications(), ApplicationWords::names)
                .map(found -> {
                    var taken = found.stream()
                            .flatMap(one -> taken(one.application(), asked.stages()))
                            .filter(one -> isWithin(one, asking))
                            .toList();
                    var mails = desks.mailsOf(found);
                    var lines = ordered(taken, asked.order()).stream()
                            .map(one -> line(one, mails))
                            .toList();
                    var report = new Report(speech, asking, what(asked.order()));
                    boolean named = !asking.by().mentions().isEmpty();
                    return lines.isEmpty() && named
                            ? report.of(waiting(found, mails))
                            : report.of(lines, lead(asking, taken));
                });
    }

    /** Where none of those that are named has answered yet. */
    private List<Line> waiting(List<RankedApplication> found, Map<Long, Message> mails) {
        return found.stream()
                .map(RankedApplication::application)
                .flatMap(one -> one.state().appliedAt().stream()
                        .map(at -> new Line(
                                at,
                                speech.day(at),
                                speech.say("ask.response.none", ApplicationWords.title(one), speech.day(at)),
                                one.messageIds().stream()
                                        .flatMap(id -> Stream.ofNullable(mails.get(id)))
                                        .limit(1)
                                        .toList())))
                .sorted(Report.newestFirst())
                .toList();
    }

    private boolean isWithin(Taken one, Asking asking) {
        return asking.by()
                .period()
                .filter(period -> !period.contains(one.answer().at(), desks.zone()))
                .isEmpty();
    }

    private Stream<Taken> taken(Application application, Set<Stage> stages) {
        var applied = application
                .state()
                .appliedAt()
                .or(() -> application.timeline().stream()
                        .filter(TimelineEntry::isConfirmation)
                        .map(TimelineEntry::at)
                        .findFirst());
        return applied.stream()
                .flatMap(from -> application.timeline().stream()
                        .filter(entry -> entry.at().isAfter(from) && isAnswer(entry, stages))
                        .limit(1)
                        .map(entry -> new Taken(application, from, entry, days(from, entry.at()))));
    }

    private static boolean isAnswer(TimelineEntry entry, Set<Stage> stages) {
        return stages.isEmpty()
                ? entry.isAnswer() && !entry.isConfirmation()
                : entry.kind() == TimelineEntry.Kind.STAGE
                        && entry.stage().filter(stages::contains).isPresent();
    }

    private long days(Instant from, Instant until) {
        return ChronoUnit.DAYS.between(
                from.atZone(desks.zone()).toLocalDate(),
                until.atZone(desks.zone()).toLocalDate());
    }

    /** All, the newest first; or those that took least or most: several where they took the same. */
    private static List<Taken> ordered(List<Taken> taken, Order order) {
        var fastest = Comparator.comparingLong(Taken::days);
        return switch (order) {
            case NEWEST ->
                taken.stream()
                        .sorted(Comparator.comparing((Taken one) -> one.answer().at())
                                .reversed())
                        .toList();
            case FASTEST -> best(taken, taken.stream().min(fastest));
            case SLOWEST -> best(taken, taken.stream().max(fastest));
        };
    }

    private static List<Taken> best(List<Taken> taken, Optional<Taken> best) {
        return taken.stream()
                .filter(one -> best.filter(found -> found.days() == one.days()).isPresent())
                .toList();
    }

    private String lead(Asking asking, List<Taken> taken) {
        var average = taken.stream().mapToLong(Taken::days).average();
        return asking.kind() == Asking.Kind.AVERAGE && average.isPresent()
                ? speech.say("ask.response.average", speech.number(Math.round(average.getAsDouble())), taken.size())
                : "";
    }

    private Line line(Taken one, Map<Long, Message> mails) {
        var application = one.application();
        var text = speech.say(
                "ask.response.took",
                ApplicationWords.title(application),
                one.days(),
                speech.day(one.applied()),
                one.answer()
                        .stage()
                        .map(stage -> speech.say("clause.stage." + stage.id()))
                        .orElse("–"),
                speech.day(one.answer().at()));
        var first = application.messageIds().stream()
                .flatMap(id -> Stream.ofNullable(mails.get(id)))
                .limit(1);
        return new Line(
                one.answer().at(),
                speech.day(one.answer().at()),
                text,
                Stream.concat(first, ApplicationWords.mail(one.answer(), mails).stream())
                        .distinct()
                        .toList());
    }

    private String what(Order order) {
        return speech.say(
                switch (order) {
                    case NEWEST -> "ask.response";
                    case FASTEST -> "ask.response.fastest";
                    case SLOWEST -> "ask.response.slowest";
                });
    }
}
