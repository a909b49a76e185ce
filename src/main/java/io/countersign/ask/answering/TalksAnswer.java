package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Asking.Pick;
import io.countersign.ats.Application;
import io.countersign.ats.Interviews;
import io.countersign.ats.Interviews.Talk;
import io.countersign.ats.RankedApplication;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Talks with a date: those ahead, unless the question names other days or speaks of the past. */
final class TalksAnswer {
    /** Stages at which people talk. */
    static final Set<Stage> TALKING = Set.of(Stage.SCREENING, Stage.INTERVIEW, Stage.FINAL_ROUND);

    private final Desks desks;
    private final Speech speech;

    TalksAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    private record Held(Application application, Talk talk, List<Message> mails) {}

    Optional<Answer> of(Asking asking) {
        return lines(asking).map(lines -> {
            var report = new Report(speech, asking, speech.say("ask.talks"));
            return LineGroups.isBy(asking.group())
                    ? report.grouped(lines, new LineGroups(speech, desks.zone()))
                    : report.of(lines);
        });
    }

    /** Those that are meant, in the order in which they matter. */
    Optional<List<Line>> lines(Asking asking) {
        return NameFilter.of(asking.by(), desks.applications().applications(), ApplicationWords::names)
                .map(found -> {
                    if (asking.by().has("status", "undated")) {
                        return undated(found);
                    }
                    var mails = desks.mailsOf(found);
                    var all = found.stream()
                            .flatMap(one -> held(one.application(), mails))
                            .toList();
                    return meant(all, asking).stream().map(this::line).toList();
                });
    }

    /** Talks that were offered without a moment: the application stands there, and none was held or fixed since it does. */
    private List<Line> undated(List<RankedApplication> found) {
        var mails = desks.mailsOf(found);
        return found.stream()
                .map(RankedApplication::application)
                .filter(one -> TALKING.contains(one.state().stage()))
                .flatMap(one -> ApplicationWords.reached(one, Set.of(one.state().stage())).stream()
                        .filter(entry -> held(one, mails)
                                .allMatch(talk -> talk.talk().start().isBefore(entry.at())))
                        .map(entry -> new Line(
                                entry.at(),
                                speech.say("ask.no-date"),
                                speech.say("ask.talk.undated", ApplicationWords.title(one), speech.day(entry.at())),
                                ApplicationWords.mail(entry, mails))))
                .sorted(Report.newestFirst())
                .toList();
    }

    private static Stream<Held> held(Application application, Map<Long, Message> mails) {
        var own = application.messageIds().stream()
                .flatMap(id -> Stream.ofNullable(mails.get(id)))
                .toList();
        return Interviews.of(application, own).stream()
                .filter(talk -> !talk.cancelled())
                .map(talk -> new Held(application, talk, own));
    }

    private List<Held> meant(List<Held> all, Asking asking) {
        var period = asking.by().period();
        var soonestFirst = Comparator.comparing((Held one) -> one.talk().start());
        if (LineGroups.isBy(asking.group()) && period.isEmpty()) {
            return all.stream().sorted(soonestFirst.reversed()).toList();
        }
        if (period.isPresent()) {
            return all.stream()
                    .filter(one -> period.get().contains(one.talk().start(), desks.zone()))
                    .sorted(soonestFirst)
                    .toList();
        }
        var ahead = all.stream().filter(this::isAhead).sorted(soonestFirst).toList();
        var before = all.stream()
                .filter(one -> !isAhead(one))
                .sorted(soonestFirst.reversed())
                .toList();
        boolean past = asking.by().past() || asking.pick() == Pick.NEWEST || asking.pick() == Pick.OLDEST;
        // "When is my talk with them?" after it took place: that one is meant
        boolean named = !asking.by().mentions().isEmpty() && asking.kind() == Asking.Kind.WHEN;
        var wanted = past ? before : ahead;
        return wanted.isEmpty() && named ? (past ? ahead : before) : wanted;
    }

    private boolean isAhead(Held one) {
        return !one.talk().start().isBefore(desks.now());
    }

    private Line line(Held one) {
        var start = one.talk().start();
        var when = speech.moment(start);
        return new Line(
                start,
                when,
                speech.say("ask.talk", when, ApplicationWords.title(one.application())),
                one.mails().reversed().stream()
                        .filter(mail -> speaksOf(mail, start))
                        .limit(1)
                        .toList());
    }

    private static boolean speaksOf(Message mail, Instant start) {
        var ats = mail.understanding().ats();
        return ats.flatMap(AtsFacts::interviewDate).filter(start::equals).isPresent()
                || ats.flatMap(AtsFacts::invite)
                        .flatMap(CalendarInvite::start)
                        .filter(start::equals)
                        .isPresent();
    }
}
